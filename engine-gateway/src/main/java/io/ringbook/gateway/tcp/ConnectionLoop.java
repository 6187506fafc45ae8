// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.gateway.session.connection.ClientConnection;
import io.ringbook.gateway.session.connection.SessionDesk;
import io.ringbook.gateway.session.stream.SessionStreams;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The duty cycle of the one thread that has all sockets and the engine's ingest: read and submit,
 * go on with logins, write what was published, look at the clock. Spins a little when idle, then
 * sleeps in the selector until a socket, a worker or the publishing thread wakes it.
 */
final class ConnectionLoop implements Runnable {
    private static final long TICK_NS = 10_000_000L;
    private static final long SLEEP_MS = 5;
    private static final long STOP_NS = 1_000_000_000L;
    private static final int MAX_ACCEPTS = 64;

    private final ServerSettings settings;
    private final ServerSocketChannel acceptor;
    private final Selector selector;
    private final SelectionKey acceptKey;
    private final IngestDoor door;
    private final SessionStreams streams;
    private final Wakeup wakeup;
    private final ServerListener listener;
    private final ByteBuffer readBytes;
    private final UnsafeBuffer readView;
    private final Turnaway turnaway;
    private final List<ClientSocket> sockets = new ArrayList<>();
    private final Consumer<SelectionKey> onReady = this::onReady;
    private final Queue<Consumer<Ingest>> tasks = new ConcurrentLinkedQueue<>();
    private Supplier<SessionDesk> beginning;
    private SessionDesk desk;
    private boolean roomShort;
    private long nowNs;
    private long lastWorkNs;
    private long lastTickNs;
    private volatile boolean stopping;

