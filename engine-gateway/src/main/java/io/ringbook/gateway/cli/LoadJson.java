// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.order.CommandKind;
import io.ringbook.gateway.json.Json;
import io.ringbook.gateway.load.LadderResult;
import io.ringbook.gateway.load.Profile;
import io.ringbook.gateway.load.StepResult;
import io.ringbook.gateway.load.drive.Tally;
import io.ringbook.gateway.load.measure.Latencies;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What a load has measured, for programs. {@code docs/BENCHMARKS.md} has the fields; one may be
 * added, none is renamed or changes its meaning under the same {@value #SCHEMA}.
 */
final class LoadJson {
    static final String SCHEMA = "ringbook-load/1";

    private static final double PERCENT = 100;

    private LoadJson() {}

    static String of(LoadOptions options, List<StepResult> results, LadderResult ladder) {
        Json json = new Json().object();
        json.field("schema", SCHEMA);
        json.field("kind", ladder == null ? "load" : "ladder");
        json.field("to", options.settings().address().toString());
        json.field("connections", (long) options.settings().connections());
        json.field("wait", options.waiting().text());
        json.field("loop", options.closedLoop() ? "closed" : "open");
        json.field("resting", (long) options.settings().resting());
        json.field("seed", options.seed());
        profile(json, options.profile());
        if (ladder != null) {
            json.object("ladder")
                    .field("from_per_second", ladder.bounds().from())
                    .field("to_per_second", ladder.bounds().to())
                    .field("tolerance_percent", PERCENT * ladder.bounds().missedShare())
                    .field("p99_limit_ns", ladder.bounds().p99().toNanos())
                    .field("knee_per_second", ladder.knee())
                    .field("knee_is_above", ladder.isOpen())
                    .endObject();
        }
        json.array("steps");
        results.forEach(result -> step(json, result));
        return json.endArray().endObject().toString();
    }

    private static void profile(Json json, Profile profile) {
        json.object("profile").field("name", profile.text());
        if (profile instanceof Profile.Bursty bursty) {
            json.field("branching_percent", PERCENT * bursty.branching());
            json.field("decay_ns", bursty.decayNs());
        }
        if (profile instanceof Profile.Recorded recorded) {
            json.field("speed", recorded.speed());
        }
        json.endObject();
    }

    private static void step(Json json, StepResult result) {
        Tally tally = result.tally();
        json.element()
                .field("asked_per_second", result.step().perSecond())
                .field("due_per_second", tally.duePerSecond())
                .field("achieved_per_second", tally.achievedPerSecond())
                .field("missed_percent", PERCENT * result.missedShare())
                .field("end", result.end().name().toLowerCase(Locale.ROOT))
                .field("warm_up_ns", result.step().warmUp().toNanos())
                .field("measured_ns", tally.measuredNs())
                .field("due", tally.dueCount())
                .field("answered", tally.answeredCount())
                .field("sent", tally.sentCount())
                .field("trade_reports", tally.tradeCount())
                .field("too_late", tally.tooLateCount())
                .field("refused", tally.refusedCount());
        json.object("refusals");
        tally.refusals().forEach((reason, count) -> json.field(reason, (long) count));
        json.endObject();
        Latencies latencies = result.latencies();
        json.object("latency_ns");
        latency(json, "answer", latencies.answers());
        latency(json, "new", latencies.of(CommandKind.NEW_ORDER));
        latency(json, "replace", latencies.of(CommandKind.REPLACE_ORDER));
        latency(json, "cancel", latencies.of(CommandKind.CANCEL_ORDER));
        latency(json, "fill", latencies.fills());
        latency(json, "sent_late", latencies.lateness());
        json.endObject().endObject();
    }

    private static void latency(Json json, String name, Histogram histogram) {
        json.object(name).field("count", histogram.getTotalCount());
        for (double percentile : LoadReport.PERCENTILES) {
            json.field(
                    "p" + Double.toString(percentile).replace(".0", "").replace(".", "_"),
                    histogram.getValueAtPercentile(percentile));
        }
        json.field("max", histogram.getMaxValue()).endObject();
    }
}
