// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.record;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.CancelOrderDescriptor;
import io.ringbook.codec.journal.ClientOrderIdDescriptor;
import io.ringbook.codec.journal.ContinueDescriptor;
import io.ringbook.codec.journal.DisconnectDescriptor;
import io.ringbook.codec.journal.LoginDescriptor;
import io.ringbook.codec.journal.LogoffDescriptor;
import io.ringbook.codec.journal.MarketTickDescriptor;
import io.ringbook.codec.journal.MassCancelDescriptor;
import io.ringbook.codec.journal.NewOrderDescriptor;
import io.ringbook.codec.journal.PhaseChangeDescriptor;
import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.codec.journal.ReduceOrderDescriptor;
import io.ringbook.codec.journal.ReplaceOrderDescriptor;
import io.ringbook.codec.journal.TimeDescriptor;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import org.agrona.DirectBuffer;

/** Reads header and command of a record that is whole, into a {@link Command}. Stateless. */
public final class CommandDecoder {
    private CommandDecoder() {}

    /**
     * Fills {@code command} from the record at {@code offset}. Of admin and carry-over commands
     * only kind, sequence and time are filled; {@link DefinitionCodec} and {@link CarryOverCodec}
     * read the rest.
     *
     * @throws IllegalArgumentException if the kind is not a command that this version knows
     */
    public static void decode(DirectBuffer record, int offset, Command command) {
        command.reset();
        byte code = record.getByte(offset + RecordHeaderDescriptor.KIND_OFFSET);
        command.kind = CommandKind.of(code);
        if (command.kind == null) {
            throw new IllegalArgumentException("a record holds an unknown command kind " + code);
        }
        command.sequence =
                record.getLong(offset + RecordHeaderDescriptor.SEQUENCE_OFFSET, LITTLE_ENDIAN);
        command.timeNs =
                record.getLong(offset + RecordHeaderDescriptor.TIME_NS_OFFSET, LITTLE_ENDIAN);
        int at = offset + RecordHeaderDescriptor.LENGTH;
        switch (command.kind) {
            case NEW_ORDER -> newOrder(record, at, command);
            case CANCEL_ORDER -> {
                target(record, at, command);
                command.possResend =
                        isResend(record.getByte(at + CancelOrderDescriptor.FLAGS_OFFSET));
                command.clientSequence =
                        record.getInt(
                                at + CancelOrderDescriptor.CLIENT_SEQUENCE_OFFSET, LITTLE_ENDIAN);
            }
            case REPLACE_ORDER -> replaceOrder(record, at, command);
            case REDUCE_ORDER -> {
                target(record, at, command);
                command.quantity =
                        record.getLong(at + ReduceOrderDescriptor.QUANTITY_OFFSET, LITTLE_ENDIAN);
                command.possResend =
                        isResend(record.getByte(at + ReduceOrderDescriptor.FLAGS_OFFSET));
                command.clientSequence =
                        record.getInt(
                                at + ReduceOrderDescriptor.CLIENT_SEQUENCE_OFFSET, LITTLE_ENDIAN);
            }
            case MASS_CANCEL -> {
                party(record, at, command);
                command.side = record.getByte(at + MassCancelDescriptor.SIDE_OFFSET);
                command.possResend =
                        isResend(record.getByte(at + MassCancelDescriptor.FLAGS_OFFSET));
                command.clientSequence =
                        record.getInt(
                                at + MassCancelDescriptor.CLIENT_SEQUENCE_OFFSET, LITTLE_ENDIAN);
            }
            case MARKET_TICK -> {
                command.instrumentId =
                        record.getInt(
                                at + MarketTickDescriptor.INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
                command.price =
                        record.getLong(at + MarketTickDescriptor.PRICE_OFFSET, LITTLE_ENDIAN);
                command.quantity =
                        record.getLong(at + MarketTickDescriptor.QUANTITY_OFFSET, LITTLE_ENDIAN);
            }
            case PHASE_CHANGE -> {
                command.instrumentId =
                        record.getInt(
                                at + PhaseChangeDescriptor.INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
                command.phase = record.getByte(at + PhaseChangeDescriptor.PHASE_OFFSET);
            }
            case TIME ->
                    command.expireNs =
                            record.getLong(at + TimeDescriptor.TIME_NS_OFFSET, LITTLE_ENDIAN);
            case CONTINUE ->
                    command.originSequence =
                            record.getLong(
                                    at + ContinueDescriptor.ORIGIN_SEQUENCE_OFFSET, LITTLE_ENDIAN);
            case LOGIN -> {
                command.sessionId =
                        record.getInt(at + LoginDescriptor.SESSION_ID_OFFSET, LITTLE_ENDIAN);
                command.cancelOnDisconnect =
                        record.getByte(at + LoginDescriptor.CANCEL_ON_DISCONNECT_OFFSET) != 0;
                command.graceNs =
                        record.getLong(at + LoginDescriptor.GRACE_NS_OFFSET, LITTLE_ENDIAN);
            }
            case LOGOFF ->
                    command.sessionId =
                            record.getInt(at + LogoffDescriptor.SESSION_ID_OFFSET, LITTLE_ENDIAN);
            case DISCONNECT ->
                    command.sessionId =
                            record.getInt(
                                    at + DisconnectDescriptor.SESSION_ID_OFFSET, LITTLE_ENDIAN);
            default -> {}
        }
    }

    private static void newOrder(DirectBuffer from, int at, Command command) {
        party(from, at, command);
        command.stpGroup = from.getInt(at + NewOrderDescriptor.STP_GROUP_OFFSET, LITTLE_ENDIAN);
        command.quantity = from.getLong(at + NewOrderDescriptor.QUANTITY_OFFSET, LITTLE_ENDIAN);
        command.price = from.getLong(at + NewOrderDescriptor.PRICE_OFFSET, LITTLE_ENDIAN);
        command.stopPrice = from.getLong(at + NewOrderDescriptor.STOP_PRICE_OFFSET, LITTLE_ENDIAN);
        command.displayQuantity =
                from.getLong(at + NewOrderDescriptor.DISPLAY_QUANTITY_OFFSET, LITTLE_ENDIAN);
        command.minQuantity =
                from.getLong(at + NewOrderDescriptor.MIN_QUANTITY_OFFSET, LITTLE_ENDIAN);
        command.expireNs = from.getLong(at + NewOrderDescriptor.EXPIRE_NS_OFFSET, LITTLE_ENDIAN);
        command.side = from.getByte(at + NewOrderDescriptor.SIDE_OFFSET);
        command.type = from.getByte(at + NewOrderDescriptor.TYPE_OFFSET);
        command.tif = from.getByte(at + NewOrderDescriptor.TIF_OFFSET);
        command.execInst = from.getByte(at + NewOrderDescriptor.EXEC_INST_OFFSET);
        command.stpMode = from.getByte(at + NewOrderDescriptor.STP_MODE_OFFSET);
        command.possResend = isResend(from.getByte(at + NewOrderDescriptor.FLAGS_OFFSET));
        command.clientSequence =
                from.getInt(at + NewOrderDescriptor.CLIENT_SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }

    private static void replaceOrder(DirectBuffer from, int at, Command command) {
        target(from, at, command);
        command.quantity = from.getLong(at + ReplaceOrderDescriptor.QUANTITY_OFFSET, LITTLE_ENDIAN);
        command.price = from.getLong(at + ReplaceOrderDescriptor.PRICE_OFFSET, LITTLE_ENDIAN);
        command.stopPrice =
                from.getLong(at + ReplaceOrderDescriptor.STOP_PRICE_OFFSET, LITTLE_ENDIAN);
        command.displayQuantity =
                from.getLong(at + ReplaceOrderDescriptor.DISPLAY_QUANTITY_OFFSET, LITTLE_ENDIAN);
        command.expireNs =
                from.getLong(at + ReplaceOrderDescriptor.EXPIRE_NS_OFFSET, LITTLE_ENDIAN);
        command.possResend = isResend(from.getByte(at + ReplaceOrderDescriptor.FLAGS_OFFSET));
        command.clientSequence =
                from.getInt(at + ReplaceOrderDescriptor.CLIENT_SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }

    /** Session, account, instrument and own id stand at the same offsets in all five structs. */
    private static void party(DirectBuffer from, int at, Command command) {
        command.sessionId = from.getInt(at + NewOrderDescriptor.SESSION_ID_OFFSET, LITTLE_ENDIAN);
        command.accountId = from.getInt(at + NewOrderDescriptor.ACCOUNT_ID_OFFSET, LITTLE_ENDIAN);
        command.instrumentId =
                from.getInt(at + NewOrderDescriptor.INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
        int id = at + NewOrderDescriptor.CLIENT_ORDER_ID_OFFSET;
        command.clientOrderId0 =
                from.getLong(id + ClientOrderIdDescriptor.WORD0_OFFSET, LITTLE_ENDIAN);
        command.clientOrderId1 =
                from.getLong(id + ClientOrderIdDescriptor.WORD1_OFFSET, LITTLE_ENDIAN);
        command.clientOrderId2 =
                from.getInt(id + ClientOrderIdDescriptor.WORD2_OFFSET, LITTLE_ENDIAN);
    }

    private static void target(DirectBuffer from, int at, Command command) {
        party(from, at, command);
        int orig = at + CancelOrderDescriptor.ORIG_CLIENT_ORDER_ID_OFFSET;
        command.origClientOrderId0 =
                from.getLong(orig + ClientOrderIdDescriptor.WORD0_OFFSET, LITTLE_ENDIAN);
        command.origClientOrderId1 =
                from.getLong(orig + ClientOrderIdDescriptor.WORD1_OFFSET, LITTLE_ENDIAN);
        command.origClientOrderId2 =
                from.getInt(orig + ClientOrderIdDescriptor.WORD2_OFFSET, LITTLE_ENDIAN);
        command.origOrderId =
                from.getLong(at + CancelOrderDescriptor.ORIG_ORDER_ID_OFFSET, LITTLE_ENDIAN);
    }

    private static boolean isResend(byte flags) {
        return (flags & NewOrderDescriptor.POSS_RESEND_FLAG) != 0;
    }
}
