// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/**
 * A login whose signature is being verified. Made on the thread of the connections, carried out on
 * another, read on the first again after it came back through a queue.
 */
final class LoginAttempt implements Runnable {
    final ClientConnection connection;

    /** Null if nobody of that name and firm may log in; the key is then nobody's. */
    final TradingSession session;

    final long nextSequence;
    final long incarnation;
    final long heartbeatNs;
    final long graceNs;
    final boolean cancelOnDisconnect;

    private final PublicKey key;
    private final byte[] signed;
    private final byte[] signature;
    private final LoginDesk desk;
    private boolean valid;

    LoginAttempt(
            ClientConnection connection,
            TradingSession session,
            LoginRequest request,
            PublicKey key,
            LoginDesk desk) {
        this.connection = connection;
        this.session = session;
        this.nextSequence = request.nextSequence();
        this.incarnation = request.incarnation();
        this.heartbeatNs = request.heartbeatNs();
        this.graceNs = request.graceNs();
        this.cancelOnDisconnect = request.cancelOnDisconnect();
        this.key = key;
        this.signed = request.signed();
        this.signature = request.signature();
        this.desk = desk;
    }

    @Override
    public void run() {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(signed);
            valid = verifier.verify(signature) && session != null;
        } catch (GeneralSecurityException e) {
            // A signature that is no signature is a wrong one.
            valid = false;
        }
        desk.done(this);
    }

    boolean isValid() {
        return valid;
    }
}
