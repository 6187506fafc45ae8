// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

/**
 * An order that the engine will have in its book. What it has and what the file says of it differ
 * where an anonymous order stood in front of it, or in it.
 */
final class MirrorOrder {
    final String clientOrderId;
    final long price;
    final boolean anonymous;

    /** What the engine has of it. */
    long leavesQuantity;

    /** What the file has of it; 0 for an anonymous order, whose shares belong to unknown ones. */
    long namedQuantity;

    MirrorOrder(String clientOrderId, long price, long leavesQuantity, boolean anonymous) {
        this.clientOrderId = clientOrderId;
        this.price = price;
        this.leavesQuantity = leavesQuantity;
        this.anonymous = anonymous;
        this.namedQuantity = anonymous ? 0 : leavesQuantity;
    }

    /** Shares in it that are not its own by the file: they stand for orders without a name. */
    long anonymousQuantity() {
        return Math.max(0, leavesQuantity - namedQuantity);
    }
}
