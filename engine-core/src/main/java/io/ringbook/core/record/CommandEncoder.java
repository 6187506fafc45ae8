// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.record;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.CancelOrderDescriptor;
import io.ringbook.codec.journal.ClientOrderIdDescriptor;
import io.ringbook.codec.journal.ContinueDescriptor;
import io.ringbook.codec.journal.DisconnectDescriptor;
import io.ringbook.codec.journal.EndOfDayDescriptor;
import io.ringbook.codec.journal.LoginDescriptor;
import io.ringbook.codec.journal.LogoffDescriptor;
import io.ringbook.codec.journal.MarketTickDescriptor;
import io.ringbook.codec.journal.MassCancelDescriptor;
import io.ringbook.codec.journal.NewOrderDescriptor;
import io.ringbook.codec.journal.PhaseChangeDescriptor;
import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.codec.journal.ReduceOrderDescriptor;
import io.ringbook.codec.journal.ReplaceOrderDescriptor;
import io.ringbook.codec.journal.TailText;
import io.ringbook.codec.journal.TimeDescriptor;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the header and command of a record. Length, event count and the journal's own fields of
 * the header are left 0 for later stages. Stateless.
 */
public final class CommandEncoder {
    /** Version of the trading rules that this engine follows. */
    public static final short RULES_VERSION = 1;

    private CommandEncoder() {}

    /** Length of the fixed struct of a command that the sender of orders or ingest makes. */
    private static int structLength(CommandKind kind) {
        return switch (kind) {
            case NEW_ORDER -> NewOrderDescriptor.LENGTH;
            case CANCEL_ORDER -> CancelOrderDescriptor.LENGTH;
            case REPLACE_ORDER -> ReplaceOrderDescriptor.LENGTH;
            case REDUCE_ORDER -> ReduceOrderDescriptor.LENGTH;
            case MASS_CANCEL -> MassCancelDescriptor.LENGTH;
            case MARKET_TICK -> MarketTickDescriptor.LENGTH;
            case PHASE_CHANGE -> PhaseChangeDescriptor.LENGTH;
            case END_OF_DAY -> EndOfDayDescriptor.LENGTH;
            case TIME -> TimeDescriptor.LENGTH;
            case CONTINUE -> ContinueDescriptor.LENGTH;
            case LOGIN -> LoginDescriptor.LENGTH;
            case LOGOFF -> LogoffDescriptor.LENGTH;
            case DISCONNECT -> DisconnectDescriptor.LENGTH;
            default -> throw new IllegalArgumentException(kind + " is not made from a Command");
        };
    }

    /**
     * Starts a record with a command.
     *
     * @param symbol what the sender called an unknown instrument, or null
     * @param account what the sender called an unknown account, or null
     */
    public static void encode(
            Command command, CharSequence symbol, CharSequence account, RecordBuffer record) {
        int length = structLength(command.kind);
        beginRecord(command.kind, command.sequence, command.timeNs, record);
        int at = record.append(length);
        MutableDirectBuffer buffer = record.buffer();
        buffer.setMemory(at, length, (byte) 0);
        switch (command.kind) {
            case NEW_ORDER -> newOrder(command, buffer, at);
            case CANCEL_ORDER -> cancelOrder(command, buffer, at);
            case REPLACE_ORDER -> replaceOrder(command, buffer, at);
            case REDUCE_ORDER -> reduceOrder(command, buffer, at);
            case MASS_CANCEL -> massCancel(command, buffer, at);
            case MARKET_TICK -> {
                buffer.putInt(
                        at + MarketTickDescriptor.INSTRUMENT_ID_OFFSET,
                        command.instrumentId,
                        LITTLE_ENDIAN);
                buffer.putLong(
                        at + MarketTickDescriptor.PRICE_OFFSET, command.price, LITTLE_ENDIAN);
                buffer.putLong(
                        at + MarketTickDescriptor.QUANTITY_OFFSET, command.quantity, LITTLE_ENDIAN);
            }
            case PHASE_CHANGE -> {
                buffer.putInt(
                        at + PhaseChangeDescriptor.INSTRUMENT_ID_OFFSET,
                        command.instrumentId,
                        LITTLE_ENDIAN);
                buffer.putByte(at + PhaseChangeDescriptor.PHASE_OFFSET, command.phase);
            }
            case TIME ->
                    buffer.putLong(
                            at + TimeDescriptor.TIME_NS_OFFSET, command.expireNs, LITTLE_ENDIAN);
            case CONTINUE ->
                    buffer.putLong(
                            at + ContinueDescriptor.ORIGIN_SEQUENCE_OFFSET,
                            command.originSequence,
                            LITTLE_ENDIAN);
            case LOGIN -> login(command, buffer, at);
            case LOGOFF ->
                    buffer.putInt(
                            at + LogoffDescriptor.SESSION_ID_OFFSET,
                            command.sessionId,
                            LITTLE_ENDIAN);
            case DISCONNECT ->
                    buffer.putInt(
                            at + DisconnectDescriptor.SESSION_ID_OFFSET,
                            command.sessionId,
                            LITTLE_ENDIAN);
            default -> {}
        }
        if (symbol != null || account != null) {
            putText(symbol == null ? "" : symbol, record);
            putText(account == null ? "" : account, record);
        }
        endCommand(record);
    }

