// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Phase;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.gateway.reference.ReferenceData;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;

/**
 * A small exchange for tests: one instrument, and firms 1 to n with an account and two sessions
 * each, named FIRM1, ACC1, DESK1A and DESK1B. All sessions have the same key.
 */
public final class Desks {
    public static final long MAX_GRACE_NS = 60_000_000_000L;

    private final KeyPair keys = newKeys();
    private final ReferenceData reference = new ReferenceData();
    private final List<SessionAccess> access = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();

    public Desks(int firms) {
        reference.add(
                new Instrument(
                        1, "SYM", "USD", 2, 0, 1, 1, 0, 0, 0, 0, 0, 10_000, Phase.CONTINUOUS));
        for (int firm = 1; firm <= firms; firm++) {
            reference.add(new Account(firm, firm, "ACC" + firm, "FIRM" + firm));
            add(firm, "A");
            add(firm, "B");
        }
    }

    private void add(int firm, String suffix) {
        Session session =
                new Session(sessions.size() + 1, firm, "DESK" + firm + suffix, 0, 0, 0, 0, 0);
        sessions.add(session);
        reference.add(session);
        access.add(
                new SessionAccess(
                        session.name(), "FIRM" + firm, keys.getPublic(), true, MAX_GRACE_NS));
    }

    /** Tells an engine that has seen nothing. */
    public void define(Ingest ingest, long timeNs) {
        ingest.add(reference.instrument(1), timeNs);
        for (int id = 1; reference.account(id) != null; id++) {
            ingest.add(reference.account(id), timeNs);
        }
        for (Session session : sessions) {
            ingest.add(session, timeNs);
        }
        ingest.awaitPublished();
    }

    public ReferenceData reference() {
        return reference;
    }

    public List<SessionAccess> access() {
        return access;
    }

    /** The key that all sessions have. */
    public PrivateKey key() {
        return keys.getPrivate();
    }

    public static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
