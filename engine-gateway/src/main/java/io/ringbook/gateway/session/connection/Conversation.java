// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.connection;

import io.ringbook.gateway.session.outbound.SendBuffer;
import org.agrona.DirectBuffer;

/**
 * What is said over one socket, without the socket: bytes and time in, bytes out. Times are
 * monotonic nanoseconds and never before the last. One thread, that of the sockets.
 */
public interface Conversation {
    /**
     * Takes bytes from the client.
     *
     * @return bytes taken: all, or less if no more are taken for now or for ever
     */
    int receive(DirectBuffer bytes, int offset, int length, long timeNs);

    /** True while bytes from the client are wanted. */
    boolean takesInput();

    /** Writes what waits for this client as far as there is room. */
    void fill(long timeNs);

    /** True if {@link #fill} would find something to send. */
    boolean hasMore();

    /** What the socket is to take. */
    SendBuffer sendBuffer();

    /**
     * Looks at the clock.
     *
     * @param stalledNs of the time since the last call, how long nothing was read from anybody: it
     *     does not count as silence
     */
    void onTime(long timeNs, long stalledNs);

    /** The client has closed, or its connection broke. */
    void onPeerGone(long timeNs);

    /** The server stops: tells the client. */
    void stop(long timeNs);

    /** True once the client was let in, and until it is told that it has to go. */
    boolean isOpen();

    /** True once the last message is written: close when it is taken. */
    boolean isEnding();

    /** True once nothing is left to be done. */
    boolean isClosed();

    /** Gives everything back; the socket may go. */
    void close();
}
