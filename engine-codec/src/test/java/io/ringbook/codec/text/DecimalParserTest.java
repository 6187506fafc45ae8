// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalParserTest {
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private final DecimalParser parser = new DecimalParser();

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "223.95, 4, 2239500",
        "223.9500, 4, 2239500",
        "223.95000000, 4, 2239500",
        "007, 2, 700",
        "0.000000001, 9, 1",
        "9223372036854775807, 0, 9223372036854775807",
        "9223372036.854775807, 9, 9223372036854775807",
        "100.0, 0, 100"
    })
    void parsesExactly(String text, int decimals, long expected) {
        // when
        DecimalFault fault = parser.parse(text, 0, text.length(), decimals);

        // then
        assertThat(fault).isEqualTo(DecimalFault.NONE);
        assertThat(parser.mantissa()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2, EMPTY",
        "-1, 2, SIGN",
        "+1, 2, SIGN",
        "1-, 2, SIGN",
        "1e5, 2, EXPONENT",
        "1.5E-3, 2, EXPONENT",
        "e5, 2, CHARACTER",
        "1 000, 2, CHARACTER",
        "' 1', 2, CHARACTER",
        "'1,5', 2, CHARACTER",
        "0x10, 2, CHARACTER",
        "NaN, 2, CHARACTER",
        "١, 2, CHARACTER",
        ".5, 2, POINT",
        "5., 2, POINT",
        "., 2, POINT",
        "1.2.3, 2, POINT",
        "1.234, 2, TOO_MANY_DECIMALS",
        "1.2301, 2, TOO_MANY_DECIMALS",
        "1.1, 0, TOO_MANY_DECIMALS",
        "9223372036854775808, 0, OVERFLOW",
        "9223372036.854775808, 9, OVERFLOW",
        "9223372036854775807, 1, OVERFLOW",
        "99999999999999999999999999, 0, OVERFLOW"
    })
    void refusesWithAReason(String text, int decimals, DecimalFault expected) {
        // when
        DecimalFault fault = parser.parse(text, 0, text.length(), decimals);

        // then
        assertThat(fault).isEqualTo(expected);
        assertThat(parser.mantissa()).isZero();
    }

    @Test
    void readsOnlyTheRangeGiven() {
        // given
        String line = "NEW,12.5,77";
        UnsafeBuffer bytes = new UnsafeBuffer(line.getBytes(StandardCharsets.US_ASCII));

        // when, then
        assertThat(parser.parse(line, 4, 8, 2)).isEqualTo(DecimalFault.NONE);
        assertThat(parser.mantissa()).isEqualTo(1250);
        assertThat(parser.parse(bytes, 9, 2, 2)).isEqualTo(DecimalFault.NONE);
        assertThat(parser.mantissa()).isEqualTo(7700);
        assertThat(parser.parse(bytes, 9, 0, 2)).isEqualTo(DecimalFault.EMPTY);
        assertThat(parser.parse(bytes, 8, 3, 2)).isEqualTo(DecimalFault.CHARACTER);
    }

    @Test
    void minusIsTakenWhereASignIsAllowed() {
        assertThat(parser.parseSigned("-12.5", 0, 5, 2)).isEqualTo(DecimalFault.NONE);
        assertThat(parser.mantissa()).isEqualTo(-1250);
        assertThat(parser.parseSigned("12.5", 0, 4, 2)).isEqualTo(DecimalFault.NONE);
        assertThat(parser.mantissa()).isEqualTo(1250);
        assertThat(parser.parseSigned("--1", 0, 3, 2)).isEqualTo(DecimalFault.SIGN);
        assertThat(parser.parseSigned("-", 0, 1, 2)).isEqualTo(DecimalFault.EMPTY);
    }

    @Test
    void agreesWithBigDecimalOnRandomNumbers() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            // given
            int decimals = random.nextInt(DecimalParser.MAX_DECIMALS + 1);
            BigInteger digits = new BigInteger(1 + random.nextInt(70), random);
            String text = new BigDecimal(digits, random.nextInt(12)).toPlainString();
            BigDecimal scaled = new BigDecimal(text).movePointRight(decimals).stripTrailingZeros();
            DecimalFault expected =
                    scaled.scale() > 0
                            ? DecimalFault.TOO_MANY_DECIMALS
                            : scaled.toBigInteger().compareTo(MAX) > 0
                                    ? DecimalFault.OVERFLOW
                                    : DecimalFault.NONE;

            // when
            DecimalFault fault = parser.parse(text, 0, text.length(), decimals);

            // then: a number with both faults is refused for the one that stands first
            if (expected == DecimalFault.TOO_MANY_DECIMALS) {
                assertThat(fault).as("%s seed %d", text, seed).isNotEqualTo(DecimalFault.NONE);
            } else {
                assertThat(fault).as("%s seed %d", text, seed).isEqualTo(expected);
            }
            if (fault == DecimalFault.NONE) {
                assertThat(parser.mantissa()).isEqualTo(scaled.longValueExact());
            }
        }
    }
}
