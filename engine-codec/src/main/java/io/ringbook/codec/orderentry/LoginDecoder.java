// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of Login. Wrap only what a verifier found good: nothing is checked here. Valid
 * while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u64     nextSequence         next sequence that the client expects, from 1
 *       8  u64     incarnation          incarnation of the journal that it means
 *      16  i64     heartbeatIntervalNs  interval asked for, ns
 *      24  i64     disconnectGraceNs    time from a cut to its cancels, ns
 *      32  u8      cancelOnDisconnect   1 cancels its orders after a cut, 0 keeps them
 *      33  u8      reserved             0
 *      34  u16     reserved             0
 *      36  u32     reserved             0
 *      40  64 × u8 signature            Ed25519 signature
 *     104          length
 * </pre>
 */
public final class LoginDecoder {
    public static final int NEXT_SEQUENCE_OFFSET = 0;
    public static final int INCARNATION_OFFSET = 8;
    public static final int HEARTBEAT_INTERVAL_NS_OFFSET = 16;
    public static final int DISCONNECT_GRACE_NS_OFFSET = 24;
    public static final int CANCEL_ON_DISCONNECT_OFFSET = 32;
    public static final int SIGNATURE_OFFSET = 40;

    /** Length of the signature in bytes. */
    public static final int SIGNATURE_LENGTH = 64;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 104;

    private DirectBuffer buffer;
    private int offset;
    private int firmOffset;
    private int sessionOffset;

    /** Reads the struct at {@code offset} and the texts whose lengths are at the other offsets. */
    public LoginDecoder wrap(DirectBuffer buffer, int offset, int firmOffset, int sessionOffset) {
        this.buffer = buffer;
        this.offset = offset;
        this.firmOffset = firmOffset;
        this.sessionOffset = sessionOffset;
        return this;
    }

    public long nextSequence() {
        return buffer.getLong(offset + NEXT_SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }

    public long incarnation() {
        return buffer.getLong(offset + INCARNATION_OFFSET, LITTLE_ENDIAN);
    }

    public long heartbeatIntervalNs() {
        return buffer.getLong(offset + HEARTBEAT_INTERVAL_NS_OFFSET, LITTLE_ENDIAN);
    }

    public long disconnectGraceNs() {
        return buffer.getLong(offset + DISCONNECT_GRACE_NS_OFFSET, LITTLE_ENDIAN);
    }

    public byte cancelOnDisconnect() {
        return buffer.getByte(offset + CANCEL_ON_DISCONNECT_OFFSET);
    }

    /** Copies the {@value #SIGNATURE_LENGTH} bytes of the signature. */
    public void getSignature(byte[] target, int targetOffset) {
        buffer.getBytes(offset + SIGNATURE_OFFSET, target, targetOffset, SIGNATURE_LENGTH);
    }

    /** Length of the name of the firm in characters. */
    public int firmLength() {
        return MessageText.length(buffer, firmOffset);
    }

    /** Appends the name of the firm. */
    public void appendFirmTo(StringBuilder target) {
        MessageText.appendTo(target, buffer, firmOffset);
    }

    /** True if the name of the firm is the one given. */
    public boolean isFirm(CharSequence other) {
        return MessageText.isEqual(buffer, firmOffset, other);
    }

    /** Length of the name of the session in characters. */
    public int sessionLength() {
        return MessageText.length(buffer, sessionOffset);
    }

    /** Appends the name of the session. */
    public void appendSessionTo(StringBuilder target) {
        MessageText.appendTo(target, buffer, sessionOffset);
    }

    /** True if the name of the session is the one given. */
    public boolean isSession(CharSequence other) {
        return MessageText.isEqual(buffer, sessionOffset, other);
    }
}
