// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.outbound;

import io.ringbook.codec.orderentry.AccountDefinitionEncoder;
import io.ringbook.codec.orderentry.GreetingEncoder;
import io.ringbook.codec.orderentry.InstrumentDefinitionEncoder;
import io.ringbook.codec.orderentry.LoginAcceptedEncoder;
import io.ringbook.codec.orderentry.LoginRejectedEncoder;
import io.ringbook.codec.orderentry.LogoutEncoder;
import io.ringbook.codec.orderentry.PongEncoder;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import io.ringbook.gateway.orderentry.UnsequencedReject;
import io.ringbook.gateway.session.Exchange;
import io.ringbook.gateway.session.SessionSettings;
import io.ringbook.gateway.session.stream.SessionStreams;
import java.util.function.LongSupplier;

/** What all outboxes share: encoders, and what they speak of. Owned by their thread. */
public final class OutboxContext {
    final GreetingEncoder greeting = new GreetingEncoder();
    final LoginAcceptedEncoder loginAccepted = new LoginAcceptedEncoder();
    final LoginRejectedEncoder loginRejected = new LoginRejectedEncoder();
    final LogoutEncoder logout = new LogoutEncoder();
    final SequenceMarkEncoder sequenceMark = new SequenceMarkEncoder();
    final PongEncoder pong = new PongEncoder();
    final InstrumentDefinitionEncoder instrumentDefinition = new InstrumentDefinitionEncoder();
    final AccountDefinitionEncoder accountDefinition = new AccountDefinitionEncoder();
    final UnsequencedReject unsequencedReject = new UnsequencedReject();
    final SessionSettings settings;
    final Exchange exchange;
    final SessionStreams streams;

    private final LongSupplier wallClock;

    /**
     * What there is to say.
     *
     * @param wallClock epoch nanoseconds, for what clients are told
     */
    public OutboxContext(
            SessionSettings settings,
            Exchange exchange,
            SessionStreams streams,
            LongSupplier wallClock) {
        this.settings = settings;
        this.exchange = exchange;
        this.streams = streams;
        this.wallClock = wallClock;
    }

    long wallTimeNs() {
        return wallClock.getAsLong();
    }
}
