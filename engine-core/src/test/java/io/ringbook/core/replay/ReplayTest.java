// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.order.CommandKind;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.RecordedRun;
import io.ringbook.core.pipeline.ThreadLayout;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The state is a function of the journaled commands. */
final class ReplayTest {
    private static final EngineConfig CONFIG =
            EngineConfig.defaults(ThreadLayout.SINGLE).withMaxEvents(24);
    private static final EngineConfig SHARDED =
            EngineConfig.defaults(ThreadLayout.FUSED).withMaxEvents(24).withShards(3);
    private static final int COMMANDS = 20_000;

    private static RecordedRun run;

    @BeforeAll
    static void record() {
        run = RecordedRun.of(CONFIG, 11, COMMANDS);
    }

    @Test
    void everyRecordGivesItsEventsAgain() {
        // when
        EngineState state = replayed(new EngineState(CONFIG), run.records());

        // then
        assertThat(state.stateHash()).isEqualTo(run.stateHash());
    }

    @Test
    void replayWithOtherShardsEndsInTheSameState() {
        assertThat(replayed(new EngineState(SHARDED), run.records()).stateHash())
                .isEqualTo(run.stateHash());
    }

    @Test
    void snapshotAndTailAreTheSameAsTheWhole() {
        int size = run.records().size();
        for (int cut = 1; cut < size; cut += size / 23) {
            // given
            EngineState before = replayed(new EngineState(CONFIG), run.records().subList(0, cut));
            Snapshot snapshot = Snapshot.of(before, 0);

            // when
            EngineState state = new EngineState(SHARDED);
            snapshot.loadInto(state);
            assertThat(state.stateHash()).as("after %d", cut).isEqualTo(before.stateHash());
            replayed(state, run.records().subList(cut, size));

            // then
            assertThat(state.stateHash()).as("cut at %d", cut).isEqualTo(run.stateHash());
        }
    }

    @Test
    void oneDayVerifiesAlone() {
        // given the records from the last carry-over on
        int start = run.records().size() - 1;
        while (run.records().get(start)[4] != CommandKind.CARRY_OVER.code()) {
            start--;
        }
        assertThat(start).isBetween(1, run.records().size() - 2);

        // then
        List<byte[]> day = run.records().subList(start, run.records().size());
        assertThat(replayed(new EngineState(CONFIG), day).stateHash()).isEqualTo(run.stateHash());
    }

    @Test
    void changedEventIsFound() {
        // given
        int withEvents = lastWithEvents();
        byte[] changed = run.records().get(withEvents).clone();
        changed[changed.length - 1] ^= 1;

        // when
        Replayer replayer = new Replayer(new EngineState(CONFIG));
        feed(replayer, run.records().subList(0, withEvents));

        // then
        assertThatThrownBy(() -> feed(replayer, List.of(changed)))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("The command with sequence " + (withEvents + 1))
                .hasMessageContaining("other events");
    }

    @Test
    void recordOutOfOrderIsRefused() {
        Replayer replayer = new Replayer(new EngineState(CONFIG));
        assertThatThrownBy(() -> feed(replayer, run.records().subList(1, 2)))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("follows sequence 0");
    }

    private static int lastWithEvents() {
        int index = run.records().size() - 1;
        while (new UnsafeBuffer(run.records().get(index)).getInt(44) == 0) {
            index--;
        }
        return index;
    }

    private static EngineState replayed(EngineState state, List<byte[]> records) {
        feed(new Replayer(state), records);
        return state;
    }

    private static void feed(Replayer replayer, List<byte[]> records) {
        for (byte[] record : records) {
            replayer.onRecord(new UnsafeBuffer(record), 0, record.length);
        }
    }
}
