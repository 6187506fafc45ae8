// SPDX-License-Identifier: Apache-2.0
/**
 * The connection of a client from the greeting to the logout, without its socket, and the desk that
 * all of them share. The rules are those of section 4 of {@code docs/PROTOCOL_ORDER_ENTRY.md}, a
 * class for each group of them.
 *
 * <p>Thread: that of the connections. Times are monotonic nanoseconds, given by the caller.
 */
package io.ringbook.gateway.session.connection;
