// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.state.StateWriter;
import org.junit.jupiter.api.Test;

/** No command writes more than the room that was asked for before it was sequenced. */
final class RoomBoundTest {
    private final ExactRoomJournal journal = new ExactRoomJournal();

    @Test
    void phaseOfAllInstrumentsHasItsRoom() {
        // given many instruments
        try (Engine engine = start(ThreadLayout.SINGLE)) {
            Desk.define(engine.ingest(), 200);

            // when one command changes the phase of each
            Command phase = new Command();
            phase.kind = CommandKind.PHASE_CHANGE;
            phase.phase = Phase.HALTED.code();
            engine.ingest().submit(phase, Desk.START_NS);
        }

        // then
        assertThat(journal.missingBytes()).isZero();
    }

    @Test
    void timersOfGoneOrdersHaveTheirRoom() {
        // given many armed expiries whose orders are gone
        try (Engine engine = start(ThreadLayout.SINGLE)) {
            Ingest ingest = engine.ingest();
            Desk.define(ingest, 1);
            for (int i = 1; i <= 1_000; i++) {
                long id = ingest.submit(Desk.gtd(1, Desk.START_NS + i), Desk.START_NS);
                ingest.submit(Desk.cancel(1, id), Desk.START_NS);
            }

            // when one command comes after all of them
            ingest.submit(Desk.tick(1), Desk.START_NS + 2_000);
        }

        // then
        assertThat(journal.missingBytes()).isZero();
    }

    @Test
    void carryOverHasItsRoom() {
        // given a state that is larger than a command
        try (Engine engine = start(ThreadLayout.SINGLE)) {
            Ingest ingest = engine.ingest();
            Desk.define(ingest, 300);

            // when
            ingest.submit(Desk.command(CommandKind.END_OF_DAY, 0), Desk.START_NS);
        }

        // then
        assertThat(journal.missingBytes()).isZero();
    }

    @Test
    void sweepThatIsNotJournaledYetKeepsItsRoom() {
        // given a deep book, all of it in the journal
        try (Engine engine = start(ThreadLayout.STAGED)) {
            Ingest ingest = engine.ingest();
            Desk.define(ingest, 1);
            for (int i = 0; i < 500; i++) {
                ingest.submit(Desk.order(1, Side.SELL, 1, 100), Desk.START_NS);
                ingest.awaitPublished();
            }

            // when a sweep takes it, and the journal is slow while more comes in
            journal.heldSequence = ingest.lastSequence() + 1;
            ingest.submit(Desk.order(1, Side.BUY, 500, 100), Desk.START_NS);
            ingest.submit(Desk.command(CommandKind.MASS_CANCEL, 0), Desk.START_NS); // awaits match
            for (int i = 0; i < 60; i++) {
                ingest.submit(Desk.tick(1), Desk.START_NS);
            }
            journal.heldSequence = Long.MAX_VALUE;
        }

        // then
        assertThat(journal.missingBytes()).isZero();
    }

    @Test
    void liveOrdersOfLoadedStateCount() {
        // given a state with resting orders
        EngineState before = new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE));
        try (Engine engine = Engine.start(before, journal, (b, o, l) -> {}, (s, c) -> {})) {
            Desk.define(engine.ingest(), 1);
            for (int i = 0; i < 10; i++) {
                engine.ingest().submit(Desk.order(1, Side.BUY, 1, 1), Desk.START_NS);
            }
        }

        // when it is loaded, as from a snapshot
        StateWriter image = new StateWriter();
        before.save(image);
        EngineState after = new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE));
        after.load(image.buffer(), image.length());

        // then the bound on the journal's room knows them
        assertThat(after.liveOrders()).isEqualTo(before.liveOrders()).isEqualTo(10);
    }

    private Engine start(ThreadLayout layout) {
        return Engine.start(
                new EngineState(EngineConfig.defaults(layout)),
                journal,
                (buffer, offset, length) -> {},
                (sequence, cause) -> {
                    throw new AssertionError("failed at " + sequence, cause);
                });
    }
}
