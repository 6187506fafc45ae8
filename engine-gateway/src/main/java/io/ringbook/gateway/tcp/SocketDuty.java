// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.gateway.session.connection.Conversation;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;

/**
 * What a {@link ConnectionLoop} does beside reading and writing: lets clients in, and does the work
 * that is not a socket's. All of it on the thread of the sockets; none of it waits.
 *
 * @param <C> what is said over its sockets
 */
public interface SocketDuty<C extends Conversation> {
    /** First of all. */
    void begin(ConnectionLoop<C> loop);

    /** True if {@link #work} has something to do: then the thread does not sleep. */
    boolean hasWork();

    /**
     * Once a round, behind the sockets that were ready.
     *
     * @return true if something was done
     */
    boolean work(long nowNs);

    /**
     * Every 10 ms or so.
     *
     * @return how long nothing was read from anybody since the last call
     */
    long tick(long nowNs);

    /** What to say to a client that connects; null if it was turned away, and its socket closed. */
    C connect(SocketChannel channel, long nowNs) throws IOException;

    /** A client has its socket. */
    void onConnected(ClientSocket<C> socket);

    /** A client was let in. */
    void onOpen(C conversation, SocketAddress address);

    /** A client has gone. */
    void onEnd(C conversation, SocketAddress address);

    /** No more is read from anybody; what was read is to be dealt with. */
    void onStop();

    /** The thread has failed. */
    void onFailure(Throwable cause);
}
