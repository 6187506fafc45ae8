// SPDX-License-Identifier: Apache-2.0
/**
 * Which orders a load sends, and what it makes of the answers: a steady flow that keeps its book
 * bounded, or a recorded day under ids of its own.
 *
 * <p>Prices and quantities are mantissas. One source for each session, used by the thread of the
 * load; nothing is allocated for an order. Knows neither sockets nor clocks.
 */
package io.ringbook.gateway.load.order;
