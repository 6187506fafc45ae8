// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/**
 * One command in decoded form: a plain struct, filled by ingest or from a journal record, read by
 * validate and match. Which fields count depends on {@link #kind}; all others are zero after {@link
 * #reset}.
 *
 * <p>Prices and quantities are mantissas at the instrument's decimals. Enumerations are held as
 * their raw codes, because a code that nobody knows must be journaled and refused, not lost.
 *
 * <p>Owned by whoever filled it; not thread-safe. Public fields: this is the slot's working form of
 * the record's bytes, and every stage reads most of it.
 */
public final class Command {
    /** Bit of {@link #execInst}: the order must not take liquidity (rule 2.5). */
    public static final byte POST_ONLY = 1;

    /** Bit of {@link #execInst}: the order stays when its session is cut off (rule 7.1). */
    public static final byte PERSIST = 2;

    public CommandKind kind;

    /** Given at ingest; rising by one from 1. Of a new order it is also our order id. */
    public long sequence;

    /** Sequenced time, epoch nanoseconds; never goes back. */
    public long timeNs;

    public int sessionId;
    public int accountId;
    public int instrumentId;

    /** Client order id, as {@link ClientOrderId} words. */
    public long clientOrderId0;

    public long clientOrderId1;
    public int clientOrderId2;

    /** Client order id of the target of a cancel, replace or reduce. */
    public long origClientOrderId0;

    public long origClientOrderId1;
    public int origClientOrderId2;

    /** Our order id of the target; used when the client order id of the target is none. */
    public long origOrderId;

    /** {@link Side} code; of a mass cancel 0 means both sides. */
    public byte side;

    /** {@link OrderType} code. */
    public byte type;

    /** {@link TimeInForce} code. */
    public byte tif;

    /** Bits: {@link #POST_ONLY}, {@link #PERSIST}. */
    public byte execInst;

    /** {@link StpMode} code; 0 with no group. */
    public byte stpMode;

    /** Self-trade prevention group of the firm; 0 is none. */
    public int stpGroup;

    /** Order quantity; new total of a replace; what a reduce takes off; size of a tick. */
    public long quantity;

    /** Limit price; price of a market tick. */
    public long price;

    public long stopPrice;
    public long displayQuantity;
    public long minQuantity;

    /** Expiry of a GTD order; the instant of a TIME command. Epoch nanoseconds. */
    public long expireNs;

    /** The sender marks this as possibly sent before (rule 7.4). */
    public boolean possResend;

    /** The sender's own count of its order commands; 0 for commands that came from a file. */
    public int clientSequence;

    /** Of a LOGIN: the session's orders go when it is cut off for longer than the grace. */
    public boolean cancelOnDisconnect;

    /** Of a LOGIN: the grace time granted. */
    public long graceNs;

    /** {@link Phase} code of a phase change. */
    public byte phase;

    /** Sequence of the command that a CONTINUE goes on with. */
    public long originSequence;

    /** Sets every field to zero. */
    public void reset() {
        kind = null;
        sequence = 0;
        timeNs = 0;
        sessionId = 0;
        accountId = 0;
        instrumentId = 0;
        clientOrderId0 = 0;
        clientOrderId1 = 0;
        clientOrderId2 = 0;
        origClientOrderId0 = 0;
        origClientOrderId1 = 0;
        origClientOrderId2 = 0;
        origOrderId = 0;
        side = 0;
        type = 0;
        tif = 0;
        execInst = 0;
        stpMode = 0;
        stpGroup = 0;
        quantity = 0;
        price = 0;
        stopPrice = 0;
        displayQuantity = 0;
        minQuantity = 0;
        expireNs = 0;
        possResend = false;
        clientSequence = 0;
        cancelOnDisconnect = false;
        graceNs = 0;
        phase = 0;
        originSequence = 0;
    }

    /** True if the command carries a client order id of its own. */
    public boolean hasClientOrderId() {
        return clientOrderId0 != 0;
    }

    /** True if the target is named by its client order id. */
    public boolean hasOrigClientOrderId() {
        return origClientOrderId0 != 0;
    }
}
