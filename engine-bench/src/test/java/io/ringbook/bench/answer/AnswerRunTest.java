// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringbook.gateway.load.StepResult;
import io.ringbook.gateway.load.drive.StepEnd;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AnswerRunTest {
    private static final int RATE = 1_000;

    @Test
    void exchangeAndEchoAnswerTheSameLoadInTurnAndEachRoundHasItsRatio() throws Exception {
        AnswerOptions options = options(2);
        List<Map<Subject, StepResult>> rounds;
        List<String> told = new ArrayList<>();
        try (AnswerRun run = new AnswerRun(options, told::add)) {
            rounds = run.rounds(RATE);
        }

        assertThat(told)
                .containsExactly(
                        "starting the exchange",
                        "starting the echo",
                        "warming up",
                        "round 1 of 2",
                        "round 2 of 2");
        for (Map<Subject, StepResult> round : rounds) {
            assertThat(round).containsOnlyKeys(Subject.EXCHANGE, Subject.ECHO);
            for (StepResult result : round.values()) {
                assertThat(result.end()).isEqualTo(StepEnd.DONE);
                assertThat(result.tally().answeredCount()).isEqualTo(200);
                assertThat(result.tally().refusedCount()).isZero();
            }
            assertThat(round.get(Subject.EXCHANGE).tally().tradeCount()).isPositive();
        }
        AnswerComparison comparison = new AnswerComparison(RATE, rounds);
        for (int i = 0; i < 2; i++) {
            assertThat(comparison.ratios(50)[i] * comparison.latencyNs(i, Subject.ECHO, 50))
                    .isCloseTo((double) comparison.latencyNs(i, Subject.EXCHANGE, 50), within(1.0));
        }
        assertThat(comparison.all(Subject.ECHO).getTotalCount()).isEqualTo(400);
        assertReports(new AnswerReport(options, comparison));
    }

    private static void assertReports(AnswerReport report) {
        StringWriter table = new StringWriter();
        report.print(new PrintWriter(table));
        assertThat(table.toString())
                .startsWith("order to answer  1,000 a second  1 connection(s)  threads single")
                .contains("median ratio of P50 ", "median ratio of P99 ");
        assertThat(report.json())
                .startsWith("{\"schema\":\"ringbook-order-to-answer/1\",")
                .contains("\"rounds\":[{\"exchange\":{\"p50_ns\":", ",\"echo\":{\"p50_ns\":")
                .endsWith("}}]}");
        assertThat(report.chart()).contains("exchange</text>", "echo</text>");
    }

    @Test
    void medianIsTheOneInTheMiddleOrTheMeanOfTwo() {
        assertThat(AnswerComparison.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(AnswerComparison.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
    }

    private static AnswerOptions options(int rounds) {
        return new AnswerOptions(
                rounds,
                RATE,
                Duration.ZERO,
                Duration.ofMillis(200),
                1,
                "single",
                "commit",
                "20 us",
                List.of("journal { allocation-step = 1 MiB, room-ahead = 1 MiB }"),
                false,
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }
}
