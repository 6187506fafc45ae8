// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.gateway.session.connection.Conversation;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The duty cycle of the one thread that has all sockets: reads, has its {@link SocketDuty} done,
 * writes, looks at the clock. Spins a little when idle, then sleeps in the selector until a socket
 * or somebody with work wakes it.
 *
 * @param <C> what is said over its sockets
 */
public final class ConnectionLoop<C extends Conversation> implements Runnable {
    private static final long TICK_NS = 10_000_000L;
    private static final long SLEEP_MS = 5;
    private static final long STOP_NS = 1_000_000_000L;
    private static final int MAX_ACCEPTS = 64;

    private final ServerSettings settings;
    private final ServerSocketChannel acceptor;
    private final SocketDuty<C> duty;
    private final Selector selector;
    private final SelectionKey acceptKey;
    private final Wakeup wakeup;
    private final ByteBuffer readBytes;
    private final UnsafeBuffer readView;
    private final List<ClientSocket<C>> sockets = new ArrayList<>();
    private final Consumer<SelectionKey> onReady = this::onReady;
    private long nowNs;
    private long lastWorkNs;
    private long lastTickNs;
    private volatile boolean stopping;

    /**
     * @param port the loop's from now on, closed with it
     * @throws IOException if the system gives no selector
     */
    public ConnectionLoop(ServerPort port, SocketDuty<C> duty) throws IOException {
        this.settings = port.settings();
        this.acceptor = port.channel();
        this.duty = duty;
        this.selector = Selector.open();
        this.wakeup = new Wakeup(selector);
        this.readBytes = ByteBuffer.allocateDirect(settings.readBufferLength());
        this.readView = new UnsafeBuffer(readBytes);
        this.acceptKey = acceptor.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Somebody has left work; wakes the thread at whatever cost. Any thread. */
    void wakeUp() {
        selector.wakeup();
    }

    /** Wakes the thread if it sleeps. Any thread. */
    Wakeup wakeup() {
        return wakeup;
    }

    /** The sockets there are. On this thread. */
    List<ClientSocket<C>> sockets() {
        return sockets;
    }

    /** A buffer for whatever is read and thrown away. On this thread. */
    ByteBuffer scratch() {
        return readBytes;
    }

    /** Bytes of all connections that were read and not dealt with. To be asked on this thread. */
    long readBytesHeld() {
        long bytes = readBytes.capacity();
        for (int i = 0; i < sockets.size(); i++) {
            bytes += FrameDescriptor.MAX_LENGTH + sockets.get(i).heldLength();
        }
        return bytes;
    }

    /** Ends the loop. Any thread. */
    public void stop() {
        stopping = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector;
                acceptor) {
            duty.begin(this);
            nowNs = System.nanoTime();
            lastTickNs = nowNs;
            while (!stopping) {
                select();
                if (duty.work(nowNs)) {
                    lastWorkNs = nowNs;
                }
                tick();
            }
            stopAll();
        } catch (IOException | RuntimeException | Error e) {
            duty.onFailure(e);
        } finally {
            for (ClientSocket<C> socket : sockets) {
                socket.close();
            }
        }
    }

    private void select() throws IOException {
        nowNs = System.nanoTime();
        if (nowNs - lastWorkNs < settings.idleSpinNs() || duty.hasWork()) {
            Thread.onSpinWait();
            selector.selectNow(onReady);
            return;
        }
        wakeup.beforeSleep();
        if (!duty.hasWork() && !stopping) {
            selector.select(onReady, SLEEP_MS);
        }
        wakeup.afterSleep();
    }

    private void onReady(SelectionKey key) {
        nowNs = System.nanoTime();
        lastWorkNs = nowNs;
        ClientSocket<C> socket = attached(key);
        if (socket == null) {
            acceptAll();
            return;
        }
        try {
            if (socket.isReadable() && !socket.read(readBytes, readView, nowNs)) {
                socket.conversation.onPeerGone(nowNs);
            } else {
                socket.flush(nowNs);
            }
        } catch (IOException e) {
            socket.conversation.onPeerGone(nowNs);
        }
        dropIfClosed(socket);
    }

