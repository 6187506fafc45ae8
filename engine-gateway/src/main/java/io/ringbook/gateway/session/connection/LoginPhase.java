// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.connection;

import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.gateway.session.CommandDoor;
import io.ringbook.gateway.session.login.LoginAttempt;
import io.ringbook.gateway.session.login.LoginRequest;
import io.ringbook.gateway.session.outbound.LoginGrant;
import java.security.PublicKey;
import org.agrona.DirectBuffer;

/**
 * A connection from its greeting until the journal holds its login (rules 4.1 to 4.9). Refuses, or
 * has the LOGIN sequenced and says what it is granted. One thread.
 */
final class LoginPhase {
    private final ClientConnection connection;
    private final SessionDesk desk;
    private final byte[] nonce;
    private long beganNs;

    /** The session that the login names; null before, and if there is none. */
    private TradingSession session;

    private LoginRequest request;
    private LoginGrant grant;
    private long loginSequence;

    LoginPhase(ClientConnection connection, SessionDesk desk, byte[] nonce, long nowNs) {
        this.connection = connection;
        this.desk = desk;
        this.nonce = nonce;
        this.beganNs = nowNs;
    }

    /** Nothing was read from anybody for so long: that is not the client's delay. */
    void onStalled(long stalledNs) {
        beganNs += stalledNs;
    }

    boolean isLate(long nowNs) {
        return nowNs - beganNs > desk.settings.loginTimeoutNs();
    }

    /** A login has come, in this frame: has its signature verified. True if that is under way. */
    boolean verify(LoginDecoder login, DirectBuffer frame, int offset, int length) {
        if (login.nextSequence() < 1) {
            connection.reject(
                    LoginRejectReason.INVALID_REQUEST,
                    "The next expected sequence counts from 1",
                    0,
                    0);
            return false;
        }
        LoginRequest asked = LoginRequest.of(login, nonce, frame, offset, length);
        session = desk.find(asked.firm(), asked.session());
        PublicKey key = session == null ? null : session.access.key();
        if (!desk.logins.verify(connection, asked, key)) {
            connection.reject(LoginRejectReason.TOO_MANY);
            return false;
        }
        return true;
    }

    /**
     * A worker is through with the signature: sequences the LOGIN.
     *
     * @return the session, logged in as soon as the journal holds it; null if the login was refused
     */
    TradingSession enter(LoginAttempt<ClientConnection> verified) {
        if (!verified.isValid()) {
            connection.reject(LoginRejectReason.UNKNOWN_OR_WRONG_KEY);
            return null;
        }
        request = verified.request();
        if (!agreesWithServer()) {
            return null;
        }
        grant = granted();
        loginSequence = desk.submitLogin(session, grant.cancelOnDisconnect(), grant.graceNs());
        if (loginSequence == CommandDoor.NOT_SEQUENCED) {
            connection.reject(LoginRejectReason.JOURNAL_UNAVAILABLE);
            return null;
        }
        return session;
    }

    private LoginGrant granted() {
        boolean cancels =
                request.cancelOnDisconnect() && session.access.cancelOnDisconnectAllowed();
        long graceNs = Math.max(0, Math.min(request.graceNs(), session.access.maxGraceNs()));
        return new LoginGrant(
                desk.settings.grantedHeartbeatNs(request.heartbeatNs()),
                cancels,
                cancels ? graceNs : 0);
    }

    /** True once the journal holds the login. */
    boolean isJournaled() {
        return session.stream.lastLoginSequence() >= loginSequence;
    }

    /** Refuses a login that expects what this server has not sent, or another journal. */
    boolean agreesWithServer() {
        long next = session.stream.today().lastSequence() + 1;
        long incarnation = desk.exchange.incarnation();
        if (request.nextSequence() > next) {
            reject(LoginRejectReason.SEQUENCE_AHEAD, next, incarnation);
            return false;
        }
        if (request.incarnation() != 0 && request.incarnation() != incarnation) {
            reject(LoginRejectReason.WRONG_INCARNATION, next, incarnation);
            return false;
        }
        return true;
    }

    private void reject(LoginRejectReason reason, long nextSequence, long incarnation) {
        connection.reject(reason, reason.text(), nextSequence, incarnation);
    }

    LoginGrant grant() {
        return grant;
    }

    /** Next sequence that the client expects. */
    long nextSequence() {
        return request.nextSequence();
    }
}
