// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.CancelReason;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final int BODY = 32;
    private static final int REASON = BODY + 41;

    private final Report report = new Report(new ClientDirectory());

    @Test
    void reasonIsANameOrForAnUnknownCodeItsNumber() {
        byte[] frame = ServerFrames.canceled(1, "a", CancelReason.USER, true);
        wrap(frame);
        assertThat(report.reasonText()).isEqualTo("USER");

        frame[REASON] = (byte) 200;

        assertThat(report.reasonText()).isEqualTo("reason 200");
    }

    @Test
    void answerIsMarkedAsSuch() {
        wrap(ServerFrames.canceled(1, "a", CancelReason.USER, true));
        assertThat(report.answer()).isTrue();

        wrap(ServerFrames.canceled(1, "a", CancelReason.USER, false));
        assertThat(report.answer()).isFalse();
    }

    private void wrap(byte[] frame) {
        report.wrap(ReportKind.CANCELED, new UnsafeBuffer(frame), 0, BODY, 0);
    }
}
