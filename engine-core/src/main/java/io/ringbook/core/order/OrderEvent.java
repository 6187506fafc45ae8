// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/**
 * One event in decoded form: a plain struct that match fills and hands to an {@link EventListener},
 * or that a reader fills from a journal record.
 *
 * <p>Prices and quantities are mantissas at the instrument's decimals. Valid only during the
 * callback; copy what must stay. Not thread-safe.
 */
public final class OrderEvent {
    /** Bit of {@link #flags}: the first answer given again (rule 7.4). */
    public static final byte REPEAT = 1;

    /** Bit of {@link #flags} on REPLACED: the order kept its place in its level (rule 3.2). */
    public static final byte PRIORITY_KEPT = 2;

    public EventKind kind;
    public byte flags;
    public int instrumentId;

    /** Our order id; 0 where no order is known. */
    public long orderId;

    public long clientOrderId0;
    public long clientOrderId1;
    public int clientOrderId2;
    public int sessionId;
    public int accountId;

    /** {@link Side} code. */
    public byte side;

    /**
     * {@link RejectReason} code of a refusal, {@link CancelReason} code of CANCELED, {@link Phase}
     * code of PHASE_CHANGED; else 0.
     */
    public byte reason;

    /** {@link Liquidity} code of EXECUTED; else 0. */
    public byte liquidity;

    /** The order's limit price (0 for a market order); of EXECUTED the price of the trade. */
    public long price;

    /**
     * The order's (ACCEPTED, REJECTED, REPLACED), the fill (EXECUTED), what went (CANCELED,
     * EXPIRED, REDUCED), what was prevented (RESTATED), orders canceled (MASS_CANCELED).
     */
    public long quantity;

    public long leavesQuantity;
    public long cumQuantity;
    public long preventedQuantity;

    /** The client order id that this event replaces or that a refused command named. */
    public long origClientOrderId0;

    public long origClientOrderId1;
    public int origClientOrderId2;

    /** Of EXECUTED: rising per instrument. */
    public long matchNumber;

    /** Of EXECUTED: the other side's order. */
    public long contraOrderId;

    public long contraClientOrderId0;
    public long contraClientOrderId1;
    public int contraClientOrderId2;

    /** Sets every field to zero. */
    public void reset() {
        kind = null;
        flags = 0;
        instrumentId = 0;
        orderId = 0;
        clientOrderId0 = 0;
        clientOrderId1 = 0;
        clientOrderId2 = 0;
        sessionId = 0;
        accountId = 0;
        side = 0;
        reason = 0;
        liquidity = 0;
        price = 0;
        quantity = 0;
        leavesQuantity = 0;
        cumQuantity = 0;
        preventedQuantity = 0;
        origClientOrderId0 = 0;
        origClientOrderId1 = 0;
        origClientOrderId2 = 0;
        matchNumber = 0;
        contraOrderId = 0;
        contraClientOrderId0 = 0;
        contraClientOrderId1 = 0;
        contraClientOrderId2 = 0;
    }
}
