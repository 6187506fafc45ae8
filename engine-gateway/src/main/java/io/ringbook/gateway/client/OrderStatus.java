// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.core.order.Side;

/**
 * An order as the exchange has published it; prices and quantities as text at the instrument's
 * decimals. Of an order that is not open only the names asked for are known: it is finished, never
 * was, or is another firm's.
 *
 * @param open true if it is open
 * @param clientOrderId of the session that entered it
 * @param orderId the exchange's id; 0 if not open
 * @param symbol of the instrument
 * @param account empty if not open
 * @param side null if not open
 * @param price limit price
 * @param quantity order quantity
 * @param leavesQuantity still open
 * @param cumQuantity traded
 */
public record OrderStatus(
        boolean open,
        String clientOrderId,
        long orderId,
        String symbol,
        String account,
        Side side,
        String price,
        String quantity,
        String leavesQuantity,
        String cumQuantity) {}
