// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Bands and notional against unbounded integers (rules 6.6 and 6.8). */
final class PriceBandTest {
    private static final BigInteger PPM = BigInteger.valueOf(PriceBand.PPM);

    @Test
    void edgesAreInclusiveAndRoundedInward() {
        // given a reference of 100.03, a band of 10 % and ticks of 0.05
        PriceBand band = new PriceBand(5, 100_000);

        // when
        band.center(10_003);

        // then 90.027 rounds up to 90.05, 110.033 down to 110.00
        assertThat(band.lowest()).isEqualTo(9_005 / 5);
        assertThat(band.highest()).isEqualTo(11_000 / 5);
        assertThat(band.contains(9_005 / 5)).isTrue();
        assertThat(band.contains(9_000 / 5)).isFalse();
        assertThat(band.contains(11_000 / 5)).isTrue();
        assertThat(band.contains(11_005 / 5)).isFalse();
    }

    @Test
    void edgesAreThoseOfUnboundedIntegers() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 100_000; i++) {
            long reference = 1 + (random.nextLong() >>> (1 + random.nextInt(62)));
            long tick = 1 + (random.nextLong() >>> (30 + random.nextInt(33)));
            long ppm = 1L + random.nextInt(random.nextBoolean() ? 1_000_000 : 5_000_000);
            PriceBand band = new PriceBand(tick, ppm);

            band.center(reference);

            assertThat(band.highest())
                    .as("reference %d tick %d ppm %d", reference, tick, ppm)
                    .isEqualTo(highest(reference, tick, ppm));
            assertThat(band.lowest())
                    .as("reference %d tick %d ppm %d", reference, tick, ppm)
                    .isEqualTo(lowest(reference, tick, ppm));
        }
    }

    /** A price is a long, so an edge above the largest long is that one. */
    private static long highest(long reference, long tick, long ppm) {
        BigInteger edge =
                BigInteger.valueOf(reference)
                        .multiply(PPM.add(BigInteger.valueOf(ppm)))
                        .divide(PPM)
                        .min(BigInteger.valueOf(Long.MAX_VALUE));
        return edge.divide(BigInteger.valueOf(tick)).longValueExact();
    }

    private static long lowest(long reference, long tick, long ppm) {
        if (ppm >= PriceBand.PPM) {
            return 0;
        }
        BigInteger[] parts =
                BigInteger.valueOf(reference)
                        .multiply(PPM.subtract(BigInteger.valueOf(ppm)))
                        .divideAndRemainder(PPM.multiply(BigInteger.valueOf(tick)));
        return parts[0].longValueExact() + parts[1].signum();
    }

    @Test
    void notionalIsComparedIn128Bits() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 100_000; i++) {
            long price = random.nextLong() >>> (1 + random.nextInt(62));
            long quantity = random.nextLong() >>> (1 + random.nextInt(62));
            BigInteger notional = BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity));
            BigInteger limit = notional.add(BigInteger.valueOf(random.nextInt(3) - 1));
            if (limit.signum() < 0) {
                continue;
            }

            boolean exceeded =
                    NotionalLimit.isExceeded(
                            price, quantity, limit.shiftRight(64).longValue(), limit.longValue());

            assertThat(exceeded).isEqualTo(notional.compareTo(limit) > 0);
        }
    }
}
