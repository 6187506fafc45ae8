// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.echo.EchoIo;
import io.ringbook.gateway.echo.EchoServer;
import io.ringbook.gateway.echo.EchoSettings;
import io.ringbook.gateway.load.drive.LoadWait;
import io.ringbook.gateway.load.drive.StepEnd;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A load against an echo whose faults are known. */
@Timeout(60)
class LoadTest {
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SPIN_NS = 20_000;
    private static final long NEVER = Long.MAX_VALUE;
    private static final int RESTING = 10;
    private static final Profile CONSTANT = new Profile.Constant();

    @TempDir private Path keys;

    @BeforeEach
    void makeKeys() {
        for (String name : List.of("A", "B", "C")) {
            SessionKey key = new SessionKey("F", name, SessionKey.generate().getPrivate());
            SessionKeyFile.write(SessionKeyFile.in(keys, name), key);
        }
    }

    @ParameterizedTest
    @EnumSource(LoadWait.class)
    void stallOfFiftyMillisecondsIsInThePercentilesWithAllThatWaitedBehindIt(LoadWait waiting) {
        try (EchoServer echo = echo(50 * MS, 400);
                Load load = open(echo, waiting, 1)) {
            // 1,000 orders, two or three of them stalled, a hundred due within 25 ms of such a one.
            StepResult result = load.run(step(2_000, 500), null);

            Histogram answers = result.latencies().answers();
            assertThat(result.end()).isEqualTo(StepEnd.DONE);
            assertThat(answers.getTotalCount()).isEqualTo(1_000);
            assertThat(answers.getValueAtPercentile(99.9)).isGreaterThanOrEqualTo(50 * MS);
            assertThat(answers.getValueAtPercentile(90)).isGreaterThanOrEqualTo(25 * MS);
        }
    }

    @Test
    void closedLoopCountsNothingOfTheWaitingBehindAStall() {
        try (EchoServer echo = echo(2 * MS, 1);
                Load load = open(echo, LoadWait.SPIN, 1)) {
            Step step = step(1_000, 100);

            StepResult open = load.run(step, null);
            long beginNs = System.nanoTime();
            StepResult closed = load.run(step.closed(), null);
            long elapsedNs = System.nanoTime() - beginNs;

            // One is due each ms and takes 2: the 50th has its answer 100 ms after the first was
            // due.
            assertThat(open.latencies().answers().getTotalCount()).isEqualTo(100);
            assertThat(open.latencies().answers().getValueAtPercentile(50))
                    .isGreaterThanOrEqualTo(50 * MS);
            // One after the other: together they cannot take longer than the run.
            Histogram answers = closed.latencies().answers();
            assertThat(answers.getTotalCount()).isBetween(1L, 50L);
            assertThat(answers.getMean() * answers.getTotalCount()).isLessThan(elapsedNs * 1.01);
        }
    }

    @Test
    void rateThatIsMissedIsSaidToBe() {
        try (EchoServer echo = echo(2 * MS, 1);
                Load load = open(echo, LoadWait.SPIN, 1)) {
            StepResult result = load.run(step(2_000, 100), null);

            assertThat(result.tally().duePerSecond()).isEqualTo(2_000);
            assertThat(result.tally().achievedPerSecond()).isLessThanOrEqualTo(500);
            assertThat(result.missedShare()).isGreaterThanOrEqualTo(0.75);
        }
    }

    @Test
    void ladderFindsNoKneeAboveWhatTheServerCanDo() {
        try (EchoServer echo = echo(MS, 1);
                Load load = open(echo, LoadWait.SPIN, 1)) {
            List<Long> told = new ArrayList<>();
            Ladder.Bounds bounds = new Ladder.Bounds(900, 5_000, 0.01, Duration.ofSeconds(30));

            LadderResult result =
                    new Ladder(
                                    load,
                                    step(1, 400),
                                    bounds,
                                    null,
                                    done -> told.add(done.step().perSecond()))
                            .run();

            // At most 1,000 a second, and what is over of 400 ms may be answered in 100 more.
            assertThat(result.knee()).isLessThanOrEqualTo(1_250);
            assertThat(result.isOpen()).isFalse();
            assertThat(told).first().isEqualTo(900L);
            assertThat(told).filteredOn(rate -> rate > 1_250).isSubsetOf(1_350L);
            assertThat(result.byRate())
                    .isSortedAccordingTo(Comparator.comparingLong(step -> step.step().perSecond()));
            assertThat(LoadCharts.ladder(result)).contains("P99.9", "</svg>");
        }
    }

