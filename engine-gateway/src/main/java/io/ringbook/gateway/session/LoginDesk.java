// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Verifies signatures of logins on other threads. A name that nobody has costs the same time as a
 * wrong key: its signature is verified with a key that nobody holds.
 *
 * <p>Thread: that of the connections, but for {@link #done}.
 */
final class LoginDesk {
    private final Map<String, TradingSession> sessions;
    private final Executor workers;
    private final Runnable onDone;
    private final PublicKey nobodysKey = nobodysKey();
    private final Queue<LoginAttempt> done = new ConcurrentLinkedQueue<>();

    /**
     * @param sessions by name
     * @param workers bounded: refuses what is too much
     * @param onDone told on a worker's thread that {@link #poll} has something
     */
    LoginDesk(Map<String, TradingSession> sessions, Executor workers, Runnable onDone) {
        this.sessions = sessions;
        this.workers = workers;
        this.onDone = onDone;
    }

    /** Has a login verified; false if too many wait already. */
    boolean verify(ClientConnection connection, LoginRequest request) {
        TradingSession session = sessions.get(request.session());
        if (session != null && !session.access.firm().equals(request.firm())) {
            session = null;
        }
        PublicKey key = session == null ? nobodysKey : session.access.key();
        try {
            workers.execute(new LoginAttempt(connection, session, request, key, this));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** A worker is through with an attempt. */
    void done(LoginAttempt attempt) {
        done.add(attempt);
        onDone.run();
    }

    /** The next verified attempt, or null. */
    LoginAttempt poll() {
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
