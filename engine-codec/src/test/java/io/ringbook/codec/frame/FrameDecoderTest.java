// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.frame;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FrameDecoderTest {
    private final FrameDecoder decoder = new FrameDecoder();
    private final List<byte[]> frames = new ArrayList<>();
    private final FrameHandler collector =
            (buffer, offset, length) -> {
                byte[] frame = new byte[length];
                buffer.getBytes(offset, frame);
                return frames.add(frame);
            };

    @Test
    void oneByteAtATimeAndAHundredFramesAtOnceGiveTheSameFrames() {
        // given
        List<byte[]> sent = frames(new Random(1), 100);
        byte[] stream = join(sent);

        // when
        feed(stream, stream.length);
        List<byte[]> atOnce = List.copyOf(frames);
        frames.clear();
        decoder.reset();
        feed(stream, 1);

        // then
        assertThat(atOnce).usingElementComparator(Arrays::compare).isEqualTo(sent);
        assertThat(frames).usingElementComparator(Arrays::compare).isEqualTo(sent);
        assertThat(decoder.deliveredBytes()).isEqualTo(stream.length);
        assertThat(decoder.tornLength()).isZero();
    }

    @Test
    void anyPiecesGiveTheSameFramesAndTheSameFault() {
        for (long seed = 0; seed < 300; seed++) {
            // given
            Random random = new Random(seed);
            List<byte[]> sent = frames(random, random.nextInt(30));
            byte[] stream = join(sent);
            byte[] broken = Arrays.copyOf(stream, stream.length + 64);
            int claimed = new int[] {0, 15, -1, 4104, 17, Integer.MIN_VALUE}[random.nextInt(6)];
            new UnsafeBuffer(broken).putInt(stream.length, claimed, LITTLE_ENDIAN);

            // when
            decoder.reset();
            frames.clear();
            UnsafeBuffer source = new UnsafeBuffer(broken);
            int position = 0;
            while (position < broken.length && decoder.fault() == FrameFault.NONE) {
                int length =
                        Math.min(broken.length - position, random.nextInt(1 << random.nextInt(13)));
                position += decoder.decode(source, position, length, collector);
            }

            // then
            assertThat(frames)
                    .as("seed %d", seed)
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(sent);
            assertThat(decoder.fault())
                    .as("seed %d", seed)
                    .isEqualTo(FrameFault.ofLength(claimed))
                    .isNotEqualTo(FrameFault.NONE);
            assertThat(decoder.deliveredBytes()).as("seed %d", seed).isEqualTo(stream.length);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, TOO_SHORT",
        "8, TOO_SHORT",
        "15, TOO_SHORT",
        "17, NOT_ALIGNED",
        "4092, NOT_ALIGNED",
        "4097, TOO_LONG",
        "4104, TOO_LONG",
        "2147483647, TOO_LONG",
        "-1, TOO_LONG",
        "-2147483648, TOO_LONG",
        "16, NONE",
        "4096, NONE"
    })
    void lengthFieldDecidesBeforeAnythingElseArrived(int length, FrameFault expected) {
        // given
        UnsafeBuffer source = new UnsafeBuffer(new byte[4]);
        source.putInt(0, length, LITTLE_ENDIAN);

        // when
        decoder.decode(source, 0, 4, collector);

        // then
        assertThat(decoder.fault()).isEqualTo(expected);
        assertThat(frames).isEmpty();
    }

    @Test
    void takesNothingAfterAFaultUntilReset() {
        // given
        byte[] good = frame(new Random(3), 32);
        decoder.decode(new UnsafeBuffer(new byte[8]), 0, 8, collector);

        // when
        int taken = decoder.decode(new UnsafeBuffer(good), 0, good.length, collector);
        decoder.reset();
        int takenAfterReset = decoder.decode(new UnsafeBuffer(good), 0, good.length, collector);

        // then
        assertThat(taken).isZero();
        assertThat(takenAfterReset).isEqualTo(good.length);
        assertThat(frames).hasSize(1);
    }

    @Test
    void stopsBehindTheFrameAtWhichTheHandlerStopped() {
        // given
        List<byte[]> sent = frames(new Random(4), 10);
        byte[] stream = join(sent);
        UnsafeBuffer source = new UnsafeBuffer(stream);
        FrameHandler oneAtATime =
                (buffer, offset, length) -> {
                    collector.onFrame(buffer, offset, length);
                    return false;
                };

        // when: pieces that end inside frames too
        int position = 0;
        int calls = 0;
        while (position < stream.length) {
            int length = Math.min(stream.length - position, 100);
            position += decoder.decode(source, position, length, oneAtATime);
            calls++;
            assertThat(decoder.deliveredBytes() + decoder.tornLength()).isEqualTo(position);
        }

        // then
        assertThat(calls).isGreaterThanOrEqualTo(sent.size());
        assertThat(frames).usingElementComparator(Arrays::compare).isEqualTo(sent);
    }

    @Test
    void largestFrameIsPutTogetherFromSingleBytes() {
        // given
        byte[] largest = frame(new Random(5), FrameDescriptor.MAX_LENGTH);

        // when
        feed(largest, 1);

        // then
        assertThat(frames).usingElementComparator(Arrays::compare).containsExactly(largest);
    }

    private void feed(byte[] stream, int pieceLength) {
        UnsafeBuffer source = new UnsafeBuffer(stream);
        for (int position = 0; position < stream.length; position += pieceLength) {
            int length = Math.min(pieceLength, stream.length - position);
            assertThat(decoder.decode(source, position, length, collector)).isEqualTo(length);
        }
    }

    private static List<byte[]> frames(Random random, int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(frame(random, 16 + 8 * random.nextInt(1 << random.nextInt(9))));
        }
        return frames;
    }

    private static byte[] frame(Random random, int length) {
        byte[] frame = new byte[length];
        random.nextBytes(frame);
        new UnsafeBuffer(frame).putInt(0, length, LITTLE_ENDIAN);
        return frame;
    }

    private static byte[] join(List<byte[]> frames) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        frames.forEach(stream::writeBytes);
        return stream.toByteArray();
    }
}
