// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.gateway.session.SessionSettings;
import io.ringbook.gateway.session.outbound.SendBufferPool;
import java.net.InetSocketAddress;

/**
 * Where a server listens and what it lets itself be asked.
 *
 * <p>The buffers of all connections together are bounded: {@link #maxBufferBytes}.
 *
 * @param listen port 0 takes any free one
 * @param maxConnections connections in all
 * @param maxNotLoggedIn connections that have not logged in; one more puts out the oldest of them
 * @param readBufferLength bytes read from one socket at a time
 * @param socketBufferLength send buffer of a socket in the kernel, bytes; 0 leaves it to the system
 * @param loginThreads threads that verify signatures
 * @param idleSpinNs how long the thread looks for work before it waits for the system to wake it
 * @param sessions times and bounds of each session
 */
public record ServerSettings(
        InetSocketAddress listen,
        int maxConnections,
        int maxNotLoggedIn,
        int readBufferLength,
        int socketBufferLength,
        int loginThreads,
        long idleSpinNs,
        SessionSettings sessions) {
    private static final int MIN_READ_BUFFER = 8 * 1024;

    /** Checks the values. */
    public ServerSettings {
        if (maxConnections < 1 || maxNotLoggedIn < 1 || maxNotLoggedIn > maxConnections) {
            throw new IllegalArgumentException(
                    "connections must be positive, those not logged in no more than all");
        }
        if (readBufferLength < MIN_READ_BUFFER || socketBufferLength < 0) {
            throw new IllegalArgumentException(
                    "the read buffer has at least " + MIN_READ_BUFFER + " bytes");
        }
        if (loginThreads < 1 || idleSpinNs < 0) {
            throw new IllegalArgumentException(
                    "login threads must be positive, the idle spin not negative");
        }
    }

    /** 2,048 connections, half of them not logged in, one login thread, 20 µs of spin. */
    public static ServerSettings defaults(InetSocketAddress listen) {
        return new ServerSettings(
                listen, 2048, 1024, 64 * 1024, 0, 1, 20_000, SessionSettings.defaults());
    }

    /**
     * Most memory that the buffers of all connections take, whatever their clients do, in bytes:
     * for each connection a small send buffer, a large one from its login to its end, one frame
     * that is not whole yet, and one read buffer of what came behind a login or a question; and the
     * read buffer that all share.
     */
    public long maxBufferBytes() {
        long perConnection =
                (long) SendBufferPool.SMALL_LENGTH
                        + sessions.sendBufferLength()
                        + FrameDescriptor.MAX_LENGTH
                        + readBufferLength;
        return maxConnections * perConnection + readBufferLength;
    }

    /** The same with other times and bounds of a session. */
    public ServerSettings withSessions(SessionSettings other) {
        return new ServerSettings(
                listen,
                maxConnections,
                maxNotLoggedIn,
                readBufferLength,
                socketBufferLength,
                loginThreads,
                idleSpinNs,
                other);
    }

    /** The same with other bounds on connections. */
    public ServerSettings withConnections(int all, int notLoggedIn) {
        return new ServerSettings(
                listen,
                all,
                notLoggedIn,
                readBufferLength,
                socketBufferLength,
                loginThreads,
                idleSpinNs,
                sessions);
    }

    /** The same with another way of waiting. */
    public ServerSettings withIdleSpinNs(long spinNs) {
        return new ServerSettings(
                listen,
                maxConnections,
                maxNotLoggedIn,
                readBufferLength,
                socketBufferLength,
                loginThreads,
                spinNs,
                sessions);
    }

    /** The same with another send buffer in the kernel. */
    public ServerSettings withSocketBufferLength(int length) {
        return new ServerSettings(
                listen,
                maxConnections,
                maxNotLoggedIn,
                readBufferLength,
                length,
                loginThreads,
                idleSpinNs,
                sessions);
    }
}
