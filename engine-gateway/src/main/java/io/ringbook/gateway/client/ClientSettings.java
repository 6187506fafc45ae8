// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.gateway.client.protocol.SessionTerms;
import java.time.Duration;

/**
 * What a client needs to know before it begins.
 *
 * @param address of the server
 * @param key of the session
 * @param heartbeatInterval asked for at login; the server may grant another
 * @param cancelOnDisconnect true to have the orders canceled after a cut
 * @param disconnectGrace from the cut to those cancels, as far as the server grants it
 * @param giveUpAfter how long a cut client tries to come back, and a held one to be let in
 * @param unansweredLimit commands that may wait for their answers; a sender waits for room
 */
public record ClientSettings(
        ServerAddress address,
        SessionKey key,
        Duration heartbeatInterval,
        boolean cancelOnDisconnect,
        Duration disconnectGrace,
        Duration giveUpAfter,
        int unansweredLimit) {
    private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(60);
    private static final int UNANSWERED_LIMIT = 256;

    public ClientSettings {
        if (unansweredLimit < 1) {
            throw new IllegalArgumentException("unansweredLimit is " + unansweredLimit);
        }
    }

    /** Orders stay after a cut; everything else as is usual. */
    public static ClientSettings of(ServerAddress address, SessionKey key) {
        return new ClientSettings(
                address,
                key,
                HEARTBEAT_INTERVAL,
                false,
                Duration.ZERO,
                GIVE_UP_AFTER,
                UNANSWERED_LIMIT);
    }

    /** The same with orders canceled when the session stays away for longer than {@code grace}. */
    public ClientSettings cancelingOnDisconnect(Duration grace) {
        return new ClientSettings(
                address, key, heartbeatInterval, true, grace, giveUpAfter, unansweredLimit);
    }

    /** The same with another patience. */
    public ClientSettings givingUpAfter(Duration patience) {
        return new ClientSettings(
                address,
                key,
                heartbeatInterval,
                cancelOnDisconnect,
                disconnectGrace,
                patience,
                unansweredLimit);
    }

    /** The same with another heartbeat. */
    public ClientSettings withHeartbeat(Duration interval) {
        return new ClientSettings(
                address,
                key,
                interval,
                cancelOnDisconnect,
                disconnectGrace,
                giveUpAfter,
                unansweredLimit);
    }

    /** The same for the protocol, which does not know this package. */
    public SessionTerms terms() {
        return new SessionTerms(
                address.toString(),
                address::resolve,
                key.firm(),
                key.session(),
                key::sign,
                heartbeatInterval.toNanos(),
                cancelOnDisconnect,
                disconnectGrace.toNanos(),
                giveUpAfter.toNanos());
    }
}
