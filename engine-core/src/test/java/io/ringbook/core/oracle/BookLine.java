// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.Side;

/**
 * One resting order as a book query shows it: bids first, best price first, oldest first.
 *
 * @param price limit price, mantissa
 * @param leaves open quantity, mantissa
 */
public record BookLine(
        Side side,
        long price,
        long leaves,
        long cum,
        long prevented,
        long orderId,
        String clientOrderId) {}
