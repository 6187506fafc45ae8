// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.FuzzRun;
import io.ringbook.codec.Mutator;
import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Spoilt frames against the verifier. The frame is an array of exactly its length, so that any read
 * outside is an exception; then it lies inside other bytes, which must not change the verdict.
 */
final class FrameVerifierFuzzTest {
    private static final List<MessageCase> MESSAGES = MessageCase.all();

    /** Good frames of each message, from the encoder and from FlatBufferBuilder. */
    private static final List<List<byte[]>> GOOD = new ArrayList<>();

    private final FrameVerifier fromClient = OrderEntrySchema.clientFrameVerifier();
    private final FrameVerifier fromServer = OrderEntrySchema.serverFrameVerifier();

    @BeforeAll
    static void makeGoodFrames() throws Exception {
        for (MessageCase message : MESSAGES) {
            List<byte[]> frames = new ArrayList<>();
            for (int seed = 0; seed < 4; seed++) {
                frames.add(message.encode(new Random(seed)).frame());
                frames.add(message.build(new Random(seed)));
            }
            GOOD.add(frames);
        }
    }

    @Test
    void bufferChecksItsBounds() {
        assertThat(UnsafeBuffer.SHOULD_BOUNDS_CHECK).isTrue();
    }

    @Test
    void spoiltFrameGivesAVerdictThatDependsOnNothingOutside() throws Exception {
        EnumSet<Verdict> seen = EnumSet.noneOf(Verdict.class);
        FuzzRun.run("frame verifier", seed -> seen.add(verifySpoiltFrame(seed)));
        if (seen.size() > 1) {
            assertThat(seen)
                    .contains(
                            Verdict.OK,
                            Verdict.FRAME_LENGTH,
                            Verdict.ROOT_OFFSET,
                            Verdict.VTABLE_OFFSET,
                            Verdict.VTABLE_LENGTH,
                            Verdict.TABLE_LENGTH,
                            Verdict.FIELD_OFFSET,
                            Verdict.FIELD_ALIGNMENT,
                            Verdict.FIELD_MISSING,
                            Verdict.VECTOR_OFFSET,
                            Verdict.VECTOR_LENGTH,
                            Verdict.STRING_END,
                            Verdict.STRING_CHARACTER);
        }
    }

    private Verdict verifySpoiltFrame(long seed) throws Exception {
        // given
        Random random = new Random(seed);
        int index = random.nextInt(MESSAGES.size());
        MessageCase message = MESSAGES.get(index);
        List<byte[]> frames = GOOD.get(index);
        byte[] frame = new Mutator(random).mutate(frames.get(random.nextInt(frames.size())));
        repairHeader(frame, message, random);
        FrameVerifier verifier = message.isFromClient() ? fromClient : fromServer;

        // when
        UnsafeBuffer exact = new UnsafeBuffer(frame);
        Verdict verdict = verifier.verify(exact, 0, frame.length);
        int body = verdict == Verdict.OK ? verifier.fieldOffset(OrderEntrySchema.BODY) : 0;
        byte[] around = new byte[frame.length + 128];
        random.nextBytes(around);
        System.arraycopy(frame, 0, around, 61, frame.length);
        Verdict inside = verifier.verify(new UnsafeBuffer(around), 61, frame.length);

        // then
        assertThat(inside).isEqualTo(verdict);
        if (verdict == Verdict.OK) {
            assertThat(verifier.fieldOffset(OrderEntrySchema.BODY)).isEqualTo(61 + body);
            if (FrameDescriptor.type(exact, 0) == message.type()) {
                assertReadable(message, frame);
            }
        }
        return verdict;
    }

    /** Most frames get a good header again, since a refusal there hides the rest. */
    private static void repairHeader(byte[] frame, MessageCase message, Random random) {
        if (frame.length < FrameDescriptor.HEADER_LENGTH || random.nextInt(10) == 0) {
            return;
        }
        UnsafeBuffer buffer = new UnsafeBuffer(frame);
        buffer.putInt(FrameDescriptor.LENGTH_OFFSET, frame.length, LITTLE_ENDIAN);
        buffer.putByte(FrameDescriptor.TYPE_OFFSET, (byte) message.type());
        buffer.putByte(FrameDescriptor.FLAGS_OFFSET, (byte) 0);
        buffer.putShort(FrameDescriptor.SCHEMA_VERSION_OFFSET, (short) 1, LITTLE_ENDIAN);
    }

    /** What is verified can be read whole, by others' accessors too. */
    private static void assertReadable(MessageCase message, byte[] frame) throws Exception {
        int length = message.decoder().getField("LENGTH").getInt(null);
        UnsafeBuffer buffer = new UnsafeBuffer(frame);
        FrameVerifier verifier = OrderEntryCodecTest.verifier(message);
        assertThat(verifier.verify(buffer, 0, frame.length)).isEqualTo(Verdict.OK);
        int body = verifier.fieldOffset(OrderEntrySchema.BODY);
        assertThat(body).isBetween(FrameDescriptor.PAYLOAD_OFFSET, frame.length - length);
        for (int i = 0; i < message.texts().size(); i++) {
            String generated = message.generatedText(frame, message.texts().get(i));
            assertThat(MessageText.isEqual(buffer, verifier.fieldOffset(1 + i), generated))
                    .isTrue();
        }
    }
}
