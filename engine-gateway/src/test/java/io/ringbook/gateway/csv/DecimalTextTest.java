// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 4, 0",
        "223.81, 4, 2238100",
        "-0.01, 2, -1",
        "007, 0, 7",
        "1.50000, 1, 15",
        "9223372036854775799, 0, 9223372036854775799",
        "0.000000001, 9, 1"
    })
    void decimalBecomesItsMantissa(String text, int decimals, long mantissa) {
        assertThat(DecimalText.parse(text, decimals)).isEqualTo(mantissa);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", ".5", "5.", "1e3", "+1", "1,5", "0x1", "--1", "1.2.3", " 1", "٣"
            })
    void whatIsNoDecimalIsRefused(String text) {
        assertThat(DecimalText.parse(text, 4)).isEqualTo(DecimalText.MALFORMED);
    }

    @Test
    void moreDecimalsThanTheMantissaHasAreNeverRounded() {
        assertThat(DecimalText.parse("1.00005", 4)).isEqualTo(DecimalText.TOO_FINE);
        assertThat(DecimalText.parse("0.1", 0)).isEqualTo(DecimalText.TOO_FINE);
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775808, 0",
        "99999999999999999999999999, 0",
        "9223372036854775807, 1",
        "10000000000, 9"
    })
    void whatDoesNotFitIsRefused(String text, int decimals) {
        assertThat(DecimalText.parse(text, decimals)).isEqualTo(DecimalText.TOO_LARGE);
        assertThat(DecimalText.parse("-" + text, decimals)).isEqualTo(DecimalText.TOO_LARGE);
    }

    @Test
    void parsingAgreesWithBigDecimalOnRandomNumbers() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long mantissa = random.nextLong() >> (2 + random.nextInt(60));
            int decimals = random.nextInt(10);
            String text = BigDecimal.valueOf(mantissa, decimals).toPlainString();
            assertThat(DecimalText.parse(text, decimals)).as(text).isEqualTo(mantissa);
        }
    }
}
