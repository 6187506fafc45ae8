// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.metrics.StageHistograms;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.StageTime;
import io.ringbook.core.metrics.Ticker;
import io.ringbook.core.order.Side;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What of a command's way is counted as which time, and how often. */
final class StageTimesTest {
    private static final long SEED = 11;
    private static final int COMMANDS = 20_000;
    private static final int ONE_IN = 16;

    /** Small, so that wide commands need CONTINUE. */
    private static final int MAX_EVENTS = 24;

    private final StageHistograms read = new StageHistograms();

    static Stream<EngineConfig> layouts() {
        return Stream.of(
                        EngineConfig.defaults(ThreadLayout.SINGLE),
                        EngineConfig.defaults(ThreadLayout.FUSED),
                        EngineConfig.defaults(ThreadLayout.FUSED).withShards(3),
                        EngineConfig.defaults(ThreadLayout.STAGED),
                        EngineConfig.defaults(ThreadLayout.STAGED).withShards(3))
                .map(config -> config.withMaxEvents(MAX_EVENTS));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyCommandIsCountedOnceInEveryStage(EngineConfig config) {
        // given
        StageMetrics metrics = StageMetrics.on(Ticker.SYSTEM, 1);

        // when
        RecordedRun run = RecordedRun.of(config, SEED, COMMANDS, metrics);
        metrics.readInto(read);

        // then
        for (StageTime time : StageTime.values()) {
            assertThat(count(time))
                    .as("%s", time)
                    .isEqualTo(timesOf(config.layout()).contains(time) ? run.records().size() : 0);
        }
    }

    /** What there is without frames and without forced writes. */
    private static Set<StageTime> timesOf(ThreadLayout layout) {
        Set<StageTime> times = EnumSet.allOf(StageTime.class);
        times.removeAll(List.of(StageTime.DECODE_WAIT, StageTime.DECODE, StageTime.FORCE));
        if (layout != ThreadLayout.STAGED) {
            times.removeAll(List.of(StageTime.MATCH_WAIT, StageTime.JOURNAL_WAIT));
        }
        if (layout == ThreadLayout.SINGLE) {
            times.remove(StageTime.VALIDATE_WAIT);
        }
        return times;
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void oneInSoManyIsTimedStageByStageAndEveryCommandAsAWhole(EngineConfig config) {
        // given
        StageMetrics metrics = StageMetrics.on(Ticker.SYSTEM, ONE_IN);

        // when
        RecordedRun run = RecordedRun.of(config, SEED, COMMANDS, metrics);
        metrics.readInto(read);

        // then
        assertThat(count(StageTime.WHOLE)).isEqualTo(run.records().size());
        assertThat((double) count(StageTime.WHOLE) / count(StageTime.INGEST))
                .isCloseTo(ONE_IN, within(ONE_IN * 0.1));
        for (StageTime time : timesOf(config.layout())) {
            if (time != StageTime.WHOLE) {
                assertThat(count(time)).as("%s", time).isEqualTo(count(StageTime.INGEST));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void timingChangesNoByteOfTheJournal(EngineConfig config) {
        RecordedRun untimed = RecordedRun.of(config, SEED, COMMANDS / 10);
        RecordedRun timed =
                RecordedRun.of(config, SEED, COMMANDS / 10, StageMetrics.on(Ticker.SYSTEM, ONE_IN));

        assertThat(timed.journal()).isEqualTo(untimed.journal());
        assertThat(timed.stateHash()).isEqualTo(untimed.stateHash());
    }

    @Test
    void withoutMetricsNothingIsRecorded() {
        StageMetrics metrics = StageMetrics.off();

        RecordedRun.of(EngineConfig.defaults(ThreadLayout.FUSED), SEED, 100, metrics);
        metrics.readInto(read);

        assertThat(Arrays.stream(StageTime.values()).mapToLong(this::count).sum()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = ThreadLayout.class,
            names = {"SINGLE", "FUSED", "STAGED"})
    void eachTimeGoesToTheStageThatTookIt(ThreadLayout layout) {
        // given an exchange in which only reading, appending, forcing and publishing take time
        Clock clock = new Clock();
        StageMetrics metrics = StageMetrics.on(clock, 1);
        try (Engine engine =
                Engine.start(
                        new EngineState(EngineConfig.defaults(layout)),
                        new SlowJournal(clock),
                        (buffer, offset, length) -> clock.advance(7),
                        (sequence, cause) -> {},
                        metrics)) {
            Desk.define(engine.ingest(), 1);
            engine.ingest().awaitPublished();
            metrics.readInto(new StageHistograms());
            int receivedNs = clock.now.get();

            // when a frame waits behind another, is decoded, and its command goes all the way
            clock.advance(20);
            engine.ingest().arrivals().begin(receivedNs);
            clock.advance(3);
            engine.ingest().submit(Desk.order(1, Side.BUY, 1, 100), Desk.START_NS);
            engine.ingest().arrivals().end();
            engine.ingest().awaitPublished();
        }
        metrics.readInto(read);

        // then
        Map<StageTime, Long> times = new EnumMap<>(StageTime.class);
        for (StageTime time : StageTime.values()) {
            if (read.of(time).getMaxValue() > 0) {
                times.put(time, read.of(time).getMaxValue());
            }
        }
        assertThat(times)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                StageTime.DECODE_WAIT,
                                20L,
                                StageTime.DECODE,
                                3L,
                                StageTime.JOURNAL,
                                40L,
                                StageTime.FORCE,
                                100L,
                                StageTime.PUBLISH_WAIT,
                                100L,
                                StageTime.PUBLISH,
                                7L,
                                StageTime.WHOLE,
                                170L));
    }

    @Test
    void frameThatIsNoCommandLeavesNothingToTheNextCommand() {
        // given
        Clock clock = new Clock();
        StageMetrics metrics = StageMetrics.on(clock, 1);
        try (Engine engine =
                Engine.start(
                        new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE)),
                        new UnkeptJournal(),
                        (buffer, offset, length) -> {},
                        (sequence, cause) -> {},
                        metrics)) {
            Desk.define(engine.ingest(), 1);
            metrics.readInto(new StageHistograms());

            // when a ping comes, and later a command that no frame has brought
            engine.ingest().arrivals().begin(clock.nowNs());
            engine.ingest().arrivals().end();
            clock.advance(90);
            engine.ingest().submit(Desk.tick(1), Desk.START_NS);
        }
        metrics.readInto(read);

        // then
        assertThat(count(StageTime.DECODE)).isZero();
        assertThat(count(StageTime.WHOLE)).isOne();
        assertThat(read.of(StageTime.WHOLE).getMaxValue()).isZero();
    }

    @Test
    void commandsThatIngestMakesItselfAreNotDecoded() {
        // given an order that expires before the next frame's command
        Clock clock = new Clock();
        StageMetrics metrics = StageMetrics.on(clock, 1);
        try (Engine engine =
                Engine.start(
                        new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE)),
                        new UnkeptJournal(),
                        (buffer, offset, length) -> {},
                        (sequence, cause) -> {},
                        metrics)) {
            Desk.define(engine.ingest(), 1);
            engine.ingest().submit(Desk.gtd(1, Desk.START_NS + 5), Desk.START_NS);
            metrics.readInto(new StageHistograms());

            // when
            engine.ingest().arrivals().begin(clock.nowNs());
            clock.advance(30);
            engine.ingest().submit(Desk.tick(1), Desk.START_NS + 10);
            engine.ingest().arrivals().end();
        }
        metrics.readInto(read);

        // then TIME and the tick are there, and only the tick was received
        assertThat(count(StageTime.INGEST)).isEqualTo(2);
        assertThat(count(StageTime.DECODE)).isOne();
        assertThat(read.of(StageTime.WHOLE).getCountAtValue(0)).isOne();
        assertThat(read.of(StageTime.WHOLE).getCountAtValue(30)).isOne();
    }

