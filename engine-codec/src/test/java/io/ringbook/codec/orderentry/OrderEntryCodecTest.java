// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our codecs and the generated accessors read and write the same messages. */
final class OrderEntryCodecTest {
    private static final int ROUNDS = 50;

    private final StringBuilder text = new StringBuilder();

    static List<MessageCase> messages() {
        return MessageCase.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatTheEncoderWritesIsReadAlikeByDecoderAndGeneratedAccessors(MessageCase message)
            throws Exception {
        for (long seed = 0; seed < ROUNDS; seed++) {
            // given
            MessageCase.Sample sample = message.encode(new Random(seed));
            UnsafeBuffer buffer = new UnsafeBuffer(sample.frame());
            FrameVerifier verifier = verifier(message);

            // when
            Verdict verdict = verifier.verify(buffer, 0, buffer.capacity());

            // then
            assertThat(verdict).as("seed %d", seed).isEqualTo(Verdict.OK);
            Object decoder = wrap(message, verifier, buffer);
            for (Map.Entry<String, Long> field : sample.values().entrySet()) {
                long value = field.getValue();
                assertSameBits(
                        message.generatedValue(sample.frame(), field.getKey()), value, field);
                if (!MessageCase.isPlainBytes(field.getKey())) {
                    assertSameBits(decodedValue(decoder, field.getKey()), value, field);
                }
            }
            for (int i = 0; i < sample.texts().size(); i++) {
                String name = message.texts().get(i);
                String sent = sample.texts().get(i);
                assertThat(message.generatedText(sample.frame(), name)).isEqualTo(sent);
                assertThat(decodedText(decoder, name)).isEqualTo(sent);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatFlatBufferBuilderWritesIsVerifiedAndReadByTheDecoder(MessageCase message)
            throws Exception {
        for (long seed = 0; seed < ROUNDS; seed++) {
            // given
            byte[] frame = message.build(new Random(seed));
            UnsafeBuffer buffer = new UnsafeBuffer(frame);
            FrameVerifier verifier = verifier(message);

            // when
            Verdict verdict = verifier.verify(buffer, 0, frame.length);

            // then
            assertThat(verdict).as("seed %d", seed).isEqualTo(Verdict.OK);
            Object decoder = wrap(message, verifier, buffer);
            for (String field : message.encode(new Random(seed)).values().keySet()) {
                if (!MessageCase.isPlainBytes(field)) {
                    assertThat(MessageCase.unsigned(decoded(decoder, field)))
                            .as("%s, seed %d", field, seed)
                            .isEqualTo(message.generatedValue(frame, field));
                }
            }
            for (String name : message.texts()) {
                assertThat(decodedText(decoder, name))
                        .isEqualTo(message.generatedText(frame, name));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void preambleIsWhatFlatBufferBuilderWrites(MessageCase message) throws Exception {
        // given
        byte[] encoded = message.encode(new Random(1)).frame();
        byte[] built = message.build(new Random(1));

        // when, then: same place of the struct, so the same constant bytes before it
        if (message.texts().isEmpty()) {
            assertThat(built).hasSameSizeAs(encoded);
            for (int i = FrameDescriptor.PAYLOAD_OFFSET; i < 32; i++) {
                assertThat(encoded[i]).as("byte %d", i).isEqualTo(built[i]);
            }
        } else {
            assertThat(encoded.length % FrameDescriptor.ALIGNMENT).isZero();
        }
    }

    @Test
    void signatureComesBackAndItsPlaceInTheFrameIsKnown() {
        // given
        byte[] signature = new byte[LoginDecoder.SIGNATURE_LENGTH];
        new Random(7).nextBytes(signature);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[LoginEncoder.MAX_FRAME_LENGTH]);
        FrameVerifier verifier = OrderEntrySchema.clientFrameVerifier();

        // when
        int length =
                new LoginEncoder()
                        .wrap(buffer, 0, (byte) 0, 0)
                        .signature(signature, 0)
                        .encode("ACME", "ACME-1");
        Verdict verdict = verifier.verify(buffer, 0, length);
        LoginDecoder login =
                new LoginDecoder()
                        .wrap(
                                buffer,
                                verifier.fieldOffset(OrderEntrySchema.BODY),
                                verifier.fieldOffset(OrderEntrySchema.FIRST_TEXT),
                                verifier.fieldOffset(OrderEntrySchema.SECOND_TEXT));
        byte[] read = new byte[LoginDecoder.SIGNATURE_LENGTH];
        login.getSignature(read, 0);

        // then
        assertThat(verdict).isEqualTo(Verdict.OK);
        assertThat(read).isEqualTo(signature);
        assertThat(login.isFirm("ACME")).isTrue();
        assertThat(login.isFirm("ACM")).isFalse();
        assertThat(login.isFirm("ACMF")).isFalse();
        assertThat(login.isSession("ACME-1")).isTrue();
        assertThat(login.sessionLength()).isEqualTo(6);
    }

    @Test
    void encoderLeavesNothingOfAnEarlierMessageBehind() {
        // given
        UnsafeBuffer used = new UnsafeBuffer(new byte[512]);
        used.setMemory(0, 512, (byte) 0x7F);
        UnsafeBuffer clean = new UnsafeBuffer(new byte[512]);

        // when
        new NewOrderEncoder().wrap(used, 0, (byte) 0, 9).price(5);
        new NewOrderEncoder().wrap(clean, 0, (byte) 0, 9).price(5);

        // then
        int length = NewOrderEncoder.FRAME_LENGTH;
        assertThat(bytes(used, length)).isEqualTo(bytes(clean, length));
        assertThat(used.getByte(length)).isEqualTo((byte) 0x7F);
    }

    @Test
    void encoderRefusesTextThatTheFormatCannotHold() {
        // given
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
        LogoutEncoder logout = new LogoutEncoder().wrap(buffer, 0, (byte) 0, 0);

        // when, then
        assertThatThrownBy(() -> logout.encode("x".repeat(256)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than 255");
        assertThatThrownBy(() -> logout.encode("a\nb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not printable ASCII");
        assertThat(logout.encode("x".repeat(255))).isEqualTo(LogoutEncoder.MAX_FRAME_LENGTH);
    }

    static FrameVerifier verifier(MessageCase message) {
        return message.isFromClient()
                ? OrderEntrySchema.clientFrameVerifier()
                : OrderEntrySchema.serverFrameVerifier();
    }

    private static Object wrap(MessageCase message, FrameVerifier verifier, DirectBuffer buffer)
            throws Exception {
        Object decoder = message.decoder().getDeclaredConstructor().newInstance();
        for (Method method : message.decoder().getMethods()) {
            if (method.getName().equals("wrap")) {
                Object[] arguments = new Object[method.getParameterCount()];
                arguments[0] = buffer;
                for (int i = 1; i < arguments.length; i++) {
                    arguments[i] = verifier.fieldOffset(i - 1);
                }
                method.invoke(decoder, arguments);
            }
        }
        return decoder;
    }

    private static Object decoded(Object decoder, String field) throws Exception {
        for (Method method : decoder.getClass().getMethods()) {
            if (method.getName().equals(field) && method.getParameterCount() == 0) {
                return method.invoke(decoder);
            }
        }
        return decoded(decoder.getClass().getMethod("report").invoke(decoder), field);
    }

    private static long decodedValue(Object decoder, String field) throws Exception {
        return MessageCase.unsigned(decoded(decoder, field));
    }

    private String decodedText(Object decoder, String name) throws Exception {
        text.setLength(0);
        String append = "append" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "To";
        decoder.getClass().getMethod(append, StringBuilder.class).invoke(decoder, text);
        return text.toString();
    }

    /** The FIX reason is set as an int and travels as 16 bits. */
    private static void assertSameBits(long read, long set, Map.Entry<String, Long> field) {
        long mask = field.getKey().equals("fixReason") ? 0xFFFF : -1L;
        assertThat(read).as(field.getKey()).isEqualTo(set & mask);
    }

    private static byte[] bytes(DirectBuffer buffer, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
