// SPDX-License-Identifier: Apache-2.0
/**
 * A desk's side of order entry over TCP: keys, the session protocol, and a client that recovers by
 * itself after a cut.
 *
 * <p>{@link io.ringbook.gateway.client.OrderEntryClient} is the way in. {@link
 * io.ringbook.gateway.client.ClientSession} is the protocol without sockets or clock: bytes and
 * time go in as arguments, bytes come out of a buffer.
 *
 * <p>Prices and quantities are mantissas at the instrument's decimals unless a name says text;
 * times are nanoseconds, of {@link java.lang.System#nanoTime} where the protocol measures silence,
 * epoch where a message says when. Each client has one thread, which reads, writes and calls the
 * listener; what other threads may call says so. A client allocates: the limits of the hot path are
 * the server's. May not import the server.
 */
package io.ringbook.gateway.client;
