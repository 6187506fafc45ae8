// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A network that fails: passes bytes between clients and a server of this machine, and after seeded
 * random numbers of bytes strikes, wherever in a frame that is. At most {@value #MAX_LINKS}
 * connections at a time, {@value #BUFFER_LENGTH} bytes in each direction.
 */
public final class CuttingProxy implements AutoCloseable {
    private static final int MAX_LINKS = 64;
    private static final int BUFFER_LENGTH = 8 * 1024;
    private static final int CONNECT_TIMEOUT_MS = 5_000;

    /** What is done to the connection that carried the last byte before a strike. */
    @FunctionalInterface
    public interface Strike {
        void hit(Link link) throws IOException;
    }

    /** The ways in which a connection of a client may end or seem to go on. */
    public static final List<Strike> CUTS =
            List.of(
                    Link::reset,
                    Link::close,
                    link -> link.server.shutdownOutput(),
                    link -> link.client.shutdownOutput());

    private final ServerSocket acceptor;
    private final Random random;
    private final long meanGapBytes;
    private final List<Strike> strikes;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final List<String> struck = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile int serverPort;
    private long untilStrike;

    /**
     * @param serverPort where the server is; may change
     * @param random of the moments
     * @param meanGapBytes bytes between two strikes, half of it to one and a half of it
     * @param strikes what to do, in this order
     */
    public CuttingProxy(int serverPort, Random random, long meanGapBytes, List<Strike> strikes)
            throws IOException {
        this.acceptor = new ServerSocket(0, MAX_LINKS, InetAddress.getLoopbackAddress());
        this.serverPort = serverPort;
        this.random = random;
        this.meanGapBytes = meanGapBytes;
        this.strikes = strikes;
        this.untilStrike = nextGap();
        Thread.ofVirtual().name("proxy").start(this::acceptAll);
    }

    /** Where clients connect. */
    public int port() {
        return acceptor.getLocalPort();
    }

    /** The server has moved. */
    public void serverPort(int port) {
        serverPort = port;
    }

    /** For each strike so far, the direction that was in the middle of something. */
    public synchronized List<String> struck() {
        return List.copyOf(struck);
    }

    /** Closes everything; fails if a strike did. */
    @Override
    public void close() throws IOException {
        acceptor.close();
        links.forEach(Link::close);
        if (failure.get() != null) {
            throw new AssertionError("a strike failed", failure.get());
        }
    }

    private void acceptAll() {
        while (!acceptor.isClosed()) {
            try {
                accept(acceptor.accept());
            } catch (IOException e) {
                // Closed: the loop ends.
                assert acceptor.isClosed() : e;
            }
        }
    }

    private void accept(Socket client) throws IOException {
        Socket server = new Socket();
        Link link = new Link(client, server);
        if (links.size() == MAX_LINKS) {
            link.close();
            return;
        }
        try {
            server.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort),
                    CONNECT_TIMEOUT_MS);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        } catch (IOException e) {
            // No server at the moment: to the client that is a cut.
            link.close();
            return;
        }
        links.add(link);
        Thread.ofVirtual().start(() -> link.pump(client, server, "requests"));
        Thread.ofVirtual().start(() -> link.pump(server, client, "answers"));
    }

    /** How many of these bytes may pass before the next strike. */
    private synchronized int admit(int length) {
        if (struck.size() == strikes.size()) {
            return length;
        }
        int admitted = (int) Math.min(length, untilStrike);
        untilStrike -= admitted;
        return admitted;
    }

    private synchronized void strikeIfDue(Link link, String direction) {
        if (untilStrike > 0 || struck.size() == strikes.size()) {
            return;
        }
        untilStrike = nextGap();
        struck.add(direction);
        try {
            strikes.get(struck.size() - 1).hit(link);
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private long nextGap() {
        return meanGapBytes / 2 + random.nextLong(meanGapBytes + 1);
    }

    /** A client's connection, and the one to the server that stands for it. */
    public final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean requestsVanish;
        private volatile boolean answersVanish;

        private Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        /** Ends both connections by a reset: what is under way is lost. */
        public void reset() throws IOException {
            client.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
            close();
        }

        /** From here on the client's bytes vanish, and nobody is told. */
        public void loseRequests() {
            requestsVanish = true;
        }

        /** From here on the server's bytes vanish, and nobody is told. */
        public void loseAnswers() {
            answersVanish = true;
        }

        /** Closes both connections. */
        public void close() {
            links.remove(this);
            try (client;
                    server) {
                requestsVanish = true;
                answersVanish = true;
            } catch (IOException e) {
                failure.compareAndSet(null, e);
            }
        }

        private void pump(Socket from, Socket to, String direction) {
            byte[] bytes = new byte[BUFFER_LENGTH];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                    pass(out, bytes, length, direction);
                }
                to.shutdownOutput();
            } catch (IOException e) {
                close();
            }
            if (client.isOutputShutdown() && server.isOutputShutdown()) {
                close();
            }
        }

        private void pass(OutputStream out, byte[] bytes, int length, String direction)
                throws IOException {
            int passed = 0;
            while (passed < length) {
                int admitted = admit(length - passed);
                if (!(direction.equals("requests") ? requestsVanish : answersVanish)) {
                    out.write(bytes, passed, admitted);
                }
                passed += admitted;
                strikeIfDue(this, direction);
            }
        }
    }
}