    @SuppressWarnings("unchecked") // Nothing else is ever attached.
    private ClientSocket<C> attached(SelectionKey key) {
        return (ClientSocket<C>) key.attachment();
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
        C conversation = duty.connect(channel, nowNs);
        if (conversation == null) {
            return;
        }
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (settings.socketBufferLength() > 0) {
                channel.setOption(StandardSocketOptions.SO_SNDBUF, settings.socketBufferLength());
            }
            SelectionKey key = channel.register(selector, 0);
            ClientSocket<C> socket = new ClientSocket<>(channel, key, conversation, nowNs);
            socket.index = sockets.size();
            sockets.add(socket);
            duty.onConnected(socket);
            flush(socket);
        } catch (IOException e) {
            // The client has gone before it was greeted.
            conversation.close();
            channel.close();
        }
    }

    private void tick() {
        if (nowNs - lastTickNs < TICK_NS) {
            return;
        }
        lastTickNs = nowNs;
        long stalledNs = duty.tick(nowNs);
        for (int i = sockets.size() - 1; i >= 0; i--) {
            ClientSocket<C> socket = sockets.get(i);
            socket.conversation.onTime(nowNs, stalledNs);
            if (socket.conversation.isClosed() || !socket.conversation.sendBuffer().isEmpty()) {
                flush(socket);
            }
        }
        if (acceptKey.interestOps() == 0) {
            acceptKey.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    /** Writes what there is to say to a client, as far as its socket takes it. On this thread. */
    void flush(ClientSocket<C> socket) {
        try {
            if (!socket.conversation.isClosed()) {
                socket.flush(nowNs);
                tellOpen(socket);
            }
        } catch (IOException e) {
            socket.conversation.onPeerGone(nowNs);
        }
        dropIfClosed(socket);
    }

    private void tellOpen(ClientSocket<C> socket) {
        if (!socket.openTold && socket.conversation.isOpen()) {
            socket.openTold = true;
            duty.onOpen(socket.conversation, socket.address);
        }
    }

    private void dropIfClosed(ClientSocket<C> socket) {
        if (!socket.conversation.isClosed() || socket.index < 0) {
            return;
        }
        ClientSocket<C> last = sockets.remove(sockets.size() - 1);
        if (last != socket) {
            last.index = socket.index;
            sockets.set(socket.index, last);
        }
        socket.index = -1;
        socket.close();
        duty.onEnd(socket.conversation, socket.address);
    }

    /**
     * Sends what is left to say, says goodbye, and waits a bounded time for the clients to take it.
     */
    private void stopAll() throws IOException {
        acceptKey.cancel();
        duty.onStop();
        long endNs = System.nanoTime() + STOP_NS;
        boolean waiting = true;
        while (waiting && System.nanoTime() < endNs) {
            nowNs = System.nanoTime();
            waiting = false;
            for (int i = sockets.size() - 1; i >= 0; i--) {
                ClientSocket<C> socket = sockets.get(i);
                flush(socket);
                if (!socket.conversation.isClosed() && !socket.conversation.hasMore()) {
                    socket.conversation.stop(nowNs);
                    flush(socket);
                }
                waiting |= socket.index >= 0;
            }
            selector.select(this::onStopping, SLEEP_MS);
        }
    }

    private void onStopping(SelectionKey key) {
        ClientSocket<C> socket = attached(key);
        if (socket == null) {
            return;
        }
        boolean open = socket.conversation.isEnding();
        try {
            if (open && socket.isReadable() && !socket.read(readBytes, readView, nowNs)) {
                socket.conversation.onPeerGone(nowNs);
            }
        } catch (IOException e) {
            socket.conversation.onPeerGone(nowNs);
        }
        dropIfClosed(socket);
    }
}
