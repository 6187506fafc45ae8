// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.verify;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameFault;
import org.agrona.DirectBuffer;

/**
 * Verifies one frame and the message in it: header fields first, then the root table that belongs
 * to the type. One verifier knows the types of one direction. Not thread-safe.
 */
public final class FrameVerifier {
    private static final int KNOWN_FLAGS =
            FrameDescriptor.POSS_RESEND_FLAG
                    | FrameDescriptor.REPLAY_FLAG
                    | FrameDescriptor.LAST_IN_BATCH_FLAG;

    private final TableVerifier tableVerifier = new TableVerifier();
    private final TableSchema[] schemaByType;

    /** A verifier of the types whose index in {@code schemaByType} has a schema. */
    public FrameVerifier(TableSchema[] schemaByType) {
        this.schemaByType = schemaByType.clone();
    }

    /**
     * Verifies the frame in the {@code length} bytes from {@code offset} on.
     *
     * @throws IndexOutOfBoundsException if that range is not inside the buffer, a caller's bug
     */
    public Verdict verify(DirectBuffer buffer, int offset, int length) {
        buffer.boundsCheck(offset, length);
        if (length < FrameDescriptor.HEADER_LENGTH
                || FrameDescriptor.length(buffer, offset) != length
                || FrameFault.ofLength(length) != FrameFault.NONE) {
            return Verdict.FRAME_LENGTH;
        }
        int type = FrameDescriptor.type(buffer, offset) & 0xFF;
        if (type >= schemaByType.length || schemaByType[type] == null) {
            return Verdict.UNKNOWN_TYPE;
        }
        int version = FrameDescriptor.schemaVersion(buffer, offset);
        if (version == 0 || version > FrameDescriptor.SCHEMA_VERSION) {
            return Verdict.UNSUPPORTED_VERSION;
        }
        if ((FrameDescriptor.flags(buffer, offset) & ~KNOWN_FLAGS) != 0) {
            return Verdict.UNKNOWN_FLAGS;
        }
        return tableVerifier.verify(
                buffer,
                offset + FrameDescriptor.PAYLOAD_OFFSET,
                length - FrameDescriptor.PAYLOAD_OFFSET,
                schemaByType[type]);
    }

    /**
     * After OK, where field {@code id} of the message is in the buffer: the struct of field 0, the
     * length of a string; negative if the field is absent. After a refusal there is nothing to ask.
     */
    public int fieldOffset(int id) {
        return tableVerifier.fieldOffset(id);
    }
}