    @Test
    void ordersWithoutAnAnswerCountWithTheTimeThatTheyWaited() {
        try (EchoServer echo = echo(1_000 * MS, RESTING + 95);
                Load load = open(echo, LoadWait.SPIN, 1)) {
            StepResult result = load.run(step(1_000, 100).givingUp(Duration.ofMillis(300)), null);

            assertThat(result.end()).isEqualTo(StepEnd.UNANSWERED);
            assertThat(result.tally().dueCount()).isEqualTo(100);
            assertThat(result.unansweredCount()).isEqualTo(6);
            Histogram answers = result.latencies().answers();
            assertThat(answers.getTotalCount()).isEqualTo(100);
            assertThat(answers.getMaxValue()).isGreaterThanOrEqualTo(300 * MS);
        }
    }

    @Test
    void stepEndsWhenItIsToldTo() throws Exception {
        try (EchoServer echo = echo(0, NEVER);
                Load load = open(echo, LoadWait.BLOCK, 1)) {
            Thread stopper = new Thread(load::stop);
            stopper.start();
            StepResult result = load.run(step(1_000, 60_000), null);
            stopper.join();

            assertThat(result.end()).isEqualTo(StepEnd.STOPPED);
            assertThat(result.tally().measuredNs()).isLessThan(60_000 * MS);
            assertThat(result.latencies().answers().getTotalCount())
                    .isEqualTo(result.tally().dueCount());
        }
    }

    @Test
    void sessionsTakeTurns() {
        try (EchoServer echo = echo(0, NEVER);
                Load load = open(echo, LoadWait.SPIN, 3)) {
            StepResult result = load.run(step(3_000, 100), null);

            assertThat(load.sessionCount()).isEqualTo(3);
            assertThat(result.tally().answeredCount()).isEqualTo(300);
            assertThat(result.tally().refusedCount()).isZero();
        }
    }

    @Test
    void thousandsOfOrdersAllocateNoMoreThanHundreds() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (EchoServer echo = echo(0, NEVER);
                Load load = open(echo, LoadWait.SPIN, 1)) {
            load.run(step(20_000, 500), null);
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long few = allocated(threads, load, 200);
                long many = allocated(threads, load, 4_200);
                least = Math.min(least, many - few);
            }
            // 4,000 objects of the smallest kind would be 64,000 bytes.
            assertThat(least).isLessThan(4_000);
        }
    }

    /** Bytes that a step of so many orders allocates on the load's thread, its histograms too. */
    private static long allocated(ThreadMXBean threads, Load load, int orders) {
        long before = threads.getCurrentThreadAllocatedBytes();
        StepResult result = load.run(step(20_000, orders / 20), null);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(result.tally().answeredCount()).isEqualTo(orders);
        return bytes;
    }

    private static Step step(long perSecond, long measuredMs) {
        return new Step(CONSTANT, perSecond, Duration.ZERO, Duration.ofMillis(measuredMs));
    }

    private Load open(EchoServer echo, LoadWait waiting, int connections) {
        return Load.open(
                new LoadSettings(
                        new ServerAddress("127.0.0.1", echo.port()),
                        keys,
                        connections,
                        Map.of(),
                        RESTING,
                        waiting,
                        1,
                        null));
    }

    private static EchoServer echo(long stallNs, long every) {
        return EchoServer.start(
                new EchoSettings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        EchoIo.GATEWAY,
                        SPIN_NS,
                        stallNs,
                        every),
                failure -> {
                    throw new AssertionError(failure);
                });
    }
}