    private long count(StageTime time) {
        return read.of(time).getTotalCount();
    }

    /** Stands still until somebody takes time. */
    private static final class Clock implements Ticker {
        private final AtomicInteger now = new AtomicInteger(1_000);

        void advance(int ns) {
            now.addAndGet(ns);
        }

        @Override
        public long nowNs() {
            return now.get();
        }
    }

    /** A journal that takes 40 ns for each record and 100 for each batch. */
    private static final class SlowJournal implements Journal {
        private final UnkeptJournal kept = new UnkeptJournal();
        private final Clock clock;

        SlowJournal(Clock clock) {
            this.clock = clock;
        }

        @Override
        public void append(MutableDirectBuffer record, int offset, int length) {
            clock.advance(40);
            kept.append(record, offset, length);
        }

        @Override
        public boolean forces() {
            return true;
        }

        @Override
        public void force() {
            clock.advance(100);
        }

        @Override
        public void roll() {}

        @Override
        public long lastSequence() {
            return kept.lastSequence();
        }

        @Override
        public long lastChainHash() {
            return kept.lastChainHash();
        }

        @Override
        public long forcedWatermark() {
            return 0;
        }

        @Override
        public int incarnation() {
            return 1;
        }

        @Override
        public long roomBytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public boolean ensureRoom(long bytes) {
            return true;
        }

        @Override
        public String roomFault() {
            return null;
        }

        @Override
        public void close() {}
    }
}
