// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault in a stage stops the engine before anything of that command is published. */
final class EngineFailureTest {
    private static final int FAULTY = 10;

    @ParameterizedTest
    @EnumSource(ThreadLayout.class)
    void nothingIsPublishedFromTheFaultOn(ThreadLayout layout) {
        // given a journal that breaks at one record
        List<Long> published = Collections.synchronizedList(new ArrayList<>());
        List<String> faults = Collections.synchronizedList(new ArrayList<>());
        EngineState state = new EngineState(EngineConfig.defaults(layout));
        Engine engine =
                Engine.start(
                        state,
                        new BreakingJournal(FAULTY),
                        (buffer, offset, length) -> published.add(buffer.getLong(offset + 8)),
                        (sequence, cause) -> faults.add(sequence + " " + cause.getMessage()));

        // when
        assertThatThrownBy(() -> submitUntilItStops(engine))
                .hasStackTraceContaining("the disk is gone");
        engine.close();

        // then
        assertThat(faults).containsExactly(FAULTY + " the disk is gone");
        assertThat(published).hasSizeLessThan(FAULTY).doesNotContain((long) FAULTY);
        assertThat(engine.hasFailed()).isTrue();
    }

    @Test
    void stateAndJournalMustEndAtTheSameSequence() {
        EngineState state = new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE));
        try (Engine engine =
                Engine.start(state, new UnkeptJournal(), (b, o, l) -> {}, (s, c) -> {})) {
            engine.ingest().submit(tick(), 1);
        }
        assertThatThrownBy(
                        () ->
                                Engine.start(
                                        state, new UnkeptJournal(), (b, o, l) -> {}, (s, c) -> {}))
                .hasMessage("the state ends at sequence 1, the journal at 0");
    }

    @Test
    void timeThatGoesBackIsRefusedAndChangesNothing() {
        EngineState state = new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE));
        try (Engine engine =
                Engine.start(state, new UnkeptJournal(), (b, o, l) -> {}, (s, c) -> {})) {
            engine.ingest().submit(tick(), 5);
            assertThatThrownBy(() -> engine.ingest().submit(tick(), 4))
                    .hasMessage("time goes back from 5 to 4 ns");
            assertThat(engine.ingest().lastSequence()).isEqualTo(1);
        }
    }

    @Test
    void withoutRoomNothingIsSequenced() {
        EngineState state = new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE));
        BreakingJournal journal = new BreakingJournal(Long.MAX_VALUE);
        try (Engine engine = Engine.start(state, journal, (b, o, l) -> {}, (s, c) -> {})) {
            assertThat(engine.ingest().submit(tick(), 1)).isEqualTo(1);
            journal.roomBytes = 0;
            assertThat(engine.ingest().submit(tick(), 2)).isEqualTo(Ingest.NOT_SEQUENCED);
            assertThat(state.lastSequence()).isEqualTo(1);
            journal.roomBytes = 1 << 20;
            assertThat(engine.ingest().submit(tick(), 2)).isEqualTo(2);
        }
    }

    private static void submitUntilItStops(Engine engine) {
        for (int i = 1; i < 1_000_000; i++) {
            engine.ingest().submit(tick(), i);
        }
    }

    private static Command tick() {
        Command tick = new Command();
        tick.kind = CommandKind.MARKET_TICK;
        tick.instrumentId = 1;
        tick.price = 5;
        return tick;
    }
}
