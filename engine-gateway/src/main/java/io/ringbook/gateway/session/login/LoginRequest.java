// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.login;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.LoginDecoder;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * What a login asks for, copied out of its frame.
 *
 * @param signed the nonce, then the whole frame with the bytes of the signature as 0
 */
@SuppressWarnings("ArrayRecordComponent") // one owner, never compared
public record LoginRequest(
        String firm,
        String session,
        long nextSequence,
        long incarnation,
        long heartbeatNs,
        long graceNs,
        boolean cancelOnDisconnect,
        byte[] signed,
        byte[] signature) {

    /** Offset in a vtable of the place of field 0, behind the lengths of vtable and table. */
    private static final int FIRST_FIELD = 4;

    /** Copies a login out of its frame. */
    public static LoginRequest of(
            LoginDecoder login, byte[] nonce, DirectBuffer frame, int offset, int length) {
        StringBuilder firm = new StringBuilder();
        StringBuilder session = new StringBuilder();
        login.appendFirmTo(firm);
        login.appendSessionTo(session);
        byte[] signature = new byte[LoginDecoder.SIGNATURE_LENGTH];
        login.getSignature(signature, 0);
        byte[] signed = Arrays.copyOf(nonce, nonce.length + length);
        frame.getBytes(offset, signed, nonce.length, length);
        int at = nonce.length + structOffset(frame, offset) + LoginDecoder.SIGNATURE_OFFSET;
        Arrays.fill(signed, at, at + signature.length, (byte) 0);
        return new LoginRequest(
                firm.toString(),
                session.toString(),
                login.nextSequence(),
                login.incarnation(),
                login.heartbeatIntervalNs(),
                login.disconnectGraceNs(),
                login.cancelOnDisconnect() != 0,
                signed,
                signature);
    }

    /** Where the struct of a verified login is in its frame: field 0 of the root table. */
    private static int structOffset(DirectBuffer frame, int offset) {
        int payload = offset + FrameDescriptor.PAYLOAD_OFFSET;
        int table = payload + frame.getInt(payload, LITTLE_ENDIAN);
        int vtable = table - frame.getInt(table, LITTLE_ENDIAN);
        return table + frame.getShort(vtable + FIRST_FIELD, LITTLE_ENDIAN) - offset;
    }
}
