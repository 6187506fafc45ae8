// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Answers on the port of the statistics, on a thread of its own. Whatever its clients do, it has at
 * most {@value #MAX_CONNECTIONS} of them, one more puts out the oldest, and takes {@value
 * #MAX_ACCEPTS} new ones a second at the most; the others wait in the system's queue. When nobody
 * asks, it sleeps.
 */
final class StatsServer implements Runnable {
    static final int MAX_CONNECTIONS = 16;
    static final int MAX_ACCEPTS = 200;

    /** Of the system, for each of them. */
    private static final int SEND_BUFFER_LENGTH = 8 << 10;

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long TICK_MS = 100;

    private final StatsPort port;
    private final HttpPages pages;
    private final Selector selector;
    private final SelectionKey acceptKey;
    private final Consumer<String> faults;
    private final List<HttpConnection> connections = new ArrayList<>();
    private long secondBeginNs;
    private int acceptedThisSecond;
    private volatile boolean stopping;

    /**
     * @param faults told a sentence when it ends for a fault
     */
    StatsServer(StatsPort port, StatsText stats, Consumer<String> faults) throws IOException {
        this.port = port;
        this.pages = new HttpPages(stats);
        this.faults = faults;
        this.selector = Selector.open();
        this.acceptKey = port.channel().register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Ends it. Any thread. */
    void stop() {
        stopping = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector;
                port) {
            secondBeginNs = System.nanoTime();
            while (!stopping) {
                boolean resting = connections.isEmpty() && acceptKey.interestOps() != 0;
                selector.select(this::onReady, resting ? 0 : TICK_MS);
                onTime(System.nanoTime());
            }
        } catch (IOException | RuntimeException e) {
            faults.accept("statistics are not given any more: " + e);
        } finally {
            connections.forEach(HttpConnection::close);
        }
    }

    private void onReady(SelectionKey key) {
        if (key.attachment() instanceof HttpConnection connection) {
            connection.onReady(System.nanoTime());
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            while (acceptedThisSecond < MAX_ACCEPTS) {
                SocketChannel channel = port.channel().accept();
                if (channel == null) {
                    return;
                }
                acceptedThisSecond++;
                begin(channel);
            }
        } catch (IOException e) {
            // No more files, most likely: look again in a second.
            acceptedThisSecond = MAX_ACCEPTS;
        }
        acceptKey.interestOps(0);
    }

    private void begin(SocketChannel channel) throws IOException {
        connections.removeIf(HttpConnection::isClosed);
        if (connections.size() == MAX_CONNECTIONS) {
            connections.removeFirst().close();
        }
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_LENGTH);
            SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
            HttpConnection connection = new HttpConnection(channel, key, pages, System.nanoTime());
            key.attach(connection);
            connections.add(connection);
        } catch (IOException e) {
            // It has gone already.
            channel.close();
        }
    }

    private void onTime(long nowNs) {
        for (HttpConnection connection : connections) {
            connection.onTime(nowNs);
        }
        connections.removeIf(HttpConnection::isClosed);
        if (nowNs - secondBeginNs >= SECOND_NS) {
            secondBeginNs = nowNs;
            acceptedThisSecond = 0;
            acceptKey.interestOps(SelectionKey.OP_ACCEPT);
        }
    }
}
