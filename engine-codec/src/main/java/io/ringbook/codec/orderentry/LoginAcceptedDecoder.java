// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of LoginAccepted. Wrap only what a verifier found good: nothing is checked here.
 * Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u32     tradingDay           trading day as yyyymmdd
 *       4  u8      durabilityMode       1 none, 2 commit, 3 sync
 *       5  u8      cancelOnDisconnect   1 cancels its orders after a cut
 *       6  u16     reserved             0
 *       8  u64     nextSequence         next sequence that the server gives
 *      16  u64     lastClientSequence   last client sequence processed
 *      24  u64     incarnation          incarnation of the journal
 *      32  i64     heartbeatIntervalNs  interval granted, ns
 *      40  i64     disconnectGraceNs    grace granted, ns
 *      48  i64     orderRate            order tokens per second; 0 no limit
 *      56  i64     orderBurst           order tokens at most
 *      64  i64     cancelRate           cancel tokens per second; 0 no limit
 *      72  i64     cancelBurst          cancel tokens at most
 *      80  i64     idsPerDay            client order ids per day; 0 no limit
 *      88  u64     reserved             0
 *      96          length
 * </pre>
 */
public final class LoginAcceptedDecoder {
    public static final int TRADING_DAY_OFFSET = 0;
    public static final int DURABILITY_MODE_OFFSET = 4;
    public static final int CANCEL_ON_DISCONNECT_OFFSET = 5;
    public static final int NEXT_SEQUENCE_OFFSET = 8;
    public static final int LAST_CLIENT_SEQUENCE_OFFSET = 16;
    public static final int INCARNATION_OFFSET = 24;
    public static final int HEARTBEAT_INTERVAL_NS_OFFSET = 32;
    public static final int DISCONNECT_GRACE_NS_OFFSET = 40;
    public static final int ORDER_RATE_OFFSET = 48;
    public static final int ORDER_BURST_OFFSET = 56;
    public static final int CANCEL_RATE_OFFSET = 64;
    public static final int CANCEL_BURST_OFFSET = 72;
    public static final int IDS_PER_DAY_OFFSET = 80;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 96;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public LoginAcceptedDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public int tradingDay() {
        return buffer.getInt(offset + TRADING_DAY_OFFSET, LITTLE_ENDIAN);
    }

    public byte durabilityMode() {
        return buffer.getByte(offset + DURABILITY_MODE_OFFSET);
    }

    public byte cancelOnDisconnect() {
        return buffer.getByte(offset + CANCEL_ON_DISCONNECT_OFFSET);
    }

    public long nextSequence() {
        return buffer.getLong(offset + NEXT_SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }

    public long lastClientSequence() {
        return buffer.getLong(offset + LAST_CLIENT_SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }

    public long incarnation() {
        return buffer.getLong(offset + INCARNATION_OFFSET, LITTLE_ENDIAN);
    }

    public long heartbeatIntervalNs() {
        return buffer.getLong(offset + HEARTBEAT_INTERVAL_NS_OFFSET, LITTLE_ENDIAN);
    }

    public long disconnectGraceNs() {
        return buffer.getLong(offset + DISCONNECT_GRACE_NS_OFFSET, LITTLE_ENDIAN);
    }

    public long orderRate() {
        return buffer.getLong(offset + ORDER_RATE_OFFSET, LITTLE_ENDIAN);
    }

    public long orderBurst() {
        return buffer.getLong(offset + ORDER_BURST_OFFSET, LITTLE_ENDIAN);
    }

    public long cancelRate() {
        return buffer.getLong(offset + CANCEL_RATE_OFFSET, LITTLE_ENDIAN);
    }

    public long cancelBurst() {
        return buffer.getLong(offset + CANCEL_BURST_OFFSET, LITTLE_ENDIAN);
    }

    public long idsPerDay() {
        return buffer.getLong(offset + IDS_PER_DAY_OFFSET, LITTLE_ENDIAN);
    }
}
