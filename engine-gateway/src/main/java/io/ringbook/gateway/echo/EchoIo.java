// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import java.util.Locale;

/** Through what an echo reads and writes. */
public enum EchoIo {
    /** The exchange's own loop over all sockets, with its way of waiting. */
    GATEWAY,

    /** A thread for each client that blocks in a read: Java without anything of ours. */
    BLOCKING;

    /** As the command line names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
