// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import java.net.SocketAddress;

/** Told what happens to connections, on their thread: must not wait. */
public interface ServerListener {
    /** A session has logged in. */
    default void onLogin(String session, SocketAddress address) {}

    /**
     * A connection has ended.
     *
     * @param session empty if it had not logged in
     * @param text why, for an operator
     */
    default void onEnd(String session, SocketAddress address, String text) {}

    /**
     * The disk has begun to refuse room for the messages of the sessions, or no longer does.
     * Commands are let in as long as the room lasts that was made ahead.
     *
     * @param fault why, or null if there is room again
     */
    default void onRoom(String fault) {}

    /** The thread of the connections has failed; the server takes nothing more. */
    default void onFailure(Throwable cause) {}
}
