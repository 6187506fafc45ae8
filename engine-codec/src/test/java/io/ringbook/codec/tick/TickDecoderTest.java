// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.flatbuffers.FlatBufferBuilder;
import io.ringbook.codec.fbs.tick.Tick;
import io.ringbook.codec.verify.Verdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TickDecoderTest {
    private final TickDecoder decoder = new TickDecoder();

    @Test
    void readsWhatTheGeneratedBuilderWroteFromArrayAndBuffers() {
        // given
        byte[] plain = plain("AMZN", 223.95, 100, 1_340_285_400_000_000_000L);
        byte[] shifted = new byte[plain.length + 16];
        System.arraycopy(plain, 0, shifted, 5, plain.length);
        ByteBuffer heap = ByteBuffer.wrap(shifted);
        ByteBuffer direct = ByteBuffer.allocateDirect(shifted.length).put(shifted).flip();
        ByteBuffer readOnly = heap.asReadOnlyBuffer();

        // when, then
        assertThat(decoder.wrap(shifted, 5, plain.length)).isEqualTo(Verdict.OK);
        assertIsAmzn();
        for (ByteBuffer buffer : new ByteBuffer[] {heap, direct, readOnly}) {
            assertThat(decoder.wrap(buffer, 5, plain.length)).isEqualTo(Verdict.OK);
            assertIsAmzn();
        }
    }

    @Test
    void readsASizePrefixedTick() {
        // given
        byte[] prefixed = sizePrefixed("AMZN", 223.95, 100, 1_340_285_400_000_000_000L);

        // when, then
        assertThat(decoder.wrapSizePrefixed(prefixed, 0, prefixed.length)).isEqualTo(Verdict.OK);
        assertIsAmzn();
        assertThat(decoder.wrapSizePrefixed(ByteBuffer.wrap(prefixed), 0, prefixed.length))
                .isEqualTo(Verdict.OK);
        assertIsAmzn();
    }

    @Test
    void sizePrefixMustBeTheLengthOfWhatFollows() {
        // given
        byte[] prefixed = sizePrefixed("AMZN", 1, 1, 1);

        // when, then
        assertThat(decoder.wrapSizePrefixed(prefixed, 0, prefixed.length - 1))
                .isEqualTo(Verdict.SIZE_PREFIX);
        assertThat(decoder.wrapSizePrefixed(prefixed, 0, 3)).isEqualTo(Verdict.SIZE_PREFIX);
        prefixed[3] = (byte) 0x80;
        assertThat(decoder.wrapSizePrefixed(prefixed, 0, prefixed.length))
                .isEqualTo(Verdict.SIZE_PREFIX);
        assertThat(decoder.symbolLength()).isZero();
    }

    @Test
    void absentFieldsAreZero() {
        // given: the builder leaves out what is the default
        byte[] plain = plain("X", 0, 0, 0);

        // when, then
        assertThat(decoder.wrap(plain, 0, plain.length)).isEqualTo(Verdict.OK);
        assertThat(decoder.price()).isZero();
        assertThat(decoder.size()).isZero();
        assertThat(decoder.ts()).isZero();
        assertThat(decoder.isSymbol("X")).isTrue();
    }

    @Test
    void refusalLeavesNothingToRead() {
        // given
        byte[] plain = plain("AMZN", 223.95, 100, 7);
        decoder.wrap(plain, 0, plain.length);
        byte[] spoilt = plain.clone();
        spoilt[0] = 1;

        // when
        Verdict verdict = decoder.wrap(spoilt, 0, spoilt.length);

        // then
        assertThat(verdict).isEqualTo(Verdict.ROOT_OFFSET);
        assertThat(decoder.symbolLength()).isZero();
        assertThat(decoder.price()).isZero();
        assertThat(decoder.ts()).isZero();
    }

    @Test
    void symbolIsComparedAndCopiedInPlace() {
        // given
        byte[] plain = plain("BRK.B", 1, 1, 1);
        byte[] target = new byte[8];

        // when
        decoder.wrap(plain, 0, plain.length);
        int length = decoder.copySymbol(target, 2);

        // then
        assertThat(length).isEqualTo(5);
        assertThat(Arrays.copyOfRange(target, 2, 7))
                .isEqualTo("BRK.B".getBytes(StandardCharsets.US_ASCII));
        assertThat(decoder.symbolByte(3)).isEqualTo((byte) '.');
        assertThat(decoder.isSymbol("BRK.A")).isFalse();
        assertThat(decoder.isSymbol("BRK")).isFalse();
        assertThatThrownBy(() -> decoder.symbolByte(5))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void agreesWithTheGeneratedAccessorsOnRandomTicks() {
        long seed = 17;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            // given
            byte[] plain =
                    plain(
                            "S".repeat(random.nextInt(20)),
                            Double.longBitsToDouble(random.nextLong()),
                            random.nextLong(),
                            random.nextLong());
            Tick tick = Tick.getRootAsTick(ByteBuffer.wrap(plain));

            // when
            Verdict verdict = decoder.wrap(plain, 0, plain.length);

            // then
            assertThat(verdict).as("seed %d", seed).isEqualTo(Verdict.OK);
            assertThat(Double.doubleToLongBits(decoder.price()))
                    .isEqualTo(Double.doubleToLongBits(tick.price()));
            assertThat(decoder.size()).isEqualTo(tick.size());
            assertThat(decoder.ts()).isEqualTo(tick.ts());
            assertThat(decoder.isSymbol(tick.symbol())).isTrue();
        }
    }

    private void assertIsAmzn() {
        assertThat(decoder.isSymbol("AMZN")).isTrue();
        assertThat(decoder.symbolLength()).isEqualTo(4);
        assertThat(decoder.price()).isEqualTo(223.95);
        assertThat(decoder.size()).isEqualTo(100);
        assertThat(decoder.ts()).isEqualTo(1_340_285_400_000_000_000L);
    }

    static byte[] plain(String symbol, double price, long size, long ts) {
        FlatBufferBuilder builder = new FlatBufferBuilder(64);
        int tick = Tick.createTick(builder, builder.createString(symbol), price, size, ts);
        Tick.finishTickBuffer(builder, tick);
        return builder.sizedByteArray();
    }

    private static byte[] sizePrefixed(String symbol, double price, long size, long ts) {
        FlatBufferBuilder builder = new FlatBufferBuilder(64);
        int tick = Tick.createTick(builder, builder.createString(symbol), price, size, ts);
        Tick.finishSizePrefixedTickBuffer(builder, tick);
        return builder.sizedByteArray();
    }
}
