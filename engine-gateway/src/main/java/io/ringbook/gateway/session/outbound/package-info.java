// SPDX-License-Identifier: Apache-2.0
/**
 * What one connection says: whole frames, in their order, as far as its socket takes them.
 *
 * <p>Thread: that of the connections. Lengths are bytes, times nanoseconds. Decides nothing about
 * what a client may do.
 */
package io.ringbook.gateway.session.outbound;
