// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LoginEncoder;
import io.ringbook.gateway.client.outbound.SendBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes a login and signs it. Stateless. */
final class LoginFrame {
    private LoginFrame() {}

    static void append(SendBuffer output, SessionTerms terms, ServerStream stream, byte[] nonce) {
        byte[] frame = new byte[LoginEncoder.MAX_FRAME_LENGTH];
        LoginEncoder login = new LoginEncoder();
        int length =
                login.wrap(new UnsafeBuffer(frame), 0, (byte) 0, 0)
                        .nextSequence(stream.expected())
                        .incarnation(stream.incarnation())
                        .heartbeatIntervalNs(terms.heartbeatNs())
                        .disconnectGraceNs(terms.graceNs())
                        .cancelOnDisconnect((byte) (terms.cancelOnDisconnect() ? 1 : 0))
                        .encode(terms.firm(), terms.session());
        // Signed is the frame with zeros where the signature goes.
        byte[] signature = terms.signer().sign(nonce, frame, length);
        assert signature.length == LoginDecoder.SIGNATURE_LENGTH;
        login.signature(signature, 0);
        output.view().putBytes(output.end(), frame, 0, length);
        output.append(length);
    }
}
