// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.AccountDefinitionEncoder;
import io.ringbook.codec.orderentry.ChainReportEncoder;
import io.ringbook.codec.orderentry.GreetingEncoder;
import io.ringbook.codec.orderentry.InstrumentDefinitionEncoder;
import io.ringbook.codec.orderentry.LoginAcceptedEncoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LoginRejectedEncoder;
import io.ringbook.codec.orderentry.LogoutEncoder;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.codec.orderentry.OrderReportEncoder;
import io.ringbook.codec.orderentry.RejectReportEncoder;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import io.ringbook.codec.orderentry.UnsequencedReason;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.ClientOrderId;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** Frames as a server sends them. */
public final class ServerFrames {
    public static final int TRADING_DAY = 20261122;
    public static final long INCARNATION = 7;
    public static final int ACCOUNT_ID = 3;
    public static final int INSTRUMENT_ID = 1;

    private ServerFrames() {}

    public static byte[] greeting(byte[] nonce, int schemaVersion) {
        byte[] frame = new byte[GreetingEncoder.FRAME_LENGTH];
        new GreetingEncoder()
                .wrap(new UnsafeBuffer(frame), 0, (byte) 0, 0)
                .nonce(nonce, 0)
                .schemaVersion((short) schemaVersion);
        return frame;
    }

    public static byte[] loginAccepted(
            long nextSequence, long lastClientSequence, int tradingDay, long heartbeatNs) {
        byte[] frame = new byte[LoginAcceptedEncoder.FRAME_LENGTH];
        new LoginAcceptedEncoder()
                .wrap(new UnsafeBuffer(frame), 0, (byte) 0, 0)
                .tradingDay(tradingDay)
                .nextSequence(nextSequence)
                .lastClientSequence(lastClientSequence)
                .incarnation(INCARNATION)
                .heartbeatIntervalNs(heartbeatNs);
        return frame;
    }

    public static byte[] loginRejected(LoginRejectReason reason, String text, long nextSequence) {
        byte[] frame = new byte[LoginRejectedEncoder.MAX_FRAME_LENGTH];
        int length =
                new LoginRejectedEncoder()
                        .wrap(new UnsafeBuffer(frame), 0, (byte) 0, 0)
                        .reason(reason.code())
                        .nextSequence(nextSequence)
                        .incarnation(INCARNATION)
                        .encode(text);
        return Arrays.copyOf(frame, length);
    }

    public static byte[] logout(LogoutReason reason, String text) {
        byte[] frame = new byte[LogoutEncoder.MAX_FRAME_LENGTH];
        int length =
                new LogoutEncoder()
                        .wrap(new UnsafeBuffer(frame), 0, (byte) 0, 0)
                        .reason(reason.code())
                        .encode(text);
        return Arrays.copyOf(frame, length);
    }

    public static byte[] instrument() {
        byte[] frame = new byte[InstrumentDefinitionEncoder.MAX_FRAME_LENGTH];
        int length =
                new InstrumentDefinitionEncoder()
                        .wrap(new UnsafeBuffer(frame), 0, (byte) 0, 0)
                        .instrumentId(INSTRUMENT_ID)
                        .priceDecimals((byte) 2)
                        .tickSize(1)
                        .lotSize(1)
                        .phase((byte) 1)
                        .encode("ABC", "USD");
        return Arrays.copyOf(frame, length);
    }

    public static byte[] account(String name) {
        byte[] frame = new byte[AccountDefinitionEncoder.MAX_FRAME_LENGTH];
        int length =
                new AccountDefinitionEncoder()
                        .wrap(new UnsafeBuffer(frame), 0, (byte) 0, 0)
                        .accountId(ACCOUNT_ID)
                        .firmId(1)
                        .encode(name, "FIRM");
        return Arrays.copyOf(frame, length);
    }

    public static byte[] mark(byte type, long sequence) {
        byte[] frame = new byte[SequenceMarkEncoder.FRAME_LENGTH];
        new SequenceMarkEncoder()
                .wrap(new UnsafeBuffer(frame), 0, type, (byte) 0, 0)
                .mark(sequence);
        return frame;
    }

    public static byte[] accepted(long sequence, String id) {
        return accepted(
                sequence,
                ClientOrderId.word(id, 0),
                ClientOrderId.word(id, 1),
                (int) ClientOrderId.word(id, 2));
    }

