// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.CancelOrderEncoder;
import io.ringbook.codec.orderentry.LoginEncoder;
import io.ringbook.codec.orderentry.LogoutEncoder;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.codec.orderentry.OpenOrdersRequestEncoder;
import io.ringbook.codec.orderentry.OrderStatusRequestEncoder;
import io.ringbook.codec.orderentry.PingEncoder;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** What a client sends, as bytes. */
public final class ClientMessages {
    private static final int NEW_ORDER_STRUCT_OFFSET = 32;

    private ClientMessages() {}

    /** What a login says besides who it is. */
    public record Wishes(
            long nextSequence,
            long incarnation,
            long heartbeatNs,
            boolean cancelOnDisconnect,
            long graceNs) {
        public static Wishes from(long nextSequence) {
            return new Wishes(nextSequence, 0, 0, false, 0);
        }
    }

    /** A login; session DESK1A belongs to FIRM1. */
    public static byte[] login(String session, PrivateKey key, byte[] nonce, Wishes wishes) {
        byte[] unsigned = login(session, new byte[64], wishes);
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(nonce);
            signer.update(unsigned);
            return login(session, signer.sign(), wishes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] login(String session, byte[] signature, Wishes wishes) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[LoginEncoder.MAX_FRAME_LENGTH]);
        String firm = "FIRM" + session.substring(4, session.length() - 1);
        int length =
                new LoginEncoder()
                        .wrap(buffer, 0, (byte) 0, 0)
                        .nextSequence(wishes.nextSequence())
                        .incarnation(wishes.incarnation())
                        .heartbeatIntervalNs(wishes.heartbeatNs())
                        .disconnectGraceNs(wishes.graceNs())
                        .cancelOnDisconnect((byte) (wishes.cancelOnDisconnect() ? 1 : 0))
                        .signature(signature, 0)
                        .encode(firm, session);
        return Arrays.copyOf(buffer.byteArray(), length);
    }

    /** A limit order of the account, good for the day. */
    public static byte[] order(
            long sequence, int accountId, String id, Side side, long quantity, long price) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[NewOrderEncoder.FRAME_LENGTH]);
        new NewOrderEncoder()
                .wrap(buffer, 0, (byte) 0, sequence)
                .accountId(accountId)
                .instrumentId(1)
                .clientOrderId(
                        ClientOrderId.word(id, 0),
                        ClientOrderId.word(id, 1),
                        (int) ClientOrderId.word(id, 2))
                .side(side.code())
                .type(OrderType.LIMIT.code())
                .tif(TimeInForce.DAY.code())
                .quantity(quantity)
                .price(price);
        return buffer.byteArray();
    }

    /** The same order, to stay when its session is cut off. */
    public static byte[] staying(byte[] order) {
        UnsafeBuffer buffer = new UnsafeBuffer(order);
        assert FrameDescriptor.type(buffer, 0) == MessageType.NEW_ORDER;
        byte[] copy = order.clone();
        copy[NEW_ORDER_STRUCT_OFFSET + NewOrderDecoder.EXEC_INST_OFFSET] |= Command.PERSIST;
        return copy;
    }

    /** A cancel by client order id. */
    public static byte[] cancel(long sequence, int accountId, String id, String orig) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[CancelOrderEncoder.FRAME_LENGTH]);
        new CancelOrderEncoder()
                .wrap(buffer, 0, (byte) 0, sequence)
                .accountId(accountId)
                .instrumentId(1)
                .clientOrderId(
                        ClientOrderId.word(id, 0),
                        ClientOrderId.word(id, 1),
                        (int) ClientOrderId.word(id, 2))
                .origClientOrderId(
                        ClientOrderId.word(orig, 0),
                        ClientOrderId.word(orig, 1),
                        (int) ClientOrderId.word(orig, 2));
        return buffer.byteArray();
    }

    /** A cancel by our order id. */
    public static byte[] cancel(long sequence, int accountId, String id, long orderId) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[CancelOrderEncoder.FRAME_LENGTH]);
        new CancelOrderEncoder()
                .wrap(buffer, 0, (byte) 0, sequence)
                .accountId(accountId)
                .instrumentId(1)
                .clientOrderId(
                        ClientOrderId.word(id, 0),
                        ClientOrderId.word(id, 1),
                        (int) ClientOrderId.word(id, 2))
                .origOrderId(orderId);
        return buffer.byteArray();
    }

    public static byte[] heartbeat(long mark) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[SequenceMarkEncoder.FRAME_LENGTH]);
        new SequenceMarkEncoder().wrap(buffer, 0, MessageType.HEARTBEAT, (byte) 0, 0).mark(mark);
        return buffer.byteArray();
    }

    public static byte[] ping(long token) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[PingEncoder.FRAME_LENGTH]);
        new PingEncoder().wrap(buffer, 0, (byte) 0, 0).token(token);
        return buffer.byteArray();
    }

    public static byte[] logout() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[LogoutEncoder.MAX_FRAME_LENGTH]);
        int length = new LogoutEncoder().wrap(buffer, 0, (byte) 0, 0).encode("");
        return Arrays.copyOf(buffer.byteArray(), length);
    }

    public static byte[] openOrders(long requestId) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[OpenOrdersRequestEncoder.FRAME_LENGTH]);
        new OpenOrdersRequestEncoder().wrap(buffer, 0, (byte) 0, 0).requestId(requestId);
        return buffer.byteArray();
    }

    /** Asks by our order id. */
    public static byte[] orderStatus(long requestId, long orderId) {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[OrderStatusRequestEncoder.FRAME_LENGTH]);
        new OrderStatusRequestEncoder()
                .wrap(buffer, 0, (byte) 0, 0)
                .requestId(requestId)
                .orderId(orderId);
        return buffer.byteArray();
    }

    /** The same message, marked as possibly sent before. */
    public static byte[] resent(byte[] frame) {
        byte[] copy = frame.clone();
        copy[FrameDescriptor.FLAGS_OFFSET] |= FrameDescriptor.POSS_RESEND_FLAG;
        return copy;
    }
}
