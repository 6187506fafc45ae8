// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Where statistics are given.
 *
 * @param address of the machine
 * @param port a number, 0 for any free one, {@link #AUTO} or {@link #NONE}
 */
public record StatsSettings(InetAddress address, int port) {
    /** {@link #DEFAULT_PORT}, or nowhere if that is taken. */
    public static final int AUTO = -1;

    /** Nowhere. */
    public static final int NONE = -2;

    /** What {@link #AUTO} tries. */
    public static final int DEFAULT_PORT = 7401;

    /** On the loopback address. */
    public static StatsSettings defaults() {
        return new StatsSettings(InetAddress.getLoopbackAddress(), AUTO);
    }

    /** What is to be bound. */
    InetSocketAddress listen() {
        return new InetSocketAddress(address, port == AUTO ? DEFAULT_PORT : port);
    }
}
