// SPDX-License-Identifier: Apache-2.0
/**
 * The session protocol from a desk's side. {@link
 * io.ringbook.gateway.client.protocol.ClientSession} is the protocol without sockets or clock:
 * bytes and time go in as arguments, bytes come out of a buffer. {@link
 * io.ringbook.gateway.client.protocol.ClientLoop} is the thread and the socket around it.
 *
 * <p>Times are nanoseconds of {@link java.lang.System#nanoTime}. One thread, the client's; what
 * others may call says so. Knows nothing of what its user sees: that is the package above, which it
 * may not import.
 */
package io.ringbook.gateway.client.protocol;