    ConnectionLoop(
            ServerPort port, IngestDoor door, SessionStreams streams, ServerListener listener)
            throws IOException {
        this.settings = port.settings();
        this.acceptor = port.channel();
        this.selector = Selector.open();
        this.door = door;
        this.wakeup = new Wakeup(selector);
        this.streams = streams;
        streams.onChange(wakeup);
        this.listener = listener;
        this.readBytes = ByteBuffer.allocateDirect(settings.readBufferLength());
        this.readView = new UnsafeBuffer(readBytes);
        this.turnaway =
                new Turnaway(settings.sessions().loginTimeoutNs(), OrderEntryServer::wallNs);
        this.acceptKey = acceptor.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** What is done first of all on the thread; before it starts. */
    void begin(Supplier<SessionDesk> firstOfAll) {
        beginning = firstOfAll;
    }

    /** A worker has left something. Any thread. */
    void wakeUp() {
        selector.wakeup();
    }

    /** Has something done on this thread. Any thread. */
    void execute(Consumer<Ingest> task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Buffers of all connections, in bytes. To be asked on this thread. */
    long bufferBytes() {
        long bytes = desk.sendBufferBytes() + readBytes.capacity();
        for (int i = 0; i < sockets.size(); i++) {
            bytes += FrameDescriptor.MAX_LENGTH + sockets.get(i).heldLength();
        }
        return bytes;
    }

    /** Ends the loop. Any thread. */
    void stop() {
        stopping = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector;
                acceptor) {
            desk = beginning.get();
            nowNs = System.nanoTime();
            lastTickNs = nowNs;
            while (!stopping) {
                select();
                runTasks();
                goOnWithLogins();
                writePublished();
                tick();
            }
            stopAll();
        } catch (IOException | RuntimeException | Error e) {
            listener.onFailure(e);
        } finally {
            for (ClientSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private void select() throws IOException {
        nowNs = System.nanoTime();
        if (nowNs - lastWorkNs < settings.idleSpinNs() || desk.hasChanged()) {
            Thread.onSpinWait();
            selector.selectNow(onReady);
            return;
        }
        wakeup.beforeSleep();
        if (!desk.hasChanged() && tasks.isEmpty() && !stopping) {
            selector.select(onReady, SLEEP_MS);
        }
        wakeup.afterSleep();
    }

    private void onReady(SelectionKey key) {
        nowNs = System.nanoTime();
        lastWorkNs = nowNs;
        if (key.attachment() == null) {
            acceptAll();
            return;
        }
        ClientSocket socket = (ClientSocket) key.attachment();
        try {
            if (socket.isReadable() && !socket.read(readBytes, readView, nowNs)) {
                socket.connection.onPeerGone(nowNs);
            } else {
                socket.flush(nowNs);
            }
        } catch (IOException e) {
            socket.connection.onPeerGone(nowNs);
        }
        dropIfClosed(socket);
    }

    private void acceptAll() {
        try {
            for (int i = 0; i < MAX_ACCEPTS; i++) {
                SocketChannel channel = acceptor.accept();
                if (channel == null) {
                    return;
                }
                accept(channel);
            }
        } catch (IOException e) {
            // No more files, most likely: look again at the next tick, not at once.
            acceptKey.interestOps(0);
        }
    }

    private void accept(SocketChannel channel) throws IOException {
        if (sockets.size() >= settings.maxConnections() || isCrowded()) {
            turnAway(channel);
            return;
        }
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (settings.socketBufferLength() > 0) {
                channel.setOption(StandardSocketOptions.SO_SNDBUF, settings.socketBufferLength());
            }
            SelectionKey key = channel.register(selector, 0);
            ClientSocket socket = new ClientSocket(channel, key, desk.connect(nowNs), nowNs);
            socket.index = sockets.size();
            sockets.add(socket);
            flush(socket);
        } catch (IOException e) {
            // The client has gone before it was greeted.
            channel.close();
        }
    }

    private void turnAway(SocketChannel channel) {
        try (channel) {
            SocketAddress address = channel.getRemoteAddress();
            turnaway.turnAway(channel, readBytes);
            listener.onEnd("", address, Turnaway.REASON + ": " + Turnaway.REASON.text());
        } catch (IOException e) {
            // The client has gone before it was told.
            return;
        }
    }

    /** Makes room among those who have not logged in; true if there is none to be made. */
    private boolean isCrowded() {
        int waiting = 0;
        ClientSocket oldest = null;
        for (int i = 0; i < sockets.size(); i++) {
            ClientSocket socket = sockets.get(i);
            if (socket.connection.isBeforeLogin()) {
                waiting++;
                if (socket.connection.isGreeted()
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
        oldest.connection.evict(nowNs);
        flush(oldest);
        return false;
    }

    private void runTasks() {
        for (Consumer<Ingest> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.accept(door.ingest());
        }
    }

    private void goOnWithLogins() {
        ClientConnection connection = desk.pollVerified(nowNs);
        while (connection != null) {
            lastWorkNs = nowNs;
            ClientSocket socket = (ClientSocket) connection.attachment();
            if (!connection.isClosed()) {
                flush(socket);
            }
            connection = desk.pollVerified(nowNs);
        }
    }

    private void writePublished() {
        while (desk.hasChanged()) {
            lastWorkNs = nowNs;
            ClientConnection connection = desk.nextChanged();
            if (connection != null) {
                flush((ClientSocket) connection.attachment());
            }
        }
    }

    private void tick() {
        door.onTime();
        if (nowNs - lastTickNs < TICK_NS) {
            return;
        }
        lastTickNs = nowNs;
        long stalledNs = door.takeStalledNs();
        desk.retryLogoffs();
        for (int i = sockets.size() - 1; i >= 0; i--) {
            ClientSocket socket = sockets.get(i);
            socket.connection.onTime(nowNs, stalledNs);
            if (socket.connection.isClosed() || !socket.connection.sendBuffer().isEmpty()) {
                flush(socket);
            }
        }
        if (acceptKey.interestOps() == 0) {
            acceptKey.interestOps(SelectionKey.OP_ACCEPT);
        }
        tellRoom();
    }

    /** Tells once that the disk is full, and once that it no longer is. */
    private void tellRoom() {
        String fault = streams.roomFault();
        if (roomShort != (fault != null)) {
            roomShort = fault != null;
            listener.onRoom(fault);
        }
    }

    private void flush(ClientSocket socket) {
        try {
            if (!socket.connection.isClosed()) {
                socket.flush(nowNs);
                tellLogin(socket);
            }
        } catch (IOException e) {
            socket.connection.onPeerGone(nowNs);
        }
        dropIfClosed(socket);
    }

    private void tellLogin(ClientSocket socket) {
        if (!socket.loginTold && socket.connection.isOpen()) {
            socket.loginTold = true;
            listener.onLogin(socket.connection.sessionName(), socket.address);
        }
    }

    private void dropIfClosed(ClientSocket socket) {
        if (!socket.connection.isClosed() || socket.index < 0) {
            return;
        }
        ClientSocket last = sockets.remove(sockets.size() - 1);
        if (last != socket) {
            last.index = socket.index;
            sockets.set(socket.index, last);
        }
        socket.index = -1;
        socket.close();
        listener.onEnd(
                socket.connection.sessionName(), socket.address, socket.connection.endText());
    }

    /**
     * Sends what is published, says goodbye, and waits a bounded time for the clients to take it.
     */
    private void stopAll() throws IOException {
        acceptKey.cancel();
        door.ingest().awaitPublished();
        long endNs = System.nanoTime() + STOP_NS;
        boolean waiting = true;
        while (waiting && System.nanoTime() < endNs) {
            nowNs = System.nanoTime();
            waiting = false;
            for (int i = sockets.size() - 1; i >= 0; i--) {
                ClientSocket socket = sockets.get(i);
                flush(socket);
                if (!socket.connection.isClosed() && !socket.connection.hasMore()) {
                    socket.connection.stop(nowNs);
                    flush(socket);
                }
                waiting |= socket.index >= 0;
            }
            selector.select(this::onStopping, SLEEP_MS);
        }
    }

    private void onStopping(SelectionKey key) {
        ClientSocket socket = (ClientSocket) key.attachment();
        if (socket == null) {
            return;
        }
        boolean open = socket.connection.isEnding();
        try {
            if (open && socket.isReadable() && !socket.read(readBytes, readView, nowNs)) {
                socket.connection.onPeerGone(nowNs);
            }
        } catch (IOException e) {
            socket.connection.onPeerGone(nowNs);
        }
        dropIfClosed(socket);
    }
}
