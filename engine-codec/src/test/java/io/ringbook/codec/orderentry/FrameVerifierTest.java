// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FrameVerifierTest {
    private final FrameVerifier verifier = OrderEntrySchema.clientFrameVerifier();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[NewOrderEncoder.FRAME_LENGTH]);

    static List<MessageCase> messages() {
        return MessageCase.all();
    }

    @BeforeEach
    void writeAGoodOrder() {
        new NewOrderEncoder().wrap(buffer, 0, FrameDescriptor.POSS_RESEND_FLAG, 5).quantity(100);
        assertThat(verify()).isEqualTo(Verdict.OK);
    }

    @Test
    void frameLengthMustBeTheLengthReceived() {
        // given
        int length = NewOrderEncoder.FRAME_LENGTH;

        // when, then
        assertThat(verifier.verify(buffer, 0, length - 8)).isEqualTo(Verdict.FRAME_LENGTH);
        assertThat(verifier.verify(buffer, 0, 8)).isEqualTo(Verdict.FRAME_LENGTH);
        assertThat(verifier.verify(buffer, 0, 0)).isEqualTo(Verdict.FRAME_LENGTH);
        buffer.putInt(0, length - 4, LITTLE_ENDIAN);
        assertThat(verifier.verify(buffer, 0, length - 4)).isEqualTo(Verdict.FRAME_LENGTH);
        buffer.putInt(0, -1, LITTLE_ENDIAN);
        assertThat(verify()).isEqualTo(Verdict.FRAME_LENGTH);
    }

    @Test
    void versionMustBeOneThatIsKnown() {
        for (int version : new int[] {0, 2, 0xFFFF}) {
            buffer.putShort(FrameDescriptor.SCHEMA_VERSION_OFFSET, (short) version, LITTLE_ENDIAN);
            assertThat(verify()).as("version %d", version).isEqualTo(Verdict.UNSUPPORTED_VERSION);
        }
    }

    @Test
    void flagsMustBeKnown() {
        buffer.putByte(FrameDescriptor.FLAGS_OFFSET, (byte) 3);
        assertThat(verify()).isEqualTo(Verdict.OK);
        for (int bit = 2; bit < 8; bit++) {
            buffer.putByte(FrameDescriptor.FLAGS_OFFSET, (byte) (1 << bit));
            assertThat(verify()).as("bit %d", bit).isEqualTo(Verdict.UNKNOWN_FLAGS);
        }
    }

    @Test
    void exactlyTheTypesOfADirectionAreKnown() {
        for (int type = 0; type < 256; type++) {
            // given
            int code = type;
            boolean isKnown =
                    MessageCase.all().stream()
                            .anyMatch(message -> message.type() == code && message.isFromClient());

            // when
            buffer.putByte(FrameDescriptor.TYPE_OFFSET, (byte) type);

            // then
            assertThat(verify() != Verdict.UNKNOWN_TYPE).as("type %d", type).isEqualTo(isKnown);
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void messageIsKnownInItsDirectionsOnly(MessageCase message) throws Exception {
        // given
        UnsafeBuffer frame = new UnsafeBuffer(message.encode(new Random(1)).frame());

        // when
        Verdict asServer = verifier.verify(frame, 0, frame.capacity());
        Verdict asClient =
                OrderEntrySchema.serverFrameVerifier().verify(frame, 0, frame.capacity());

        // then
        assertThat(asServer).isEqualTo(message.isFromClient() ? Verdict.OK : Verdict.UNKNOWN_TYPE);
        assertThat(asClient).isEqualTo(message.isFromServer() ? Verdict.OK : Verdict.UNKNOWN_TYPE);
    }

    @Test
    void verdictsHaveDistinctCodesAndASentence() {
        assertThat(Verdict.values()).extracting(Verdict::code).doesNotHaveDuplicates();
        assertThat(Verdict.values()).allMatch(verdict -> verdict.text().length() > 10);
    }

    private Verdict verify() {
        return verifier.verify(buffer, 0, buffer.capacity());
    }
}
