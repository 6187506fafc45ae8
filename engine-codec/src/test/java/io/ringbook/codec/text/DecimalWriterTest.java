// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecimalWriterTest {
    private final StringBuilder text = new StringBuilder();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[DecimalWriter.MAX_LENGTH]);

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0",
        "0, 4, 0.0000, 0",
        "5, 4, 0.0005, 0.0005",
        "2239500, 4, 223.9500, 223.95",
        "10000, 4, 1.0000, 1",
        "100, 0, 100, 100",
        "-5, 2, -0.05, -0.05",
        "-1250, 2, -12.50, -12.5",
        "9223372036854775807, 9, 9223372036.854775807, 9223372036.854775807",
        "-9223372036854775808, 0, -9223372036854775808, -9223372036854775808"
    })
    void writesAllDecimalsOrTheShortestText(
            long mantissa, int decimals, String all, String shortest) {
        // when
        DecimalWriter.append(text, mantissa, decimals);
        text.append('|');
        DecimalWriter.appendShortest(text, mantissa, decimals);
        int length = DecimalWriter.put(buffer, 0, mantissa, decimals);

        // then
        assertThat(text).hasToString(all + "|" + shortest);
        assertThat(buffer.getStringWithoutLengthAscii(0, length)).isEqualTo(all);
    }

    @Test
    void agreesWithBigDecimalAndComesBackThroughTheParser() {
        long seed = 12;
        Random random = new Random(seed);
        DecimalParser parser = new DecimalParser();
        for (int i = 0; i < 50_000; i++) {
            // given
            long mantissa = random.nextLong() >> random.nextInt(64);
            int decimals = random.nextInt(DecimalParser.MAX_DECIMALS + 1);

            // when
            text.setLength(0);
            DecimalWriter.append(text, mantissa, decimals);
            int length = DecimalWriter.put(buffer, 0, mantissa, decimals);

            // then
            String expected = BigDecimal.valueOf(mantissa, decimals).toPlainString();
            assertThat(text).as("seed %d", seed).hasToString(expected);
            assertThat(buffer.getStringWithoutLengthAscii(0, length)).isEqualTo(expected);
            assertThat(parser.parseSigned(text, 0, text.length(), decimals))
                    .as("%s seed %d", text, seed)
                    .isEqualTo(
                            mantissa == Long.MIN_VALUE ? DecimalFault.OVERFLOW : DecimalFault.NONE);
            text.setLength(0);
            DecimalWriter.appendShortest(text, mantissa, decimals);
            assertThat(new BigDecimal(text.toString())).isEqualByComparingTo(expected);
            assertThat(text.toString()).doesNotMatch(".*\\..*0");
        }
    }
}
