// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A door with one session behind it and no engine: each new order is accepted. It keeps to the
 * session protocol, sequences both ways included, and its line is bad: before or behind any command
 * it may be cut, as a seeded random says. Serves one connection after the other.
 */
public final class SimulatedExchange implements AutoCloseable {
    private static final long HEARTBEAT_NS = TimeUnit.SECONDS.toNanos(2);
    private static final int ONE_IN = 1 << 20;

    private final ServerSocket listening;
    private final PublicKey key;
    private final Random random;
    private final int cutsPerMillion;
    private final Thread thread;
    private final List<byte[]> messages = new ArrayList<>();
    private final List<String> processed = new ArrayList<>();
    private final byte[] nonce = new byte[32];
    private long lastClientSequence;
    private int connectionCount;
    private int room = Integer.MAX_VALUE;
    private long refusedFrom;
    private volatile boolean refusesAll;
    private volatile boolean expiresAtLogout;
    private volatile String fault;
    private volatile IOException lastEnd;

    /**
     * @param cutsPerMillion how often the line is cut before a command, and as often behind one
     */
    public SimulatedExchange(PublicKey key, long seed, int cutsPerMillion) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.key = key;
        this.random = new Random(seed);
        this.cutsPerMillion = cutsPerMillion;
        this.thread = new Thread(this::serve, "simulated-exchange");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    public ServerAddress address() {
        return new ServerAddress("127.0.0.1", listening.getLocalPort());
    }

    /** Ids of the orders that were taken, in order. */
    public synchronized List<String> processed() {
        return List.copyOf(processed);
    }

    public synchronized int connectionCount() {
        return connectionCount;
    }

    /** What the client did against the protocol, with the last end of the line; null if nothing. */
    public String fault() {
        return fault == null ? null : fault + "; the line ended last by " + lastEnd;
    }

    /** Takes so many orders more, then refuses them for want of room until there is room again. */
    synchronized void roomFor(int orders) {
        room = orders;
    }

    void refuseAll() {
        refusesAll = true;
    }

