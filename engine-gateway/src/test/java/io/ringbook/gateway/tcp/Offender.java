// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static io.ringbook.gateway.session.ClientMessages.openOrders;
import static io.ringbook.gateway.session.ClientMessages.order;
import static io.ringbook.gateway.session.ClientMessages.ping;

import io.ringbook.core.order.Side;
import io.ringbook.gateway.session.ClientMessages.Wishes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;

/** Ways of a client to be a burden, each with the reason that it is to be ended for. */
enum Offender {
    /** Sends bytes that are no frame. */
    GARBAGE("MALFORMED"),

    /** Connects and says nothing. */
    SILENT("LOGIN_TIMEOUT"),

    /** Begins a frame and leaves it at that. */
    HALF_OPEN("LOGIN_TIMEOUT"),

    /** Sends a frame byte by byte, so slowly that it takes for ever. */
    DRIPPING("LOGIN_TIMEOUT"),

    /** Logs in and is not heard of again. */
    QUIET("HEARTBEAT_LOST"),

    /** Trades, and reads none of the answers. */
    SLOW("SLOW_CONSUMER"),

    /** Asks, and reads none of the answers: nothing more is read of it, not even heartbeats. */
    ASKING("HEARTBEAT_LOST"),

    /** Asks faster than anybody may. */
    FLOODING("FLOODING");

    private static final int SMALL_BUFFER = 8 * 1024;
    private static final long INTERVAL_NS = 100_000_000L;

    /** Long enough to have some orders answered on a busy machine. */
    private static final long LONGER_INTERVAL_NS = 500_000_000L;

    /** What the kernel holds of answers is less than the answers to so many orders. */
    private static final int MANY_ORDERS = 4_000;

    private static final int OPEN_ORDERS = 100;
    private static final int QUESTIONS = 20;

    /** More than are admitted in the seconds that a busy machine may take to read them. */
    private static final int PINGS = 10_000;

    /** What the end of such a connection begins with. */
    final String reason;

    Offender(String reason) {
        this.reason = reason;
    }

    /** One of them, who has done what it does; one that drips has yet to be given its time. */
    TestClient start(ServerRig rig, String session, int account, Random random) throws IOException {
        TestClient client = new TestClient(rig.server.port(), rig.desks.key(), SMALL_BUFFER);
        switch (this) {
            case GARBAGE -> client.send(garbage(random));
            case SILENT -> {}
            case HALF_OPEN, DRIPPING -> client.send(new byte[] {(byte) 168});
            case QUIET -> client.login(session, new Wishes(1, 0, INTERVAL_NS, false, 0));
            case SLOW -> tradeUnread(client, session, account);
            case ASKING -> askUnread(client, session, account);
            case FLOODING -> flood(client, session);
        }
        return client;
    }

    private static byte[] garbage(Random random) {
        byte[] bytes = new byte[100 + random.nextInt(4_000)];
        random.nextBytes(bytes);
        bytes[3] = (byte) 0xff;
        return bytes;
    }

    private static void tradeUnread(TestClient client, String session, int account)
            throws IOException {
        client.login(session);
        for (int i = 1; i <= MANY_ORDERS; i++) {
            try {
                client.send(order(i, account, "S" + i, Side.SELL, 1, 100));
            } catch (IOException e) {
                // The server has closed: it has had enough.
                return;
            }
        }
    }

    private static void askUnread(TestClient client, String session, int account)
            throws IOException {
        client.login(session, new Wishes(1, 0, LONGER_INTERVAL_NS, false, 0));
        for (int i = 1; i <= OPEN_ORDERS; i++) {
            client.send(order(i, account, "Q" + i, Side.SELL, 1, 100));
            client.next();
        }
        ByteArrayOutputStream questions = new ByteArrayOutputStream();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.writeBytes(openOrders(i));
        }
        client.send(questions.toByteArray());
    }

    private static void flood(TestClient client, String session) throws IOException {
        client.login(session);
        Thread.ofVirtual().start(() -> readAll(client));
        ByteArrayOutputStream pings = new ByteArrayOutputStream();
        for (int i = 0; i < PINGS; i++) {
            pings.writeBytes(ping(i));
        }
        try {
            client.send(pings.toByteArray());
        } catch (IOException e) {
            // The server has closed in the middle of it.
            assert client.socket.isConnected() : e;
        }
    }

    private static void readAll(TestClient client) {
        try {
            client.rest();
        } catch (IOException e) {
            // Cut off in the middle of a message: so be it.
            assert client.socket.isConnected() : e;
        }
    }
}
