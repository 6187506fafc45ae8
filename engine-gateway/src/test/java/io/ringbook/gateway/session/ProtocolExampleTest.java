// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.orderentry.GreetingEncoder;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.codec.orderentry.OrderReportEncoder;
import io.ringbook.core.order.Side;
import io.ringbook.gateway.session.ClientMessages.Wishes;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The worked example of the document, made with a fixed key, nonce and time. */
final class ProtocolExampleTest {
    private static final String RFC_8032_TEST_1 =
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final long TIME_NS = 1_700_000_000_000_000_000L;
    private static final int BYTES_A_LINE = 16;

    private final byte[] nonce = new byte[32];

    @TestFactory
    Stream<DynamicTest> documentShowsTheBytesThatTheCodeMakes() throws Exception {
        for (int i = 0; i < nonce.length; i++) {
            nonce[i] = (byte) i;
        }
        PrivateKey key =
                KeyFactory.getInstance("Ed25519")
                        .generatePrivate(
                                new EdECPrivateKeySpec(
                                        NamedParameterSpec.ED25519,
                                        HexFormat.of().parseHex(RFC_8032_TEST_1)));
        return Stream.of(
                shows("Greeting", greeting()),
                shows(
                        "Login",
                        ClientMessages.login("DESK1A", key, nonce, new Wishes(1, 0, 0, true, 0))),
                shows("NewOrder", ClientMessages.order(1, 1, "AB1", Side.BUY, 10, 58_530)),
                shows("OrderAccepted", accepted()));
    }

    private static DynamicTest shows(String name, byte[] frame) {
        return DynamicTest.dynamicTest(
                name,
                () ->
                        assertThat(ProtocolDocument.text())
                                .contains(name + ", " + frame.length + " bytes")
                                .contains("\n```\n" + hex(frame) + "```\n"));
    }

    private byte[] greeting() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[GreetingEncoder.FRAME_LENGTH]);
        new GreetingEncoder()
                .wrap(buffer, 0, (byte) 0, 0)
                .nonce(nonce, 0)
                .timeNs(TIME_NS)
                .loginTimeoutNs(5_000_000_000L)
                .schemaVersion((short) 1);
        return buffer.byteArray();
    }

    private static byte[] accepted() {
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[OrderReportEncoder.FRAME_LENGTH]);
        new OrderReportEncoder()
                .wrap(buffer, 0, MessageType.ORDER_ACCEPTED, (byte) 0, 1)
                .orderId(7)
                .clientOrderId(0x314241, 0, 0)
                .accountId(1)
                .instrumentId(1)
                .side(Side.BUY.code())
                .flags(OrderReportDecoder.ANSWER_FLAG)
                .recordSequence(7)
                .timeNs(TIME_NS)
                .price(58_530)
                .quantity(10)
                .leavesQuantity(10);
        return buffer.byteArray();
    }

    /** Sixteen bytes a line behind their offset. */
    private static String hex(byte[] frame) {
        StringBuilder text = new StringBuilder();
        HexFormat spaced = HexFormat.ofDelimiter(" ");
        for (int at = 0; at < frame.length; at += BYTES_A_LINE) {
            int end = Math.min(frame.length, at + BYTES_A_LINE);
            text.append(
                    String.format(Locale.ROOT, "%4d  %s\n", at, spaced.formatHex(frame, at, end)));
        }
        return text.toString();
    }
}
