// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.image;

/** Takes the resting orders of one side, best price first, oldest first within a price. */
@FunctionalInterface
public interface OrderVisitor {
    /**
     * One order.
     *
     * @param price limit price, mantissa
     * @param leavesQuantity mantissa
     */
    void onOrder(long orderId, long price, long leavesQuantity);
}
