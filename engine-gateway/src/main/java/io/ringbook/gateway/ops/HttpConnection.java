// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One request and its answer, HTTP/1.0 or 1.1 without a body, then the end: nobody stays. Bounded:
 * {@value #MAX_REQUEST} bytes of a request, {@value #REQUEST_NS} ns for it, {@value #ANSWER_NS} ns
 * for the client to take the answer, and what it goes on sending meanwhile is read a while and
 * thrown away, because what is left in a socket turns its end into a reset that may overtake the
 * answer.
 *
 * <p>One thread.
 */
final class HttpConnection {
    static final int MAX_REQUEST = 4096;
    static final long REQUEST_NS = 2_000_000_000L;
    static final long ANSWER_NS = 5_000_000_000L;

    private static final long GOODBYE_NS = 500_000_000L;
    private static final int MAX_IGNORED = 1 << 16;

    private enum State {
        REQUEST,
        ANSWER,
        GOODBYE,
        CLOSED
    }

    final long acceptedNs;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteBuffer request = ByteBuffer.allocate(MAX_REQUEST);
    private final HttpPages pages;
    private State state = State.REQUEST;
    private ByteBuffer answer;
    private long endNs;
    private int ignored;

    HttpConnection(SocketChannel channel, SelectionKey key, HttpPages pages, long nowNs) {
        this.channel = channel;
        this.key = key;
        this.pages = pages;
        this.acceptedNs = nowNs;
        this.endNs = nowNs + REQUEST_NS;
    }

    /** The socket has bytes, or takes some. */
    void onReady(long nowNs) {
        try {
            switch (state) {
                case REQUEST -> read(nowNs);
                case ANSWER -> write(nowNs);
                case GOODBYE -> ignore();
                case CLOSED -> {}
            }
        } catch (IOException e) {
            // The client has gone; nothing is owed to it.
            close();
        }
    }

    private void read(long nowNs) throws IOException {
        if (channel.read(request) < 0) {
            close();
            return;
        }
        String text = new String(request.array(), 0, request.position(), StandardCharsets.US_ASCII);
        answer = pages.answer(text, !request.hasRemaining());
        if (answer != null) {
            state = State.ANSWER;
            endNs = nowNs + ANSWER_NS;
            write(nowNs);
        }
    }

    private void write(long nowNs) throws IOException {
        channel.write(answer);
        if (answer.hasRemaining()) {
            key.interestOps(SelectionKey.OP_WRITE);
            return;
        }
        answer = null;
        channel.shutdownOutput();
        key.interestOps(SelectionKey.OP_READ);
        state = State.GOODBYE;
        endNs = nowNs + GOODBYE_NS;
    }

    private void ignore() throws IOException {
        request.clear();
        int length = channel.read(request);
        ignored += Math.max(0, length);
        if (length < 0 || ignored > MAX_IGNORED) {
            close();
        }
    }

    /** Looks at the clock. */
    void onTime(long nowNs) {
        if (nowNs - endNs >= 0) {
            close();
        }
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Ends it at once. */
    void close() {
        state = State.CLOSED;
        answer = null;
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
            key.cancel();
        }
    }
}
