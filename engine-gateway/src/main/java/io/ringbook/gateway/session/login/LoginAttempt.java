// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.login;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/**
 * A login whose signature is being verified. Made on the thread of the connections, carried out on
 * another, read on the first again after it came back through a queue.
 *
 * @param <O> who wants to log in
 */
public final class LoginAttempt<O> implements Runnable {
    private final O owner;
    private final LoginRequest request;
    private final PublicKey key;
    private final boolean known;
    private final LoginDesk<O> desk;
    private boolean valid;

    LoginAttempt(O owner, LoginRequest request, PublicKey key, boolean known, LoginDesk<O> desk) {
        this.owner = owner;
        this.request = request;
        this.key = key;
        this.known = known;
        this.desk = desk;
    }

    @Override
    public void run() {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(request.signed());
            valid = verifier.verify(request.signature()) && known;
        } catch (GeneralSecurityException e) {
            // A signature that is no signature is a wrong one.
            valid = false;
        }
        desk.done(this);
    }

    /** Who wants to log in. */
    public O owner() {
        return owner;
    }

    /** What it asks for. */
    public LoginRequest request() {
        return request;
    }

    /** True if the session is known and the signature its own. */
    public boolean isValid() {
        return valid;
    }
}
