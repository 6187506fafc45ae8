// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.steady;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.bench.gc.JvmReading.ThreadBytes;
import io.ringbook.bench.gc.JvmReading.Use;
import io.ringbook.bench.report.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyReportTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final ThreadBytes HELPER = new ThreadBytes("journal-room", 900_000);

    @Test
    void aMinuteWithinThePromiseBreaksNothing() {
        // given
        SteadyReport report = report(minute(0, 900_000, List.of(HELPER)));

        // then
        assertThat(report.breaches()).isEmpty();
        assertThat(printed(report)).contains("journal-room 900000").contains("\nheld: ");
        assertThat(json(report)).contains("\"held\":true,\"breaches\":[]");
    }

    @Test
    void eachPartOfThePromiseIsASentenceWithItsMinute() {
        // given
        ThreadBytes match = new ThreadBytes("ringbook-match-0", 24);
        SteadyReport report =
                report(
                        minute(0, 0, List.of()),
                        minute(2, 1_200_000, List.of(HELPER, match)),
                        new SteadyMinute(
                                300_000, new Use(MINUTE_NS / 2, 600_000, 0, 0, List.of())));

        // then: the last one is half a minute, in which half as much is as much
        assertThat(report.breaches())
                .containsExactly(
                        "minute 2: 2 collections, promised are none",
                        "minute 2: 24 bytes allocated by threads of the engine, promised are none",
                        "minute 2: 1200000 bytes a minute allocated by all threads, promised are"
                                + " at most 1000000",
                        "minute 3: 1200000 bytes a minute allocated by all threads, promised are"
                                + " at most 1000000",
                        "minute 3: 10000 commands a second were answered, asked for were 12000");
        assertThat(printed(report)).contains("not held: minute 2: 2 collections");
        assertThat(json(report)).contains("\"held\":false,\"breaches\":[\"minute 2: ");
    }

    @Test
    void helpersWhoseNamesBeginAlikeAreNoThreadsOfTheEngine() {
        // given
        SteadyMinute minute =
                minute(
                        0,
                        30,
                        List.of(
                                new ThreadBytes("ringbook-streams", 10),
                                new ThreadBytes("ringbook-login", 10),
                                new ThreadBytes("journal-room", 10)));

        // then
        assertThat(minute.engineBytes()).isZero();
    }

    private static SteadyMinute minute(int collections, long bytes, List<ThreadBytes> threads) {
        return new SteadyMinute(720_000, new Use(MINUTE_NS, bytes, 0, collections, threads));
    }

    private static SteadyReport report(SteadyMinute... minutes) {
        return new SteadyReport(12_000, List.of(minutes));
    }

    private static String printed(SteadyReport report) {
        StringWriter out = new StringWriter();
        report.print(new PrintWriter(out));
        return out.toString();
    }

    private static String json(SteadyReport report) {
        Json json = Json.object();
        report.write(json);
        return json.end().toString();
    }
}
