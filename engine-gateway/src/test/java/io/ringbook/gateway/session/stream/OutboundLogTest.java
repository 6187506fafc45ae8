// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboundLogTest {
    /** Several chunks' worth. */
    private static final int MANY = 5_000;

    @TempDir private Path directory;
    private OutboundLog log;

    @BeforeEach
    void open() {
        log = new OutboundLog(new ChunkStore(directory));
    }

    @Test
    void cursorCopiesEveryFrameInOrderOverChunks() {
        append(MANY);
        LogCursor cursor = new LogCursor(log, 1);

        long expected = 1;
        ByteBuffer target = ByteBuffer.allocateDirect(1000);
        while (cursor.hasMore()) {
            target.clear();
            int copied = cursor.copyTo(target, Long.MAX_VALUE);
            assertThat(copied).isPositive();
            for (int at = 0; at < copied; at += SequenceMarkEncoder.FRAME_LENGTH) {
                assertThat(FrameDescriptor.sequence(new UnsafeBuffer(target), at))
                        .isEqualTo(expected++);
            }
        }
        assertThat(expected).isEqualTo(MANY + 1);
    }

    @Test
    void cursorFindsAnySequence() {
        append(MANY);

        for (int from = 1; from <= MANY + 1; from += 7) {
            LogCursor cursor = new LogCursor(log, from);
            assertThat(cursor.nextSequence()).isEqualTo(from);
            if (from <= MANY) {
                assertThat(firstSequence(cursor)).isEqualTo(from);
            }
        }
    }

    @Test
    void cursorAtTheEndWaitsForWhatComes() {
        append(MANY);
        LogCursor cursor = new LogCursor(log, MANY + 1);
        assertThat(cursor.hasMore()).isFalse();
        assertThat(cursor.backlogBytes()).isZero();

        append(1);

        assertThat(cursor.backlogBytes()).isEqualTo(SequenceMarkEncoder.FRAME_LENGTH);
        assertThat(firstSequence(cursor)).isEqualTo(MANY + 1);
    }

    @Test
    void onlyWhatWasThereAtTheLoginIsMarkedAsReplay() {
        append(2);
        LogCursor cursor = new LogCursor(log, 2);
        append(1);
        ByteBuffer target = ByteBuffer.allocate(1000);

        cursor.copyTo(target, Long.MAX_VALUE);

        UnsafeBuffer copied = new UnsafeBuffer(target);
        assertThat(FrameDescriptor.flags(copied, 0)).isEqualTo(FrameDescriptor.REPLAY_FLAG);
        assertThat(FrameDescriptor.flags(copied, SequenceMarkEncoder.FRAME_LENGTH)).isZero();
        assertThat(FrameDescriptor.flags(log.claim(100), 0)).isZero();
    }

    @Test
    void frameThatDoesNotFitTheTargetWaits() {
        append(3);
        LogCursor cursor = new LogCursor(log, 1);
        ByteBuffer target = ByteBuffer.allocate(2 * SequenceMarkEncoder.FRAME_LENGTH + 8);

        assertThat(cursor.copyTo(target, Long.MAX_VALUE))
                .isEqualTo(2L * SequenceMarkEncoder.FRAME_LENGTH);
        assertThat(cursor.nextSequence()).isEqualTo(3);
    }

    @Test
    void cursorOfAnEmptyLogSeesItsFirstFrame() {
        LogCursor cursor = new LogCursor(log, 1);
        assertThat(cursor.hasMore()).isFalse();
        assertThat(cursor.backlogBytes()).isZero();

        append(2);

        assertThat(cursor.backlogBytes()).isEqualTo(2L * SequenceMarkEncoder.FRAME_LENGTH);
        assertThat(firstSequence(cursor)).isEqualTo(1);
        assertThat(cursor.backlogBytes()).isEqualTo(SequenceMarkEncoder.FRAME_LENGTH);
    }

    @Test
    void closedLogStaysReadable() {
        append(MANY);
        LogCursor cursor = new LogCursor(log, MANY);

        log.close();

        assertThat(cursor.isAtEndOfDay()).isFalse();
        assertThat(firstSequence(cursor)).isEqualTo(MANY);
        assertThat(cursor.isAtEndOfDay()).isTrue();
    }

    private void append(int count) {
        SequenceMarkEncoder encoder = new SequenceMarkEncoder();
        for (int i = 0; i < count; i++) {
            encoder.wrap(
                            log.claim(SequenceMarkEncoder.FRAME_LENGTH),
                            log.writeOffset(),
                            MessageType.HEARTBEAT,
                            (byte) 0,
                            log.nextSequence())
                    .mark(i);
            log.commit(SequenceMarkEncoder.FRAME_LENGTH);
        }
    }

    private static long firstSequence(LogCursor cursor) {
        ByteBuffer target = ByteBuffer.allocate(SequenceMarkEncoder.FRAME_LENGTH);
        cursor.copyTo(target, Long.MAX_VALUE);
        return FrameDescriptor.sequence(new UnsafeBuffer(target), 0);
    }
}