    /** Writes a header for a record whose command follows. */
    static void beginRecord(CommandKind kind, long sequence, long timeNs, RecordBuffer record) {
        int at = record.append(RecordHeaderDescriptor.LENGTH);
        MutableDirectBuffer buffer = record.buffer();
        buffer.setMemory(at, RecordHeaderDescriptor.LENGTH, (byte) 0);
        buffer.putByte(at + RecordHeaderDescriptor.KIND_OFFSET, kind.code());
        buffer.putShort(
                at + RecordHeaderDescriptor.SCHEMA_VERSION_OFFSET,
                RecordHeaderDescriptor.SCHEMA_VERSION,
                LITTLE_ENDIAN);
        buffer.putLong(at + RecordHeaderDescriptor.SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
        buffer.putLong(at + RecordHeaderDescriptor.TIME_NS_OFFSET, timeNs, LITTLE_ENDIAN);
        buffer.putShort(
                at + RecordHeaderDescriptor.RULES_VERSION_OFFSET, RULES_VERSION, LITTLE_ENDIAN);
    }

    /** Pads the command to a multiple of 8 and writes its length into the header. */
    static void endCommand(RecordBuffer record) {
        int padding = -record.length() & (RecordHeaderDescriptor.ALIGNMENT - 1);
        int at = record.append(padding);
        record.buffer().setMemory(at, padding, (byte) 0);
        record.buffer()
                .putInt(
                        RecordHeaderDescriptor.COMMAND_LENGTH_BYTES_OFFSET,
                        record.length() - RecordHeaderDescriptor.LENGTH,
                        LITTLE_ENDIAN);
    }

    /** Appends a tail text. */
    static void putText(CharSequence text, RecordBuffer record) {
        int at = record.append(TailText.encodedLength(text.length()));
        TailText.put(record.buffer(), at, text);
    }

    /** Writes length and event count into the header: the record is whole. */
    public static void endRecord(RecordBuffer record) {
        MutableDirectBuffer buffer = record.buffer();
        buffer.putInt(RecordHeaderDescriptor.LENGTH_BYTES_OFFSET, record.length(), LITTLE_ENDIAN);
        buffer.putInt(
                RecordHeaderDescriptor.EVENT_COUNT_OFFSET, record.eventCount(), LITTLE_ENDIAN);
    }

    private static void newOrder(Command command, MutableDirectBuffer to, int at) {
        party(command, to, at);
        to.putInt(at + NewOrderDescriptor.STP_GROUP_OFFSET, command.stpGroup, LITTLE_ENDIAN);
        to.putLong(at + NewOrderDescriptor.QUANTITY_OFFSET, command.quantity, LITTLE_ENDIAN);
        to.putLong(at + NewOrderDescriptor.PRICE_OFFSET, command.price, LITTLE_ENDIAN);
        to.putLong(at + NewOrderDescriptor.STOP_PRICE_OFFSET, command.stopPrice, LITTLE_ENDIAN);
        to.putLong(
                at + NewOrderDescriptor.DISPLAY_QUANTITY_OFFSET,
                command.displayQuantity,
                LITTLE_ENDIAN);
        to.putLong(at + NewOrderDescriptor.MIN_QUANTITY_OFFSET, command.minQuantity, LITTLE_ENDIAN);
        to.putLong(at + NewOrderDescriptor.EXPIRE_NS_OFFSET, command.expireNs, LITTLE_ENDIAN);
        to.putByte(at + NewOrderDescriptor.SIDE_OFFSET, command.side);
        to.putByte(at + NewOrderDescriptor.TYPE_OFFSET, command.type);
        to.putByte(at + NewOrderDescriptor.TIF_OFFSET, command.tif);
        to.putByte(at + NewOrderDescriptor.EXEC_INST_OFFSET, command.execInst);
        to.putByte(at + NewOrderDescriptor.STP_MODE_OFFSET, command.stpMode);
        to.putByte(at + NewOrderDescriptor.FLAGS_OFFSET, flags(command));
        to.putInt(
                at + NewOrderDescriptor.CLIENT_SEQUENCE_OFFSET,
                command.clientSequence,
                LITTLE_ENDIAN);
    }

    private static void cancelOrder(Command command, MutableDirectBuffer to, int at) {
        target(command, to, at);
        to.putByte(at + CancelOrderDescriptor.FLAGS_OFFSET, flags(command));
        to.putInt(
                at + CancelOrderDescriptor.CLIENT_SEQUENCE_OFFSET,
                command.clientSequence,
                LITTLE_ENDIAN);
    }

    private static void replaceOrder(Command command, MutableDirectBuffer to, int at) {
        target(command, to, at);
        to.putLong(at + ReplaceOrderDescriptor.QUANTITY_OFFSET, command.quantity, LITTLE_ENDIAN);
        to.putLong(at + ReplaceOrderDescriptor.PRICE_OFFSET, command.price, LITTLE_ENDIAN);
        to.putLong(at + ReplaceOrderDescriptor.STOP_PRICE_OFFSET, command.stopPrice, LITTLE_ENDIAN);
        to.putLong(
                at + ReplaceOrderDescriptor.DISPLAY_QUANTITY_OFFSET,
                command.displayQuantity,
                LITTLE_ENDIAN);
        to.putLong(at + ReplaceOrderDescriptor.EXPIRE_NS_OFFSET, command.expireNs, LITTLE_ENDIAN);
        to.putByte(at + ReplaceOrderDescriptor.FLAGS_OFFSET, flags(command));
        to.putInt(
                at + ReplaceOrderDescriptor.CLIENT_SEQUENCE_OFFSET,
                command.clientSequence,
                LITTLE_ENDIAN);
    }

    private static void reduceOrder(Command command, MutableDirectBuffer to, int at) {
        target(command, to, at);
        to.putLong(at + ReduceOrderDescriptor.QUANTITY_OFFSET, command.quantity, LITTLE_ENDIAN);
        to.putByte(at + ReduceOrderDescriptor.FLAGS_OFFSET, flags(command));
        to.putInt(
                at + ReduceOrderDescriptor.CLIENT_SEQUENCE_OFFSET,
                command.clientSequence,
                LITTLE_ENDIAN);
    }

    private static void massCancel(Command command, MutableDirectBuffer to, int at) {
        party(command, to, at);
        to.putByte(at + MassCancelDescriptor.SIDE_OFFSET, command.side);
        to.putByte(at + MassCancelDescriptor.FLAGS_OFFSET, flags(command));
        to.putInt(
                at + MassCancelDescriptor.CLIENT_SEQUENCE_OFFSET,
                command.clientSequence,
                LITTLE_ENDIAN);
    }

    private static void login(Command command, MutableDirectBuffer to, int at) {
        to.putInt(at + LoginDescriptor.SESSION_ID_OFFSET, command.sessionId, LITTLE_ENDIAN);
        to.putByte(
                at + LoginDescriptor.CANCEL_ON_DISCONNECT_OFFSET,
                (byte) (command.cancelOnDisconnect ? 1 : 0));
        to.putLong(at + LoginDescriptor.GRACE_NS_OFFSET, command.graceNs, LITTLE_ENDIAN);
    }

    /** Session, account, instrument and own id stand at the same offsets in all five structs. */
    private static void party(Command command, MutableDirectBuffer to, int at) {
        to.putInt(at + NewOrderDescriptor.SESSION_ID_OFFSET, command.sessionId, LITTLE_ENDIAN);
        to.putInt(at + NewOrderDescriptor.ACCOUNT_ID_OFFSET, command.accountId, LITTLE_ENDIAN);
        to.putInt(
                at + NewOrderDescriptor.INSTRUMENT_ID_OFFSET, command.instrumentId, LITTLE_ENDIAN);
        int id = at + NewOrderDescriptor.CLIENT_ORDER_ID_OFFSET;
        to.putLong(
                id + ClientOrderIdDescriptor.WORD0_OFFSET, command.clientOrderId0, LITTLE_ENDIAN);
        to.putLong(
                id + ClientOrderIdDescriptor.WORD1_OFFSET, command.clientOrderId1, LITTLE_ENDIAN);
        to.putInt(id + ClientOrderIdDescriptor.WORD2_OFFSET, command.clientOrderId2, LITTLE_ENDIAN);
    }

    private static void target(Command command, MutableDirectBuffer to, int at) {
        party(command, to, at);
        int orig = at + CancelOrderDescriptor.ORIG_CLIENT_ORDER_ID_OFFSET;
        to.putLong(
                orig + ClientOrderIdDescriptor.WORD0_OFFSET,
                command.origClientOrderId0,
                LITTLE_ENDIAN);
        to.putLong(
                orig + ClientOrderIdDescriptor.WORD1_OFFSET,
                command.origClientOrderId1,
                LITTLE_ENDIAN);
        to.putInt(
                orig + ClientOrderIdDescriptor.WORD2_OFFSET,
                command.origClientOrderId2,
                LITTLE_ENDIAN);
        to.putLong(
                at + CancelOrderDescriptor.ORIG_ORDER_ID_OFFSET,
                command.origOrderId,
                LITTLE_ENDIAN);
    }

    private static byte flags(Command command) {
        return command.possResend ? NewOrderDescriptor.POSS_RESEND_FLAG : 0;
    }
}
