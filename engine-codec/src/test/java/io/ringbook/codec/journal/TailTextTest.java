// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class TailTextTest {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[512]);

    @Test
    void textsFollowEachOtherAndThePaddingFillsTheCommand() {
        // given
        buffer.setMemory(0, 64, (byte) 0x7F);

        // when
        int behindSymbol = TailText.put(buffer, 16, "AMZN");
        int behindCurrency = TailText.put(buffer, behindSymbol, "USD");
        int end = TailText.pad(buffer, 8, behindCurrency);

        // then
        assertThat(behindCurrency)
                .isEqualTo(16 + TailText.encodedLength(4) + TailText.encodedLength(3));
        assertThat(end).isEqualTo(8 + TailText.paddedLength(behindCurrency - 8)).isEqualTo(32);
        assertThat(TailText.isWhole(buffer, 16, end)).isTrue();
        assertThat(TailText.text(buffer, 16)).isEqualTo("AMZN");
        assertThat(TailText.next(buffer, 16)).isEqualTo(behindSymbol);
        assertThat(TailText.text(buffer, behindSymbol)).isEqualTo("USD");
        assertThat(buffer.getLong(24) >>> 8).isZero();
        assertThat(buffer.getByte(end)).isEqualTo((byte) 0x7F);
    }

    @Test
    void emptyAndLongestTextComeBack() {
        // given
        String longest = "x".repeat(TailText.MAX_LENGTH);

        // when
        int next = TailText.put(buffer, 0, "");
        int end = TailText.put(buffer, next, longest);

        // then
        assertThat(TailText.text(buffer, 0)).isEmpty();
        assertThat(TailText.text(buffer, next)).isEqualTo(longest);
        assertThat(TailText.isWhole(buffer, next, end)).isTrue();
        assertThat(TailText.isWhole(buffer, next, end - 1)).isFalse();
    }

    @Test
    void textThatEndsBehindItsCommandIsNotWhole() {
        // given
        buffer.putByte(10, (byte) 5);

        // when, then
        assertThat(TailText.isWhole(buffer, 10, 16)).isTrue();
        assertThat(TailText.isWhole(buffer, 10, 15)).isFalse();
        assertThat(TailText.isWhole(buffer, 10, 10)).isFalse();
        assertThat(TailText.isWhole(buffer, -1, 16)).isFalse();
        assertThat(TailText.isWhole(buffer, 10, buffer.capacity() + 1)).isFalse();
    }

    @Test
    void textWithAByteThatIsNotAsciiIsNotWhole() {
        // given
        TailText.put(buffer, 0, "abc");
        buffer.putByte(2, (byte) 0xC3);

        // when, then
        assertThat(TailText.isWhole(buffer, 0, 8)).isFalse();
    }

    @Test
    void anyBytesAreAWholeTextOrNot() {
        long seed = 19;
        Random random = new Random(seed);
        byte[] bytes = new byte[300];
        UnsafeBuffer exact = new UnsafeBuffer(bytes);
        for (int i = 0; i < 20_000; i++) {
            // given
            Arrays.fill(bytes, (byte) 'a');
            int offset = random.nextInt(320) - 10;
            int end = random.nextInt(320);
            if (offset >= 0 && offset < 300) {
                bytes[offset] = (byte) random.nextInt();
            }

            // when
            boolean isWhole = TailText.isWhole(exact, offset, end);

            // then
            boolean fits =
                    offset >= 0
                            && end <= 300
                            && offset < end
                            && offset + 1 + (bytes[offset] & 0xFF) <= end;
            assertThat(isWhole).as("%d to %d, seed %d", offset, end, seed).isEqualTo(fits);
        }
    }

    @Test
    void refusesToWriteWhatDoesNotFitTheFormat() {
        // given
        String long256 = "x".repeat(TailText.MAX_LENGTH + 1);

        // when, then
        assertThatThrownBy(() -> TailText.put(buffer, 0, long256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than 255");
        assertThatThrownBy(() -> TailText.put(buffer, 0, "Zürich"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not ASCII");
    }
}
