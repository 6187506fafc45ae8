// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.gateway.session.connection.Conversation;
import io.ringbook.gateway.session.outbound.SendBuffer;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A socket and the conversation that goes on over it. Reads only while the conversation takes
 * input; after the last message it waits for the client to close, so that the message is not lost
 * to a reset.
 *
 * <p>Owned by the thread of the sockets; allocates nothing for an order.
 *
 * @param <C> what is said over it
 */
public final class ClientSocket<C extends Conversation> {
    /** Fills and writes without looking at the other sockets. */
    private static final int MAX_ROUNDS = 4;

    final SocketChannel channel;
    final SocketAddress address;
    final C conversation;
    final long acceptedNs;

    /** Place in the loop's list of sockets. */
    int index;

    /** True once it was told that the client was let in. */
    boolean openTold;

    private final SelectionKey key;
    private byte[] held;
    private boolean outputShut;

    ClientSocket(SocketChannel channel, SelectionKey key, C conversation, long nowNs)
            throws IOException {
        this.channel = channel;
        this.key = key;
        this.conversation = conversation;
        this.acceptedNs = nowNs;
        this.address = channel.getRemoteAddress();
        key.attach(this);
    }

    boolean isReadable() {
        return key.isValid() && key.isReadable();
    }

    boolean isWritable() {
        return key.isValid() && key.isWritable();
    }

    /**
     * Reads once and has the conversation take it.
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
        int taken = conversation.receive(view, 0, length, nowNs);
        if (taken < length && !conversation.isEnding()) {
            held = new byte[length - taken];
            view.getBytes(taken, held);
        }
        setInterest();
        return true;
    }

    /** Has the conversation take what came behind its login or question, once it can. */
    private void resume(long nowNs) {
        if (held == null || !conversation.takesInput()) {
            return;
        }
        byte[] bytes = held;
        held = null;
        int taken = conversation.receive(new UnsafeBuffer(bytes), 0, bytes.length, nowNs);
        if (taken < bytes.length && !conversation.isEnding()) {
            held = Arrays.copyOfRange(bytes, taken, bytes.length);
        }
    }

    /** Bytes that were read and wait for a login or an answer. */
    int heldLength() {
        return held == null ? 0 : held.length;
    }

    /** Writes as much as the socket takes. */
    void flush(long nowNs) throws IOException {
        SendBuffer out = conversation.sendBuffer();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            conversation.fill(nowNs);
            resume(nowNs);
            if (out.isEmpty()) {
                break;
            }
            out.writeTo(channel);
            if (!out.isEmpty()) {
                break;
            }
        }
        if (conversation.isEnding() && out.isEmpty() && !outputShut) {
            outputShut = true;
            channel.shutdownOutput();
        }
        setInterest();
    }

    private void setInterest() {
        if (!key.isValid()) {
            return;
        }
        boolean reads = (conversation.takesInput() && held == null) || conversation.isEnding();
        boolean writes = !conversation.sendBuffer().isEmpty() || conversation.hasMore();
        int wanted = (reads ? SelectionKey.OP_READ : 0) | (writes ? SelectionKey.OP_WRITE : 0);
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /** Closes the socket. */
    void close() {
        conversation.close();
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing more is owed to this client and nothing is kept of it.
            held = null;
        }
    }
}
