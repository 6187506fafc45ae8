// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.instrument.Session;
import org.junit.jupiter.api.Test;

/** Rule 6.1. */
final class TokenBucketTest {
    private static final long START_NS = 1_700_000_000_000_000_000L;

    @Test
    void burstPassesAndThenTheRate() {
        // given three tokens, two more each second
        TokenBucket bucket = new TokenBucket(2, 3);

        // then
        assertThat(taken(bucket, START_NS, 5)).isEqualTo(3);
        assertThat(taken(bucket, START_NS + 499_999_999, 1)).isZero();
        assertThat(taken(bucket, START_NS + 500_000_000, 2)).isEqualTo(1);
        assertThat(taken(bucket, START_NS + 1_500_000_000, 5)).isEqualTo(2);
    }

    @Test
    void fractionsOfATokenAreNotLost() {
        // given three tokens a second: one each third of a second, which is no whole nanosecond
        TokenBucket bucket = new TokenBucket(3, 2);

        // when
        assertThat(taken(bucket, START_NS, 3)).isEqualTo(2);
        int taken = 0;
        for (int i = 1; i <= 30_000; i++) {
            taken += taken(bucket, START_NS + i * 100_000L, 1);
        }

        // then nine in three seconds: the last falls due exactly at the end
        assertThat(taken).isEqualTo(9);
    }

    @Test
    void longRestFillsItAndNoMore() {
        TokenBucket bucket = new TokenBucket(Session.MAX_RATE, 4);
        assertThat(taken(bucket, START_NS, 9)).isEqualTo(4);
        assertThat(taken(bucket, Long.MAX_VALUE, 9)).isEqualTo(4);
    }

    @Test
    void rateZeroIsNoLimit() {
        assertThat(taken(new TokenBucket(0, 0), START_NS, 1_000)).isEqualTo(1_000);
    }

    private static int taken(TokenBucket bucket, long timeNs, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += bucket.tryTake(timeNs) ? 1 : 0;
        }
        return taken;
    }
}
