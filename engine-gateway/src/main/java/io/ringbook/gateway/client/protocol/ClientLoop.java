// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.core.order.Command;
import io.ringbook.gateway.client.outbound.CommandFrames;
import io.ringbook.gateway.client.outbound.PendingCommand;
import io.ringbook.gateway.client.outbound.Question;
import io.ringbook.gateway.client.outbound.SendBuffer;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The client's thread: one socket, one selector, one {@link ClientSession}. Other threads hand
 * commands over through a queue, which the window of unanswered commands bounds.
 */
public final class ClientLoop implements Runnable {
    private static final long TICK_MS = 20;
    private static final long CONNECT_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);
    private static final int READ_BUFFER_LENGTH = 1 << 16;

    private final SessionTerms terms;
    private final ClientSession session;
    private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BUFFER_LENGTH);
    private final UnsafeBuffer read = new UnsafeBuffer(readBuffer);
    private final Selector selector;
    private final Object lock = new Object();
    private Queue<PendingCommand> handedOver = new ArrayDeque<>();
    private Queue<PendingCommand> taken = new ArrayDeque<>();
    private final Queue<Question> questions = new ArrayDeque<>();
    private long lastTicket;
    private String endReason;
    private volatile boolean closeRequested;
    private volatile boolean cutRequested;
    private SocketChannel channel;
    private SelectionKey selection;
    private boolean connected;
    private long connectingSinceNs;

    public ClientLoop(SessionTerms terms, SessionListener listener) {
        this.terms = terms;
        this.session = new ClientSession(terms, listener, System.nanoTime());
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new Fault("cannot open a selector: " + e.getMessage(), e);
        }
    }

    /** Hands a command over; any thread. */
    public long send(Command command) {
        long ticket;
        // The lock makes the order of tickets the order of sending.
        synchronized (lock) {
            ticket = lastTicket + 1;
            handedOver.add(CommandFrames.encode(ticket, command));
            lastTicket = ticket;
        }
        selector.wakeup();
        return ticket;
    }

    /** Hands a question over; any thread. */
    public void ask(Question question) {
        String over;
        synchronized (lock) {
            over = endReason;
            if (over == null) {
                questions.add(question);
            }
        }
        if (over == null) {
            selector.wakeup();
        } else {
            question.fail(over);
        }
    }

    public void requestClose() {
        closeRequested = true;
        selector.wakeup();
    }

    public void requestCut() {
        cutRequested = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector) {
            while (!session.hasEnded()) {
                step();
            }
            flushGoodbye();
        } catch (IOException e) {
            session.end("the selector failed: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            session.end("the client failed, which is a bug of it or of its listener: " + e);
            throw e;
        } finally {
            closeChannel();
            refuseQuestions();
        }
    }

    /** Nobody is there any more to ask. */
    private void refuseQuestions() {
        synchronized (lock) {
            endReason = session.endReason();
        }
        for (Question question = questions.poll(); question != null; question = questions.poll()) {
            question.fail(endReason);
        }
    }

    private void step() throws IOException {
        long nowNs = System.nanoTime();
        if (channel == null && nowNs - session.connectsAt() >= 0) {
            connect(nowNs);
        }
        selector.select(TICK_MS);
        nowNs = System.nanoTime();
        // Read before the commands are taken: what was given before the request is then with them.
        boolean closing = closeRequested;
        takeCommands();
        if (channel != null) {
            if (connected) {
                read(nowNs);
            } else {
                finishConnect(nowNs);
            }
        }
        session.onTime(nowNs);
        if (closing) {
            session.close();
        }
        session.pump();
        if (channel != null && connected) {
            write(nowNs);
        }
        if (cutRequested) {
            cutRequested = false;
            lose("cut on request", nowNs);
        } else if (session.wantsCut() && !session.hasEnded()) {
            lose("", nowNs);
        }
        selector.selectedKeys().clear();
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
            selection = channel.register(selector, SelectionKey.OP_CONNECT);
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

    private void takeCommands() {
        synchronized (lock) {
            Queue<PendingCommand> full = handedOver;
            handedOver = taken;
            taken = full;
            questions.forEach(session::ask);
            questions.clear();
        }
        for (PendingCommand command = taken.poll(); command != null; command = taken.poll()) {
            session.submit(command);
        }
    }

    private void read(long nowNs) {
        try {
            readBuffer.clear();
            // One buffer at a time: a server that does not stop must not keep this side silent.
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

    private void write(long nowNs) {
        SendBuffer output = session.output();
        if (output.length() == 0) {
            return;
        }
        try {
            output.writeTo(channel);
            selection.interestOps(
                    output.length() == 0
                            ? SelectionKey.OP_READ
                            : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        } catch (IOException e) {
            lose("the connection to " + terms.address() + " broke: " + reason(e), nowNs);
        }
    }

    private void lose(String why, long nowNs) {
        closeChannel();
        session.onCut(why, nowNs);
    }

    /** What is still to be said before the socket closes, without waiting for anybody. */
    private void flushGoodbye() {
        if (channel != null && connected && session.output().length() > 0) {
            write(System.nanoTime());
        }
    }

    private void closeChannel() {
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
