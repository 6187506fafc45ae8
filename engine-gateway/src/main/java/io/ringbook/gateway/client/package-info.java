// SPDX-License-Identifier: Apache-2.0
/**
 * A desk's side of order entry over TCP, as a program uses it: keys, settings, a client that
 * recovers by itself after a cut, and what it tells. {@code docs/CLIENT.md} shows it at work.
 *
 * <p>{@link io.ringbook.gateway.client.OrderEntryClient} is the way in; {@link
 * io.ringbook.gateway.client.Desk} enters orders in words, {@link
 * io.ringbook.gateway.client.OrderEntryListener} is told what becomes of them. How it is done lies
 * below: {@code protocol} (the session, its thread and socket) and {@code outbound} (what is yet to
 * be answered).
 *
 * <p>Prices and quantities are mantissas at the instrument's decimals unless a name says text;
 * times are epoch nanoseconds. Each client has one thread, which reads, writes and calls the
 * listener; what other threads may call says so. A client allocates: the limits of the hot path are
 * the server's. May not import the server.
 */
package io.ringbook.gateway.client;
