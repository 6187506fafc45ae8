// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReasonsTest {
    @Test
    void everyCodeGivesItsReasonBack() {
        for (LoginRejectReason reason : LoginRejectReason.values()) {
            assertThat(LoginRejectReason.of(reason.code())).isSameAs(reason);
        }
        for (LogoutReason reason : LogoutReason.values()) {
            assertThat(LogoutReason.of(reason.code())).isSameAs(reason);
        }
        for (UnsequencedReason reason : UnsequencedReason.values()) {
            assertThat(UnsequencedReason.of(reason.code())).isSameAs(reason);
        }
    }

    @Test
    void codeThatNobodyGaveIsNoReason() {
        assertThat(LoginRejectReason.of((byte) 0)).isNull();
        assertThat(LoginRejectReason.of((byte) 99)).isNull();
        assertThat(LogoutReason.of((byte) -1)).isNull();
        assertThat(LogoutReason.of((byte) 99)).isNull();
        assertThat(UnsequencedReason.of((byte) 1)).isNull();
    }

    @Test
    void codesAreStable() {
        assertThat(LoginRejectReason.UNKNOWN_OR_WRONG_KEY.code()).isEqualTo((byte) 1);
        assertThat(LoginRejectReason.JOURNAL_UNAVAILABLE.code()).isEqualTo((byte) 8);
        assertThat(LogoutReason.REQUESTED.code()).isEqualTo((byte) 0);
        assertThat(LogoutReason.FLOODING.code()).isEqualTo((byte) 9);
        assertThat(UnsequencedReason.JOURNAL_UNAVAILABLE.code()).isEqualTo((byte) 64);
    }
}
