// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.instrument.Session;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Side;
import io.ringbook.core.record.EventDecoder;
import io.ringbook.core.state.StateWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ingest is given at the edges: names, times, bad commands, an engine that has stopped. */
final class IngestEdgeTest {
    private static final EventDecoder DECODER = new EventDecoder();

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());

    @Test
    void massCancelOfUnknownSymbolCancelsNothing() {
        // given an order in a known instrument
        try (Engine engine = start(ThreadLayout.SINGLE)) {
            Desk.define(engine.ingest(), 1);
            engine.ingest().submit(Desk.order(1, Side.BUY, 1, 1), Desk.START_NS);
            events.clear();

            // when a mass cancel names a symbol that nobody knows
            engine.ingest()
                    .submit(Desk.command(CommandKind.MASS_CANCEL, 0), Desk.START_NS, "TYPO", null);
        }

        // then
        assertThat(events).containsExactly("MASS_CANCELED quantity 0 session 1 account 1");
    }

    @Test
    void lastInstantIsATimeLikeAnyOther() {
        // given an engine that would stop rather than write without end
        EngineState state = new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE));
        Engine engine =
                Engine.start(state, new BreakingJournal(100), (b, o, l) -> {}, (s, c) -> {});

        // when
        long sequence = engine.ingest().submit(Desk.tick(1), Long.MAX_VALUE);

        // then no timer was due
        assertThat(sequence).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(ThreadLayout.class)
    void commandThatCannotBeWrittenLeavesNoTrace(ThreadLayout layout) {
        try (Engine engine = start(layout)) {
            // given
            engine.ingest().submit(Desk.tick(1), Desk.START_NS);

            // when
            assertThatThrownBy(
                            () ->
                                    engine.ingest()
                                            .submit(
                                                    Desk.tick(0),
                                                    Desk.START_NS,
                                                    "\u00e9", // not ASCII
                                                    null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(engine.ingest().submit(Desk.tick(2), Desk.START_NS)).isEqualTo(2);
            engine.ingest().awaitPublished();

            // then
            assertThat(faults).isEmpty();
            assertThat(events).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(ThreadLayout.class)
    void definitionOutOfTurnDoesNotStopTheEngine(ThreadLayout layout) {
        try (Engine engine = start(layout)) {
            // given
            Desk.define(engine.ingest(), 1);

            // when
            assertThatThrownBy(
                            () ->
                                    engine.ingest()
                                            .add(
                                                    new Session(7, 1, "S7", 0, 0, 0, 0, 0),
                                                    Desk.START_NS))
                    .hasMessageContaining("7");
            engine.ingest().submit(Desk.order(1, Side.BUY, 1, 1), Desk.START_NS);
            engine.ingest().awaitPublished();

            // then
            assertThat(faults).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(ThreadLayout.class)
    void closedEngineTakesNothing(ThreadLayout layout) {
        // given
        Engine engine = start(layout);
        engine.ingest().submit(Desk.tick(1), Desk.START_NS);
        engine.close();

        // then
        assertThatThrownBy(() -> engine.ingest().submit(Desk.tick(1), Desk.START_NS))
                .isInstanceOf(EngineStoppedException.class);
    }

    @Test
    void timersOfRefusedOrdersGoWithTheirTimeAndCostABoundedNumberOfCommands() {
        EngineState state = new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE));
        try (Engine engine =
                Engine.start(state, new UnkeptJournal(), (b, o, l) -> {}, (s, c) -> {})) {
            // given a session that may send one order in a second, and floods others
            Ingest ingest = engine.ingest();
            Desk.define(ingest, 1);
            ingest.add(new Session(2, 1, "SLOW", 1, 1, 0, 0, 0), Desk.START_NS);
            int before = stateLength(state);
            for (int i = 0; i < 5_000; i++) {
                ingest.submit(throttled(i), Desk.START_NS);
            }
            int armed = stateLength(state) - before;
            long last = ingest.lastSequence();

            // when a command comes after all of them
            ingest.submit(Desk.tick(1), Long.MAX_VALUE);

            // then some hundred TIMEs stand before it, and no timer stays
            assertThat(armed).isGreaterThan(40_000);
            assertThat(ingest.lastSequence() - last).isEqualTo(256L + 1 + 1);
            assertThat(stateLength(state)).isLessThan(before + 200);
        }
    }

    @Test
    void noMoreExpiriesAreHeldThanTheBound() {
        TimerQueue timers = new TimerQueue();
        for (int i = 0; i < TimerQueue.MAX_TIMERS; i++) {
            assertThat(timers.isFull()).isFalse();
            timers.arm(i);
        }
        assertThat(timers.isFull()).isTrue();
        timers.disarmUpTo(0);
        assertThat(timers.isFull()).isFalse();
    }

    @Test
    void repeatedAnswerGoesToTheSessionThatAsked() {
        try (Engine engine = start(ThreadLayout.SINGLE)) {
            // given a cancel refused for an account that does not exist
            Desk.define(engine.ingest(), 1);
            Command cancel = Desk.named(Desk.cancel(1, 99), "C1");
            cancel.accountId = -5;
            engine.ingest().submit(cancel, Desk.START_NS);

            // when it is sent again
            cancel.possResend = true;
            engine.ingest().submit(cancel, Desk.START_NS);
        }

        // then
        assertThat(events)
                .hasSize(2)
                .allMatch(event -> event.equals("CANCEL_REJECTED quantity 0 session 1 account -5"));
    }

    private static Command throttled(int i) {
        Command order = Desk.gtd(1, Long.MAX_VALUE / 2 + i);
        order.sessionId = 2;
        return order;
    }

    private static int stateLength(EngineState state) {
        StateWriter image = new StateWriter();
        state.save(image);
        return image.length();
    }

    private Engine start(ThreadLayout layout) {
        return Engine.start(
                new EngineState(EngineConfig.defaults(layout)),
                new UnkeptJournal(),
                (buffer, offset, length) ->
                        DECODER.decode(
                                buffer,
                                offset,
                                event ->
                                        events.add(
                                                event.kind
                                                        + " quantity "
                                                        + event.quantity
                                                        + " session "
                                                        + event.sessionId
                                                        + " account "
                                                        + event.accountId)),
                (sequence, cause) -> faults.add(cause));
    }
}
