// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.terminal;

import io.ringbook.core.order.Side;

/**
 * An open order of the session, as its last report left it.
 *
 * @param id client order id
 * @param symbol of the instrument
 * @param side of the order
 * @param price as text; empty for a market order
 * @param leavesQuantity still open, as text
 * @param cumQuantity traded, as text
 */
record OwnOrder(
        String id,
        String symbol,
        Side side,
        String price,
        String leavesQuantity,
        String cumQuantity) {

    @Override
    public String toString() {
        return String.format(
                "%-20s %-4s %10s %-8s @ %-12s traded %s",
                id, side, leavesQuantity, symbol, price, cumQuantity);
    }
}
