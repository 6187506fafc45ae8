// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.gateway.session.ClientMessages.Wishes;
import io.ringbook.gateway.session.connection.ClientConnection;
import io.ringbook.gateway.session.connection.SessionDesk;
import io.ringbook.gateway.session.stream.ChunkStore;
import io.ringbook.gateway.session.stream.SessionStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An engine and the desk of its sessions on one thread, with a clock that stands still until it is
 * moved and a journal whose room can be taken away. No sockets.
 */
final class SimulatedServer implements AutoCloseable {
    static final long SECOND_NS = 1_000_000_000L;

    final Desks desks = new Desks(2);
    final SessionDesk desk;

    /** Monotonic. */
    long nowNs = 5 * SECOND_NS;

    /** False while the journal has no room. */
    boolean hasRoom = true;

    /** What was sequenced, by kind. */
    final List<CommandKind> sequenced = new ArrayList<>();

    private final Engine engine;

    SimulatedServer(Path directory, SessionSettings settings) {
        this(directory, settings, 1);
    }

    /** With a journal whose end was cut off so many times less one. */
    SimulatedServer(Path directory, SessionSettings settings, int incarnation) {
        SessionStreams streams = new SessionStreams(new ChunkStore(directory));
        engine =
                Engine.start(
                        new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE)),
                        new UnkeptJournal(),
                        streams,
                        (sequence, cause) -> {
                            throw new AssertionError("failed at " + sequence, cause);
                        });
        desks.define(engine.ingest(), nowNs);
        desk =
                new SessionDesk(
                        settings,
                        new Exchange(desks.reference(), incarnation, Durability.NONE),
                        streams,
                        desks.access(),
                        this::submit,
                        () -> nowNs,
                        Runnable::run,
                        () -> {});
    }

    private long submit(Command command) {
        if (!hasRoom) {
            return CommandDoor.NOT_SEQUENCED;
        }
        sequenced.add(command.kind);
        return engine.ingest().submit(command, Math.max(nowNs, engine.ingest().lastTimeNs()));
    }

    /** Sequences what is due by now, such as cancels after a disconnect. */
    void onTime(long aheadNs) {
        nowNs += aheadNs;
        engine.ingest().onTime(nowNs);
    }

    Client connect() {
        return new Client(desk.connect(nowNs));
    }

    /** A connection that has logged in, everything up to then read. */
    Client login(String session) {
        return login(session, Wishes.from(1));
    }

    Client login(String session, Wishes wishes) {
        Client client = connect();
        client.login(session, wishes);
        client.read();
        return client;
    }

    @Override
    public void close() {
        engine.close();
    }

    /** The other end of a connection. */
    final class Client {
        final ClientConnection connection;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final WritableByteChannel channel = Channels.newChannel(bytes);

        private Client(ClientConnection connection) {
            this.connection = connection;
        }

        void login(String session, Wishes wishes) {
            byte[] nonce = frames().get(0).nonce();
            send(ClientMessages.login(session, desks.key(), nonce, wishes));
            while (desk.pollVerified(nowNs) != null) {
                connection.fill(nowNs);
            }
        }

        /** Sends bytes; how many were taken. */
        int send(byte[] frame) {
            int taken = connection.receive(new UnsafeBuffer(frame), 0, frame.length, nowNs);
            connection.fill(nowNs);
            return taken;
        }

        void onTime(long aheadNs) {
            nowNs += aheadNs;
            connection.onTime(nowNs, 0);
        }

        /** Takes all that the server has to say. */
        List<String> read() {
            return frames().stream().map(ServerFrame::toString).toList();
        }

        List<ServerFrame> frames() {
            connection.fill(nowNs);
            try {
                while (!connection.isClosed() && !connection.sendBuffer().isEmpty()) {
                    connection.sendBuffer().writeTo(channel);
                    connection.fill(nowNs);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            List<ServerFrame> frames = new ArrayList<>();
            new FrameDecoder()
                    .decode(
                            new UnsafeBuffer(bytes.toByteArray()),
                            0,
                            bytes.size(),
                            (buffer, offset, length) -> {
                                byte[] frame = new byte[length];
                                buffer.getBytes(offset, frame);
                                return frames.add(new ServerFrame(frame));
                            });
            bytes.reset();
            return frames;
        }
    }
}
