// SPDX-License-Identifier: Apache-2.0
/**
 * Load on an exchange over TCP, and what it costs: {@link io.ringbook.gateway.load.Load} logs in
 * and runs steps, {@link io.ringbook.gateway.load.Ladder} raises the rate until the exchange no
 * longer keeps up. What is due when is the business of {@code arrival}, what is sent that of {@code
 * order}, the thread is in {@code drive}, the figures in {@code measure}.
 *
 * <p>A client like any other: may import the client, and nothing of the server.
 */
package io.ringbook.gateway.load;
