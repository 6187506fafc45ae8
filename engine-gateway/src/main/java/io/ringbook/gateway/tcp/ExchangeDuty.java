// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.core.pipeline.Ingest;
import io.ringbook.gateway.session.connection.ClientConnection;
import io.ringbook.gateway.session.connection.SessionDesk;
import io.ringbook.gateway.session.stream.SessionStreams;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What an exchange does on the thread of its sockets, beside them: lets clients in while there is
 * room, goes on with logins, has what was published written, and is the one thread of ingest.
 */
final class ExchangeDuty implements SocketDuty<ClientConnection> {
    private final ServerSettings settings;
    private final IngestDoor door;
    private final SessionStreams streams;
    private final ServerListener listener;
    private final Turnaway turnaway;
    private final Queue<Consumer<Ingest>> tasks = new ConcurrentLinkedQueue<>();
    private Supplier<SessionDesk> beginning;
    private ConnectionLoop<ClientConnection> loop;
    private SessionDesk desk;
    private boolean roomShort;

    ExchangeDuty(
            ServerSettings settings,
            IngestDoor door,
            SessionStreams streams,
            ServerListener listener) {
        this.settings = settings;
        this.door = door;
        this.streams = streams;
        this.listener = listener;
        this.turnaway =
                new Turnaway(settings.sessions().loginTimeoutNs(), OrderEntryServer::wallNs);
    }

    /** What is done first of all on the thread; before it starts. */
    void first(Supplier<SessionDesk> firstOfAll) {
        beginning = firstOfAll;
    }

    /** Has something done on this thread, which is to be woken then. Any thread. */
    void add(Consumer<Ingest> task) {
        tasks.add(task);
    }

    /** Buffers of all connections, in bytes. On this thread. */
    long bufferBytes() {
        return desk.sendBufferBytes() + loop.readBytesHeld();
    }

    @Override
    public void begin(ConnectionLoop<ClientConnection> of) {
        loop = of;
        streams.onChange(of.wakeup());
        desk = beginning.get();
    }

    @Override
    public boolean hasWork() {
        return desk.hasChanged() || !tasks.isEmpty();
    }

    @Override
    public boolean work(long nowNs) {
        runTasks();
        boolean any = goOnWithLogins(nowNs);
        any |= writePublished();
        door.onTime();
        return any;
    }

    private void runTasks() {
        for (Consumer<Ingest> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.accept(door.ingest());
        }
    }

    private boolean goOnWithLogins(long nowNs) {
        boolean any = false;
        ClientConnection connection = desk.pollVerified(nowNs);
        while (connection != null) {
            any = true;
            if (!connection.isClosed()) {
                loop.flush(socket(connection));
            }
            connection = desk.pollVerified(nowNs);
        }
        return any;
    }

    private boolean writePublished() {
        boolean any = false;
        while (desk.hasChanged()) {
            any = true;
            ClientConnection connection = desk.nextChanged();
            if (connection != null) {
                loop.flush(socket(connection));
            }
        }
        return any;
    }

    @Override
    public long tick(long nowNs) {
        long stalledNs = door.takeStalledNs();
        desk.retryLogoffs();
        tellRoom();
        return stalledNs;
    }

    /** Tells once that the disk is full, and once that it no longer is. */
    private void tellRoom() {
        String fault = streams.roomFault();
        if (roomShort != (fault != null)) {
            roomShort = fault != null;
            listener.onRoom(fault);
        }
    }

    @Override
    public ClientConnection connect(SocketChannel channel, long nowNs) {
        if (loop.sockets().size() >= settings.maxConnections() || isCrowded(nowNs)) {
            turnAway(channel);
            return null;
        }
        return desk.connect(nowNs);
    }

    private void turnAway(SocketChannel channel) {
        try (channel) {
            SocketAddress address = channel.getRemoteAddress();
            turnaway.turnAway(channel, loop.scratch());
            listener.onEnd("", address, Turnaway.REASON + ": " + Turnaway.REASON.text());
        } catch (IOException e) {
            // The client has gone before it was told.
            return;
        }
    }

    /** Makes room among those who have not logged in; true if there is none to be made. */
    private boolean isCrowded(long nowNs) {
        int waiting = 0;
        ClientSocket<ClientConnection> oldest = null;
        List<ClientSocket<ClientConnection>> sockets = loop.sockets();
        for (int i = 0; i < sockets.size(); i++) {
            ClientSocket<ClientConnection> socket = sockets.get(i);
            if (socket.conversation.isBeforeLogin()) {
                waiting++;
                if (socket.conversation.isGreeted()
                        && (oldest == null || socket.acceptedNs < oldest.acceptedNs)) {
                    oldest = socket;
                }
            }
        }
        if (waiting < settings.maxNotLoggedIn()) {
            return false;
        }
        if (oldest == null) {
            return true;
        }
        oldest.conversation.evict(nowNs);
        loop.flush(oldest);
        return false;
    }

    @Override
    public void onConnected(ClientSocket<ClientConnection> socket) {
        socket.conversation.attach(socket);
    }

    @Override
    public void onOpen(ClientConnection connection, SocketAddress address) {
        listener.onLogin(connection.sessionName(), address);
    }

    @Override
    public void onEnd(ClientConnection connection, SocketAddress address) {
        listener.onEnd(connection.sessionName(), address, connection.endText());
    }

    @Override
    public void onStop() {
        door.ingest().awaitPublished();
    }

    @Override
    public void onFailure(Throwable cause) {
        listener.onFailure(cause);
    }

    @SuppressWarnings("unchecked") // Nothing else is ever attached.
    private static ClientSocket<ClientConnection> socket(ClientConnection connection) {
        return (ClientSocket<ClientConnection>) connection.attachment();
    }
}
