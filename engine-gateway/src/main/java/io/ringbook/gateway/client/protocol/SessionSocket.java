// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.gateway.client.outbound.SendBuffer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The socket of a {@link ClientSession}, one after the other: connects, reads, writes, and tells
 * the session what became of it. Never waits. One thread, the client's.
 */
final class SessionSocket {
    private static final long CONNECT_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);
    private static final int READ_BUFFER_LENGTH = 1 << 16;

    private final SessionTerms terms;
    private final ClientSession session;
    private final Object owner;
    private final Selector selector;
    private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BUFFER_LENGTH);
    private final UnsafeBuffer read = new UnsafeBuffer(readBuffer);
    private SocketChannel channel;
    private SelectionKey selection;
    private boolean connected;
    private long connectingSinceNs;

    /**
     * @param owner whom the keys of the selector are to name
     */
    SessionSocket(SessionTerms terms, ClientSession session, Object owner, Selector selector) {
        this.terms = terms;
        this.session = session;
        this.owner = owner;
        this.selector = selector;
    }

    /** Connects, if there is no connection and it is time to. */
    void connectIfDue(long nowNs) {
        if (channel == null && nowNs - session.connectsAt() >= 0) {
            connect(nowNs);
        }
    }

    /** Goes on connecting, or reads once: a server that does not stop must not fill the time. */
    void receive(long nowNs) {
        if (channel == null) {
            return;
        }
        if (connected) {
            read(nowNs);
        } else {
            finishConnect(nowNs);
        }
    }

    /** Writes as much of the session's output as the socket takes. */
    void send(long nowNs) {
        SendBuffer output = session.output();
        if (!connected || output.length() == 0) {
            return;
        }
        try {
            output.writeTo(channel);
            int wanted =
                    output.length() == 0
                            ? SelectionKey.OP_READ
                            : SelectionKey.OP_READ | SelectionKey.OP_WRITE;
            if (selection.interestOps() != wanted) {
                selection.interestOps(wanted);
            }
        } catch (IOException e) {
            lose("the connection to " + terms.address() + " broke: " + reason(e), nowNs);
        }
    }

    /** Gives the connection up if the session wants that, and means to go on. */
    void loseIfWanted(long nowNs) {
        if (session.wantsCut() && !session.hasEnded()) {
            lose("", nowNs);
        }
    }

    /** Gives the connection up. */
    void lose(String why, long nowNs) {
        close();
        session.onCut(why, nowNs);
    }

    /** Closes it, if there is one. */
    void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // It is gone either way, and nobody could do anything about it.
                assert !channel.isOpen() : e;
            }
            channel = null;
            connected = false;
        }
    }

    private void connect(long nowNs) {
        connectingSinceNs = nowNs;
        InetSocketAddress address = terms.resolver().get();
        if (address.isUnresolved()) {
            session.onCut("cannot find host " + address.getHostString(), nowNs);
            return;
        }
        try {
            channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            connected = false;
            selection = channel.register(selector, SelectionKey.OP_CONNECT, owner);
            if (channel.connect(address)) {
                established(nowNs);
            }
        } catch (IOException e) {
            lose(refusal(e), nowNs);
        }
    }

    private void finishConnect(long nowNs) {
        try {
            if (channel.finishConnect()) {
                established(nowNs);
            } else if (nowNs - connectingSinceNs > CONNECT_TIMEOUT_NS) {
                lose("the server at " + terms.address() + " does not answer", nowNs);
            }
        } catch (IOException e) {
            lose(refusal(e), nowNs);
        }
    }

    private void established(long nowNs) {
        connected = true;
        selection.interestOps(SelectionKey.OP_READ);
        session.onConnected(nowNs);
    }

    private void read(long nowNs) {
        try {
            readBuffer.clear();
            int count = channel.read(readBuffer);
            if (count > 0) {
                session.onBytes(read, 0, count, nowNs);
            } else if (count < 0) {
                lose("the server at " + terms.address() + " closed the connection", nowNs);
            }
        } catch (IOException e) {
            lose("the connection to " + terms.address() + " broke: " + reason(e), nowNs);
        }
    }

    private String refusal(IOException e) {
        return e instanceof ConnectException
                ? "connection refused at "
                        + terms.address()
                        + ": no server listens there (start one with serve)"
                : "cannot connect to " + terms.address() + ": " + reason(e);
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
