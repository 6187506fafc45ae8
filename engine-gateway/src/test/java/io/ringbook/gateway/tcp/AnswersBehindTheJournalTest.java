// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static io.ringbook.gateway.session.ClientMessages.order;
import static io.ringbook.gateway.session.ClientMessages.ping;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.order.Side;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.gateway.session.Desks;
import io.ringbook.gateway.session.Exchange;
import io.ringbook.gateway.session.stream.ChunkStore;
import io.ringbook.gateway.session.stream.SessionStreams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer waits for the journal, while the server goes on with everything else. */
@Timeout(30)
final class AnswersBehindTheJournalTest {
    @TempDir private Path directory;
    private final Desks desks = new Desks(1);

    @ParameterizedTest
    @CsvSource({"FUSED,false", "FUSED,true", "STAGED,false", "STAGED,true"})
    void answerLeavesBehindItsRecord(ThreadLayout layout, boolean atForce) throws IOException {
        SlowJournal journal = new SlowJournal(atForce);
        SessionStreams streams = new SessionStreams(new ChunkStore(directory));
        streams.start();
        try (Engine engine =
                        Engine.start(
                                new EngineState(EngineConfig.defaults(layout)),
                                journal,
                                streams,
                                (sequence, cause) -> {
                                    throw new AssertionError("failed at " + sequence, cause);
                                });
                OrderEntryServer server =
                        OrderEntryServer.start(
                                ServerPort.bind(ServerRig.settings()),
                                engine,
                                new Exchange(desks.reference(), 1, Durability.SYNC),
                                streams,
                                desks.access(),
                                new ServerListener() {},
                                desks::define);
                TestClient client = new TestClient(server.port(), desks.key())) {
            client.login("DESK1A");

            // when
            journal.stop();
            try {
                client.send(order(1, 1, "A", Side.SELL, 1, 100));
                for (int i = 0; i < 100; i++) {
                    client.send(ping(i));
                    assertThat(client.texts(1)).containsExactly("PONG");
                }
            } finally {
                journal.goOn();
            }

            // then
            assertThat(client.texts(1)).containsExactly("ORDER_ACCEPTED 1 A");
        }
    }

    /** A journal that can be stopped before it takes a record, or before that is on the disk. */
    private static final class SlowJournal implements Journal {
        private final UnkeptJournal journal = new UnkeptJournal();
        private final Semaphore gate = new Semaphore(1);
        private final boolean atForce;

        SlowJournal(boolean atForce) {
            this.atForce = atForce;
        }

        void stop() {
            gate.acquireUninterruptibly();
        }

        void goOn() {
            gate.release();
        }

        private void pass() {
            gate.acquireUninterruptibly();
            gate.release();
        }

        @Override
        public void append(MutableDirectBuffer record, int offset, int length) {
            if (!atForce) {
                pass();
            }
            journal.append(record, offset, length);
        }

        @Override
        public void force() {
            if (atForce) {
                pass();
            }
            journal.force();
        }

        @Override
        public void roll() {
            journal.roll();
        }

        @Override
        public long lastSequence() {
            return journal.lastSequence();
        }

        @Override
        public long lastChainHash() {
            return journal.lastChainHash();
        }

        @Override
        public long forcedWatermark() {
            return journal.forcedWatermark();
        }

        @Override
        public int incarnation() {
            return journal.incarnation();
        }

        @Override
        public long roomBytes() {
            return journal.roomBytes();
        }

        @Override
        public boolean ensureRoom(long bytes) {
            return journal.ensureRoom(bytes);
        }

        @Override
        public String roomFault() {
            return journal.roomFault();
        }

        @Override
        public void close() {
            journal.close();
        }
    }
}
