// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.ThreadLayout;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine whose disk is full after match can still be stopped. */
final class CloseOnFullDiskTest {
    private static final long CLOSE_MS = 8_000;

    @ParameterizedTest
    @EnumSource(
            value = ThreadLayout.class,
            names = {"FUSED", "STAGED"})
    void closeEndsWhileTheDiskIsFull(ThreadLayout layout) throws InterruptedException {
        // given a command that was matched and finds no room
        FullJournal journal = new FullJournal();
        Engine engine =
                Engine.start(
                        new EngineState(EngineConfig.defaults(layout)),
                        journal,
                        (buffer, offset, length) -> {},
                        (sequence, cause) -> {});
        Command tick = new Command();
        tick.kind = CommandKind.MARKET_TICK;
        engine.ingest().submit(tick, 1);

        // when
        Thread closing = new Thread(engine::close);
        closing.setDaemon(true);
        closing.start();
        closing.join(CLOSE_MS);
        boolean closed = !closing.isAlive();
        journal.full = false;
        closing.join(CLOSE_MS);

        // then
        assertThat(closed).as("closed while the disk was full").isTrue();
    }

    /** A journal on a full disk, though it said that it had room. */
    private static final class FullJournal implements Journal {
        private final UnkeptJournal kept = new UnkeptJournal();
        private volatile boolean full = true;

        @Override
        public void append(MutableDirectBuffer record, int offset, int length) {
            if (full) {
                throw new JournalException(JournalException.Kind.NO_ROOM, "The disk is full.");
            }
            kept.append(record, offset, length);
        }

        @Override
        public void force() {}

        @Override
        public void roll() {}

        @Override
        public long lastSequence() {
            return kept.lastSequence();
        }

        @Override
        public long lastChainHash() {
            return kept.lastChainHash();
        }

        @Override
        public long forcedWatermark() {
            return 0;
        }

        @Override
        public int incarnation() {
            return 1;
        }

        @Override
        public long roomBytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean ensureRoom(long bytes) {
            return true;
        }

        @Override
        public String roomFault() {
            return null;
        }

        @Override
        public void close() {}
    }
}
