// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.GreetingDecoder;
import io.ringbook.codec.orderentry.LoginAcceptedDecoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LoginRejectedDecoder;
import io.ringbook.codec.orderentry.LogoutDecoder;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OpenOrdersEndDecoder;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.codec.orderentry.OrderStatusDecoder;
import io.ringbook.codec.orderentry.SequenceMarkDecoder;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import io.ringbook.core.order.ClientOrderId;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** A frame that a server sent, verified, with what tests want to know of it. */
public final class ServerFrame {
    private final UnsafeBuffer buffer;
    private final int body;

    public ServerFrame(byte[] bytes) {
        buffer = new UnsafeBuffer(bytes);
        FrameVerifier verifier = OrderEntrySchema.serverFrameVerifier();
        Verdict verdict = verifier.verify(buffer, 0, bytes.length);
        if (verdict != Verdict.OK) {
            throw new AssertionError("the server sent a bad frame: " + verdict.text());
        }
        body = verifier.fieldOffset(OrderEntrySchema.BODY);
    }

    public byte type() {
        return FrameDescriptor.type(buffer, 0);
    }

    public long sequence() {
        return FrameDescriptor.sequence(buffer, 0);
    }

    public boolean isReplay() {
        return (FrameDescriptor.flags(buffer, 0) & FrameDescriptor.REPLAY_FLAG) != 0;
    }

    public byte[] nonce() {
        byte[] nonce = new byte[GreetingDecoder.NONCE_LENGTH];
        new GreetingDecoder().wrap(buffer, body).getNonce(nonce, 0);
        return nonce;
    }

    public LoginAcceptedDecoder loginAccepted() {
        return new LoginAcceptedDecoder().wrap(buffer, body);
    }

    public LoginRejectedDecoder loginRejected() {
        return new LoginRejectedDecoder().wrap(buffer, body, 0);
    }

    public LogoutDecoder logout() {
        return new LogoutDecoder().wrap(buffer, body, 0);
    }

    public OrderReportDecoder report() {
        return new OrderReportDecoder().wrap(buffer, body);
    }

    public OrderStatusDecoder orderStatus() {
        return new OrderStatusDecoder().wrap(buffer, body);
    }

    public OpenOrdersEndDecoder openOrdersEnd() {
        return new OpenOrdersEndDecoder().wrap(buffer, body);
    }

    public long mark() {
        return new SequenceMarkDecoder().wrap(buffer, body).mark();
    }

    public byte[] bytes() {
        return buffer.byteArray();
    }

    /** Type, sequence and what identifies it, on one line. */
    @Override
    public String toString() {
        String text = (isReplay() ? "REPLAY " : "") + typeName();
        if (sequence() != 0) {
            text += " " + sequence();
        }
        return switch (type()) {
            case MessageType.LOGOUT -> text + " " + reason();
            case MessageType.LOGIN_REJECTED -> text + " " + rejectReason();
            case MessageType.HEARTBEAT, MessageType.REPLAY_COMPLETE, MessageType.END_OF_SESSION ->
                    text + " " + mark();
            default -> text + (isReport() ? " " + clientOrderId() : "");
        };
    }

    private boolean isReport() {
        return type() >= MessageType.ORDER_ACCEPTED && type() < MessageType.MASS_CANCEL_REPORT;
    }

    private String clientOrderId() {
        OrderReportDecoder report = report();
        return ClientOrderId.text(
                report.clientOrderIdWord0(),
                report.clientOrderIdWord1(),
                report.clientOrderIdWord2());
    }

    private LogoutReason reason() {
        return Arrays.stream(LogoutReason.values())
                .filter(reason -> reason.code() == logout().reason())
                .findFirst()
                .orElseThrow();
    }

    private LoginRejectReason rejectReason() {
        return Arrays.stream(LoginRejectReason.values())
                .filter(reason -> reason.code() == loginRejected().reason())
                .findFirst()
                .orElseThrow();
    }

    private String typeName() {
        try {
            for (Field field : MessageType.class.getFields()) {
                if (field.getByte(null) == type()) {
                    return field.getName();
                }
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("type " + type());
    }
}
