// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

/** Takes the resting orders of one side, best price first, oldest first within a price. */
@FunctionalInterface
public interface RestingOrderVisitor {
    /** One order; price in ticks, quantities in lots, client order id in words. */
    void onOrder(
            long orderId,
            long price,
            long leavesQuantity,
            long cumQuantity,
            long preventedQuantity,
            long clientOrderId0,
            long clientOrderId1,
            int clientOrderId2);
}
