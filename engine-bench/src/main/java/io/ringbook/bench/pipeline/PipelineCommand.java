// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import io.ringbook.bench.pipeline.PipelineComparison.Line;
import io.ringbook.bench.report.Json;
import io.ringbook.bench.report.Progress;
import io.ringbook.bench.report.RunHeader;
import io.ringbook.bench.stream.UnequalTotalsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pipeline}: Ringbook's whole pipeline beside exchange-core's. */
@Command(
        name = "pipeline",
        description = {
            "Ringbook's whole pipeline in process, risk and matching, with and without a journal,"
                    + " beside exchange-core's: the same commands, in turn, each in a JVM of its"
                    + " own; totals and trade hashes are compared first.",
            "",
            "exchange-core runs on a Java 17 (RINGBOOK_PEER_JAVA_HOME, or one that is found) and"
                    + " wants a processor for each of its five or six threads."
        })
public final class PipelineCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    // set and read by picocli
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean helpRequested;

    @Mixin private final PipelineOptions options = new PipelineOptions();

    @Option(names = "--json", description = "Prints JSON for programs, with every round.")
    private boolean json;

    @Override
    public Integer call() {
        options.check(spec);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            PeerJdk jdk =
                    options.engines.contains(PipelineEngine.EXCHANGE_CORE)
                            ? PeerJdk.find(System.getenv())
                            : null;
            RunHeader header =
                    RunHeader.begin(
                            "pipeline " + options.words(),
                            0,
                            options.journals.stream()
                                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(",")),
                            options.flags());
            if (!json) {
                header.print(out);
                out.println("ringbook: " + options.threads.text());
                if (jdk != null) {
                    out.println(
                            "exchange-core: Java "
                                    + jdk.version()
                                    + ", five threads, six with a journal, waiting "
                                    + options.peerWait);
                }
            }
            run(header, jdk, out, new Progress(err));
        } catch (UnequalTotalsException | IOException e) {
            err.println(e.getMessage());
            return 1;
        }
        return 0;
    }

    private void run(RunHeader header, PeerJdk jdk, PrintWriter out, Progress progress)
            throws IOException, UnequalTotalsException {
        List<Line> throughput = new ArrayList<>();
        List<Line> latency = new ArrayList<>();
        PipelineReport report;
        try (PipelineComparison comparison = PipelineComparison.start(options, jdk, progress)) {
            report = new PipelineReport(options, comparison.recorded());
            for (Play.Kept journal : options.journals) {
                throughput.addAll(comparison.throughput(journal));
                for (int rate : options.rates) {
                    latency.addAll(comparison.latency(journal, rate));
                }
            }
        }
        if (json) {
            Json text = header.json();
            report.write(throughput, latency, jdk == null ? null : jdk.version(), text);
            out.println(text.end());
        } else {
            report.print(throughput, latency, out);
        }
        out.flush();
    }
}
