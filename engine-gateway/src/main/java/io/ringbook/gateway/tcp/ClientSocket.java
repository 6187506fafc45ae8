// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.gateway.session.connection.ClientConnection;
import io.ringbook.gateway.session.outbound.SendBuffer;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A socket and the connection that lives on it. Reads only while the connection takes input; after
 * the last message it waits for the client to close, so that the message is not lost to a reset.
 *
 * <p>Owned by the thread of the connections; allocates nothing for an order.
 */
final class ClientSocket {
    /** Fills and writes without looking at the other sockets. */
    private static final int MAX_ROUNDS = 4;

    final SocketChannel channel;
    final SocketAddress address;
    final ClientConnection connection;
    final long acceptedNs;

    /** Place in the loop's list of sockets. */
    int index;

    /** True once its login was told to the listener. */
    boolean loginTold;

    private final SelectionKey key;
    private byte[] held;
    private boolean outputShut;

    ClientSocket(SocketChannel channel, SelectionKey key, ClientConnection connection, long nowNs)
            throws IOException {
        this.channel = channel;
        this.key = key;
        this.connection = connection;
        this.acceptedNs = nowNs;
        this.address = channel.getRemoteAddress();
        key.attach(this);
        connection.attach(this);
    }

    boolean isReadable() {
        return key.isValid() && key.isReadable();
    }

    boolean isWritable() {
        return key.isValid() && key.isWritable();
    }

    /**
     * Reads once and has the connection take it.
     *
     * @param bytes a buffer for all sockets
     * @param view of the same bytes
     * @return false if the client has closed
     */
    boolean read(ByteBuffer bytes, UnsafeBuffer view, long nowNs) throws IOException {
        bytes.clear();
        int length = channel.read(bytes);
        if (length <= 0) {
            return length == 0;
        }
        int taken = connection.receive(view, 0, length, nowNs);
        if (taken < length && !connection.isEnding()) {
            held = new byte[length - taken];
            view.getBytes(taken, held);
        }
        setInterest();
        return true;
    }

    /** Has the connection take what came behind its login or question, once it can. */
    private void resume(long nowNs) {
        if (held == null || !connection.takesInput()) {
            return;
        }
        byte[] bytes = held;
        held = null;
        int taken = connection.receive(new UnsafeBuffer(bytes), 0, bytes.length, nowNs);
        if (taken < bytes.length && !connection.isEnding()) {
            held = Arrays.copyOfRange(bytes, taken, bytes.length);
        }
    }

    /** Bytes that were read and wait for a login or an answer. */
    int heldLength() {
        return held == null ? 0 : held.length;
    }

    /** Writes as much as the socket takes. */
    void flush(long nowNs) throws IOException {
        SendBuffer out = connection.sendBuffer();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            connection.fill(nowNs);
            resume(nowNs);
            if (out.isEmpty()) {
                break;
            }
            out.writeTo(channel);
            if (!out.isEmpty()) {
                break;
            }
        }
        if (connection.isEnding() && out.isEmpty() && !outputShut) {
            outputShut = true;
            channel.shutdownOutput();
        }
        setInterest();
    }

    private void setInterest() {
        if (!key.isValid()) {
            return;
        }
        boolean reads = (connection.takesInput() && held == null) || connection.isEnding();
        boolean writes = !connection.sendBuffer().isEmpty() || connection.hasMore();
        int wanted = (reads ? SelectionKey.OP_READ : 0) | (writes ? SelectionKey.OP_WRITE : 0);
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /** Closes the socket. */
    void close() {
        connection.close();
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing more is owed to this client and nothing is kept of it.
            held = null;
        }
    }
}
