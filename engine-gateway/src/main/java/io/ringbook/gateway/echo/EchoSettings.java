// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import java.net.InetSocketAddress;

/**
 * What an echo is like.
 *
 * @param listen port 0 takes any free one
 * @param io through what it reads and writes
 * @param idleSpinNs how long {@link EchoIo#GATEWAY} looks for work before it sleeps
 * @param stallNs how long it does nothing at all, on purpose, before it answers; 0 for never
 * @param stallEvery before each so many-th command
 */
public record EchoSettings(
        InetSocketAddress listen, EchoIo io, long idleSpinNs, long stallNs, long stallEvery) {

    /** Checks the values. */
    public EchoSettings {
        if (idleSpinNs < 0 || stallNs < 0 || stallEvery < 1) {
            throw new IllegalArgumentException(
                    "times of an echo must not be negative, and it stalls every 1 or more");
        }
    }

    /** Never stalls. */
    public EchoSettings(InetSocketAddress listen, EchoIo io, long idleSpinNs) {
        this(listen, io, idleSpinNs, 0, Long.MAX_VALUE);
    }
}
