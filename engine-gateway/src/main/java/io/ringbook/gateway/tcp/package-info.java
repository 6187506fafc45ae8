// SPDX-License-Identifier: Apache-2.0
/**
 * Order entry over TCP: sockets, their one thread, and the limits that keep one client from harming
 * the others.
 *
 * <p>Thread: one for all connections, which is also the engine's ingest thread. Times are
 * nanoseconds, lengths bytes. What the bytes mean is the business of {@code gateway.session}; what
 * is to be done beside sockets is a {@link io.ringbook.gateway.tcp.SocketDuty}, so that the same
 * loop can carry something else than an exchange.
 */
package io.ringbook.gateway.tcp;