    /** The last order expires when the client logs out, and it is told before the goodbye. */
    public void expireAtLogout() {
        expiresAtLogout = true;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                synchronized (this) {
                    connectionCount++;
                }
                new Connection(socket).run();
            } catch (IOException e) {
                // The listening socket was closed, or a client went away.
                lastEnd = e;
            }
        }
    }

    /** False if there is no room for the order that is due. */
    private synchronized boolean hasRoom() {
        refusedFrom = room == 0 ? lastClientSequence + 1 : 0;
        return room > 0;
    }

    private synchronized byte[] accept(NewOrderDecoder order) {
        room--;
        processed.add(
                io.ringbook.core.order.ClientOrderId.text(
                        order.clientOrderIdWord0(),
                        order.clientOrderIdWord1(),
                        order.clientOrderIdWord2()));
        byte[] answer = ServerFrames.accepted(messages.size() + 1L, order);
        messages.add(answer);
        lastClientSequence++;
        return answer;
    }

    private synchronized byte[] expire() {
        messages.add(ServerFrames.expired(messages.size() + 1L, messages.getLast()));
        return messages.getLast();
    }

    /** One connection, until it ends. */
    private final class Connection {
        private final Socket socket;
        private final OutputStream out;
        private final FrameVerifier verifier = OrderEntrySchema.clientFrameVerifier();
        private boolean open = true;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.out = socket.getOutputStream();
            socket.setTcpNoDelay(true);
        }

        void run() throws IOException {
            random.nextBytes(nonce);
            send(ServerFrames.greeting(nonce, FrameDescriptor.SCHEMA_VERSION));
            FrameDecoder decoder = new FrameDecoder();
            byte[] bytes = new byte[4096];
            int count = socket.getInputStream().read(bytes);
            while (open && count >= 0) {
                decoder.decode(new UnsafeBuffer(bytes), 0, count, this::onFrame);
                count = open ? socket.getInputStream().read(bytes) : -1;
            }
        }

        private boolean onFrame(DirectBuffer buffer, int frame, int length) {
            Verdict verdict = verifier.verify(buffer, frame, length);
            if (verdict != Verdict.OK) {
                fault = "not sound: " + verdict;
                open = false;
                return false;
            }
            int body = verifier.fieldOffset(OrderEntrySchema.BODY);
            switch (FrameDescriptor.type(buffer, frame)) {
                case MessageType.LOGIN -> onLogin(buffer, frame, length, body);
                case MessageType.LOGOUT -> {
                    if (expiresAtLogout) {
                        send(expire());
                    }
                    send(ServerFrames.logout(LogoutReason.REQUESTED, ""));
                    open = false;
                }
                case MessageType.NEW_ORDER -> onNewOrder(buffer, frame, body);
                default -> {}
            }
            return open;
        }

        private void onLogin(DirectBuffer buffer, int frame, int length, int body) {
            if (refusesAll || !isSignedWell(buffer, frame, length, body)) {
                send(
                        ServerFrames.loginRejected(
                                LoginRejectReason.UNKNOWN_OR_WRONG_KEY,
                                "Session unknown, or signed with another key",
                                0));
                open = false;
                return;
            }
            int next = (int) buffer.getLong(body + LoginDecoder.NEXT_SEQUENCE_OFFSET);
            synchronized (SimulatedExchange.this) {
                send(
                        ServerFrames.loginAccepted(
                                messages.size() + 1L,
                                lastClientSequence,
                                ServerFrames.TRADING_DAY,
                                HEARTBEAT_NS));
                send(ServerFrames.instrument());
                send(ServerFrames.account("DESK"));
                for (int i = next; i <= messages.size(); i++) {
                    send(ServerFrames.replayed(messages.get(i - 1)));
                }
                send(ServerFrames.mark(MessageType.REPLAY_COMPLETE, messages.size() + 1L));
            }
        }

        private boolean isSignedWell(DirectBuffer buffer, int frame, int length, int body) {
            byte[] signature = new byte[LoginDecoder.SIGNATURE_LENGTH];
            buffer.getBytes(body + LoginDecoder.SIGNATURE_OFFSET, signature);
            byte[] signed = new byte[length];
            buffer.getBytes(frame, signed);
            int start = body + LoginDecoder.SIGNATURE_OFFSET - frame;
            java.util.Arrays.fill(signed, start, start + signature.length, (byte) 0);
            try {
                Signature check = Signature.getInstance("Ed25519");
                check.initVerify(key);
                check.update(nonce);
                check.update(signed);
                return check.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        private void onNewOrder(DirectBuffer buffer, int frame, int body) {
            if (isCutHere()) {
                return;
            }
            long sequence = FrameDescriptor.sequence(buffer, frame);
            boolean possResend =
                    (FrameDescriptor.flags(buffer, frame) & FrameDescriptor.POSS_RESEND_FLAG) != 0;
            if (sequence != lastClientSequence + 1) {
                if (sequence > lastClientSequence + 1 && refusedFrom == lastClientSequence + 1) {
                    send(ServerFrames.noRoom(new NewOrderDecoder().wrap(buffer, body)));
                } else if (sequence > lastClientSequence + 1 || !possResend) {
                    fault = "client sequence " + sequence + " behind " + lastClientSequence;
                    open = false;
                }
                return;
            }
            if (!hasRoom()) {
                send(ServerFrames.noRoom(new NewOrderDecoder().wrap(buffer, body)));
                return;
            }
            byte[] answer = accept(new NewOrderDecoder().wrap(buffer, body));
            if (!isCutHere()) {
                send(answer);
            }
        }

        private boolean isCutHere() {
            if (random.nextInt(ONE_IN) < cutsPerMillion) {
                open = false;
            }
            return !open;
        }

        private void send(byte[] frame) {
            try {
                out.write(frame);
            } catch (IOException e) {
                open = false;
            }
        }
    }
}