    public static byte[] accepted(long sequence, long id0, long id1, int id2) {
        byte[] frame = new byte[OrderReportEncoder.FRAME_LENGTH];
        new OrderReportEncoder()
                .wrap(new UnsafeBuffer(frame), 0, MessageType.ORDER_ACCEPTED, (byte) 0, sequence)
                .clientOrderId(id0, id1, id2)
                .accountId(ACCOUNT_ID)
                .instrumentId(INSTRUMENT_ID)
                .flags(OrderReportDecoder.ANSWER_FLAG)
                .orderId(100 + sequence);
        return frame;
    }

    public static byte[] accepted(long sequence, NewOrderDecoder order) {
        byte[] frame =
                accepted(
                        sequence,
                        order.clientOrderIdWord0(),
                        order.clientOrderIdWord1(),
                        order.clientOrderIdWord2());
        UnsafeBuffer buffer = new UnsafeBuffer(frame);
        int body = frame.length - OrderReportDecoder.LENGTH;
        buffer.putByte(body + OrderReportDecoder.SIDE_OFFSET, order.side());
        buffer.putLong(body + OrderReportDecoder.PRICE_OFFSET, order.price());
        buffer.putLong(body + OrderReportDecoder.QUANTITY_OFFSET, order.quantity());
        buffer.putLong(body + OrderReportDecoder.LEAVES_QUANTITY_OFFSET, order.quantity());
        return frame;
    }

    /** The end of a day's order, made of the frame that accepted it. */
    static byte[] expired(long sequence, byte[] accepted) {
        byte[] frame = accepted.clone();
        UnsafeBuffer buffer = new UnsafeBuffer(frame);
        buffer.putByte(FrameDescriptor.TYPE_OFFSET, MessageType.ORDER_EXPIRED);
        buffer.putLong(FrameDescriptor.SEQUENCE_OFFSET, sequence);
        int body = frame.length - OrderReportDecoder.LENGTH;
        buffer.putByte(body + OrderReportDecoder.FLAGS_OFFSET, (byte) 0);
        return frame;
    }

    /** The end of an order; an answer if a command of the session asked for it. */
    public static byte[] canceled(long sequence, String id, CancelReason reason, boolean answer) {
        byte[] frame = new byte[ChainReportEncoder.FRAME_LENGTH];
        ChainReportEncoder encoder = new ChainReportEncoder();
        encoder.wrap(new UnsafeBuffer(frame), 0, MessageType.ORDER_CANCELED, (byte) 0, sequence);
        encoder.report()
                .clientOrderId(
                        ClientOrderId.word(id, 0),
                        ClientOrderId.word(id, 1),
                        (int) ClientOrderId.word(id, 2))
                .flags(answer ? OrderReportDecoder.ANSWER_FLAG : 0)
                .reason(reason.code());
        return frame;
    }

    /** The refusal of an order, of a server whose journal has no room. */
    public static byte[] noRoom(String id) {
        return noRoom(
                ClientOrderId.word(id, 0),
                ClientOrderId.word(id, 1),
                (int) ClientOrderId.word(id, 2));
    }

    static byte[] noRoom(NewOrderDecoder order) {
        return noRoom(
                order.clientOrderIdWord0(), order.clientOrderIdWord1(), order.clientOrderIdWord2());
    }

    private static byte[] noRoom(long id0, long id1, int id2) {
        byte[] frame = new byte[RejectReportEncoder.MAX_FRAME_LENGTH];
        RejectReportEncoder encoder = new RejectReportEncoder();
        encoder.wrap(new UnsafeBuffer(frame), 0, MessageType.ORDER_REJECTED, (byte) 0, 0);
        encoder.report()
                .clientOrderId(id0, id1, id2)
                .reason(UnsequencedReason.JOURNAL_UNAVAILABLE.code());
        int length = encoder.encode(UnsequencedReason.JOURNAL_UNAVAILABLE.text());
        return Arrays.copyOf(frame, length);
    }

    /** The same frame as a login has it sent again. */
    public static byte[] replayed(byte[] frame) {
        byte[] copy = frame.clone();
        copy[FrameDescriptor.FLAGS_OFFSET] |= FrameDescriptor.REPLAY_FLAG;
        return copy;
    }
}
