// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.orderentry;

import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.RejectReportEncoder;
import io.ringbook.codec.orderentry.UnsequencedReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the refusal of a command that was not sequenced because the journal has no room: sequence
 * 0, no record, and the client's sequence stays where it was. One thread; allocates nothing.
 */
public final class UnsequencedReject {
    /** Longest frame that {@link #encode} writes. */
    public static final int MAX_FRAME_LENGTH = RejectReportEncoder.MAX_FRAME_LENGTH;

    private static final int FIX_ORDER_REASON = 0;
    private static final int FIX_CANCEL_REASON = 2;

    private final RejectReportEncoder encoder = new RejectReportEncoder();

    /** Writes one frame; returns its length. */
    public int encode(Command command, MutableDirectBuffer to, int at) {
        encoder.wrap(to, at, type(command.kind), (byte) 0, 0);
        encoder.report()
                .clientOrderId(
                        command.clientOrderId0, command.clientOrderId1, command.clientOrderId2)
                .accountId(command.accountId)
                .instrumentId(command.instrumentId)
                .side(command.side)
                .reason(UnsequencedReason.JOURNAL_UNAVAILABLE.code())
                .price(command.price)
                .quantity(command.quantity);
        encoder.origClientOrderId(
                command.origClientOrderId0, command.origClientOrderId1, command.origClientOrderId2);
        boolean order = command.kind == CommandKind.NEW_ORDER;
        encoder.fixReason(order ? FIX_ORDER_REASON : FIX_CANCEL_REASON);
        return encoder.encode(UnsequencedReason.JOURNAL_UNAVAILABLE.text());
    }

    private static byte type(CommandKind kind) {
        return switch (kind) {
            case NEW_ORDER -> MessageType.ORDER_REJECTED;
            case REPLACE_ORDER, REDUCE_ORDER -> MessageType.REPLACE_REJECTED;
            default -> MessageType.CANCEL_REJECTED;
        };
    }
}
