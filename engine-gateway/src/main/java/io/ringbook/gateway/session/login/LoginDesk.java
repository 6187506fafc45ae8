// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.login;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Has signatures of logins verified on other threads. A name that nobody has costs the same time as
 * a wrong key: its signature is verified with a key that nobody holds.
 *
 * <p>Thread: that of the connections, but for {@link #done}.
 *
 * @param <O> who wants to log in
 */
public final class LoginDesk<O> {
    private final Executor workers;
    private final Runnable onDone;
    private final PublicKey nobodysKey = nobodysKey();
    private final Queue<LoginAttempt<O>> done = new ConcurrentLinkedQueue<>();

    /**
     * A desk whose work is done elsewhere.
     *
     * @param workers bounded: refuses what is too much
     * @param onDone told on a worker's thread that {@link #poll} has something
     */
    public LoginDesk(Executor workers, Runnable onDone) {
        this.workers = workers;
        this.onDone = onDone;
    }

    /**
     * Has a login verified.
     *
     * @param key of the session that it names, or null if there is none of that name and firm
     * @return false if too many wait already
     */
    public boolean verify(O owner, LoginRequest request, PublicKey key) {
        LoginAttempt<O> attempt =
                new LoginAttempt<>(
                        owner, request, key == null ? nobodysKey : key, key != null, this);
        try {
            workers.execute(attempt);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** A worker is through with an attempt. */
    void done(LoginAttempt<O> attempt) {
        done.add(attempt);
        onDone.run();
    }

    /** The next verified attempt, or null. */
    public LoginAttempt<O> poll() {
        return done.poll();
    }

    private static PublicKey nobodysKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no Ed25519", e);
        }
    }
}
