// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

/**
 * Times and bounds of a session.
 *
 * @param loginTimeoutNs from the connection to its login
 * @param heartbeatNs interval for a client that asks for none
 * @param minHeartbeatNs shortest interval granted
 * @param maxHeartbeatNs longest interval granted
 * @param logoutTimeoutNs time for a client to take the last bytes
 * @param maxBacklogBytes messages that may wait for a client which is not in a replay
 * @param sendBufferLength bytes copied out of the log ahead of the socket, for each session
 * @param maxQuestionsPerSecond heartbeats, pings and questions about orders from one connection;
 *     orders have the rates of their session
 */
public record SessionSettings(
        long loginTimeoutNs,
        long heartbeatNs,
        long minHeartbeatNs,
        long maxHeartbeatNs,
        long logoutTimeoutNs,
        long maxBacklogBytes,
        int sendBufferLength,
        int maxQuestionsPerSecond) {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MIN_SEND_BUFFER = 8 * 1024;

    /** Checks the values. */
    public SessionSettings {
        if (loginTimeoutNs <= 0 || logoutTimeoutNs <= 0 || minHeartbeatNs <= 0) {
            throw new IllegalArgumentException("the times of a session must be positive");
        }
        if (minHeartbeatNs > heartbeatNs || heartbeatNs > maxHeartbeatNs) {
            throw new IllegalArgumentException(
                    "the heartbeat interval must lie between the shortest and the longest");
        }
        if (sendBufferLength < MIN_SEND_BUFFER || maxBacklogBytes < sendBufferLength) {
            throw new IllegalArgumentException(
                    "the send buffer has at least "
                            + MIN_SEND_BUFFER
                            + " bytes, the backlog at least the send buffer");
        }
        if (maxQuestionsPerSecond < 1) {
            throw new IllegalArgumentException("questions per second must be positive");
        }
    }

    /** Login within 5 s, heartbeats each second, 8 MiB of backlog, 64 KiB of send buffer. */
    public static SessionSettings defaults() {
        return new SessionSettings(
                5 * SECOND_NS,
                SECOND_NS,
                SECOND_NS / 10,
                60 * SECOND_NS,
                2 * SECOND_NS,
                8L << 20,
                64 * 1024,
                10_000);
    }

    /** The interval granted to a client that asks for {@code askedNs}; 0 asks for none. */
    public long grantedHeartbeatNs(long askedNs) {
        return askedNs <= 0
                ? heartbeatNs
                : Math.max(minHeartbeatNs, Math.min(maxHeartbeatNs, askedNs));
    }
}
