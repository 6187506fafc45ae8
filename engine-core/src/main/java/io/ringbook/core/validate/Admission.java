// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.validate;

import io.ringbook.core.order.RejectReason;

/**
 * What validate found out about a command, for match to read. One per slot, overwritten for each
 * command. Written by validate's thread, read by match's.
 */
public final class Admission {
    /** Why the command is refused, or null if validate lets it pass. */
    public RejectReason reason;

    /** The command is a marked re-send of one already answered (rule 7.4). */
    public boolean repeat;

    /** Limit price in ticks; 0 without one. */
    public long limitPrice;

    /** Quantity in lots. */
    public long quantity;

    /** Minimum quantity in lots; 0 without one. */
    public long minQuantity;

    void reset() {
        reason = null;
        repeat = false;
        limitPrice = 0;
        quantity = 0;
        minQuantity = 0;
    }
}
