// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A command that has no answer yet: its frame, ready to be sent once it has a sequence, and what
 * its answer is known by. Made by the sender, then the client's thread's alone.
 */
final class PendingCommand {
    final long ticket;
    private final UnsafeBuffer frame;
    private final byte type;
    private final long id0;
    private final long id1;
    private final int id2;
    private final long orig0;
    private final long orig1;
    private final int orig2;
    private final long origOrderId;
    private long sequence;

    PendingCommand(long ticket, byte[] frame, Command command) {
        this.ticket = ticket;
        this.frame = new UnsafeBuffer(frame);
        this.type = FrameDescriptor.type(this.frame, 0);
        this.id0 = command.clientOrderId0;
        this.id1 = command.clientOrderId1;
        this.id2 = command.clientOrderId2;
        this.orig0 = command.origClientOrderId0;
        this.orig1 = command.origClientOrderId1;
        this.orig2 = command.origClientOrderId2;
        this.origOrderId = command.origOrderId;
    }

    /** Client sequence under which it was sent last; 0 if it never was. */
    long sequence() {
        return sequence;
    }

    int length() {
        return frame.capacity();
    }

    /** Copies the frame under a sequence; one that was sent before is marked as possibly sent. */
    void put(MutableDirectBuffer target, int offset, long sequence) {
        if (this.sequence != 0) {
            byte flags = FrameDescriptor.flags(frame, 0);
            frame.putByte(
                    FrameDescriptor.FLAGS_OFFSET,
                    (byte) (flags | FrameDescriptor.POSS_RESEND_FLAG));
        }
        this.sequence = sequence;
        frame.putLong(FrameDescriptor.SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
        target.putBytes(offset, frame, 0, frame.capacity());
    }

    /** True if the report is the direct answer to this command. */
    boolean isAnsweredBy(Report report) {
        return switch (type) {
            case MessageType.NEW_ORDER ->
                    (report.kind() == ReportKind.ACCEPTED || report.kind() == ReportKind.REJECTED)
                            && hasOwnIdOf(report);
            case MessageType.MASS_CANCEL ->
                    report.kind() == ReportKind.MASS_CANCELED && hasOwnIdOf(report);
            case MessageType.CANCEL_ORDER ->
                    report.kind() == ReportKind.CANCEL_REJECTED
                            ? isRefusedBy(report)
                            : isCanceledBy(report, CancelReason.USER) && changed(report);
            case MessageType.REDUCE_ORDER ->
                    report.kind() == ReportKind.REPLACE_REJECTED
                            ? isRefusedBy(report)
                            : (report.kind() == ReportKind.REDUCED
                                            || isCanceledBy(report, CancelReason.USER))
                                    && changed(report);
            case MessageType.REPLACE_ORDER ->
                    report.kind() == ReportKind.REPLACE_REJECTED
                            ? isRefusedBy(report)
                            : (report.kind() == ReportKind.REPLACED
                                            || isCanceledBy(
                                                    report, CancelReason.REPLACED_BELOW_FILLED))
                                    && changed(report);
            default -> false;
        };
    }

    /** The report names the target, by the id of the command if it has one. */
    private boolean changed(Report report) {
        if (id0 != 0) {
            return hasOwnIdOf(report);
        }
        return orig0 != 0
                ? report.idWord0() == orig0
                        && report.idWord1() == orig1
                        && report.idWord2() == orig2
                : report.orderId() == origOrderId;
    }

    private boolean isRefusedBy(Report report) {
        return hasOwnIdOf(report)
                && report.origWord0() == orig0
                && report.origWord1() == orig1
                && report.origWord2() == orig2;
    }

    private boolean hasOwnIdOf(Report report) {
        return report.idWord0() == id0 && report.idWord1() == id1 && report.idWord2() == id2;
    }

    private static boolean isCanceledBy(Report report, CancelReason reason) {
        return report.kind() == ReportKind.CANCELED && report.reason() == reason.code();
    }
}
