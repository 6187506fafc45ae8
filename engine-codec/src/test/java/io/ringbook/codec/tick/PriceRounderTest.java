// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.tick;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceRounderTest {
    private static final BigDecimal MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private final PriceRounder rounder = new PriceRounder();

    @ParameterizedTest
    @CsvSource({
        "223.95, 4, 2239500",
        "0.5, 0, 0",
        "1.5, 0, 2",
        "2.5, 0, 2",
        "3.5, 0, 4",
        "0.125, 2, 12",
        "0.375, 2, 38",
        "1.005, 2, 100",
        "9007199254740993, 0, 9007199254740992",
        "9223372036854774784, 0, 9223372036854774784"
    })
    void roundsHalfToEvenOnTheValueOfTheBits(double price, int decimals, long expected) {
        // when
        PriceFault fault = rounder.round(price, decimals);

        // then
        assertThat(fault).isEqualTo(expected == 0 ? PriceFault.NOT_POSITIVE : PriceFault.NONE);
        assertThat(rounder.mantissa()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(double price) {
        assertThat(rounder.round(price, 4)).isEqualTo(PriceFault.NOT_FINITE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0, -1.0, Double.MIN_VALUE, 4.9e-10, -Double.MAX_VALUE})
    void refusesWhatIsNotPositiveAtNineDecimals(double price) {
        assertThat(rounder.round(price, 9)).isEqualTo(PriceFault.NOT_POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p63, 1e19, 1e300, Double.MAX_VALUE})
    void refusesWhatIsTooLarge(double price) {
        assertThat(rounder.round(price, 0)).isEqualTo(PriceFault.TOO_LARGE);
        assertThat(rounder.mantissa()).isZero();
    }

    @Test
    void agreesWithBigDecimalOnRandomBitsAndNearHalves() {
        long seed = 13;
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            int decimals = random.nextInt(PriceRounder.MAX_DECIMALS + 1);
            double price =
                    switch (i % 4) {
                        case 0 -> Double.longBitsToDouble(random.nextLong());
                        case 1 -> Math.scalb(random.nextDouble(), random.nextInt(140) - 70);
                        case 2 -> random.nextInt(2_000_000) / Math.pow(10, decimals) / 2;
                        default -> (random.nextInt(1 << 20) + 0.5) / (1 << random.nextInt(20));
                    };
            assertAgrees(price, decimals, seed);
        }
    }

    private void assertAgrees(double price, int decimals, long seed) {
        PriceFault fault = rounder.round(price, decimals);
        if (!Double.isFinite(price)) {
            assertThat(fault).isEqualTo(PriceFault.NOT_FINITE);
            return;
        }
        BigDecimal exact =
                new BigDecimal(price)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .movePointRight(decimals);
        PriceFault expected =
                exact.signum() <= 0
                        ? PriceFault.NOT_POSITIVE
                        : exact.compareTo(MAX) > 0 ? PriceFault.TOO_LARGE : PriceFault.NONE;
        assertThat(fault).as("%s at %d, seed %d", price, decimals, seed).isEqualTo(expected);
        if (expected == PriceFault.NONE) {
            assertThat(rounder.mantissa())
                    .as("%s at %d, seed %d", price, decimals, seed)
                    .isEqualTo(exact.longValueExact());
        }
    }
}
