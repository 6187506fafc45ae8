// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import io.ringbook.bench.process.JvmFlags;
import io.ringbook.bench.report.Json;
import io.ringbook.bench.report.RunHeader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.HdrHistogram.HistogramLogWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code paced journal} and {@code paced pipeline}: latency at a steady rate. */
@Command(
        name = "paced",
        description = "Latency at a steady rate, counted from when each piece of work was due.")
public final class PacedCommand {
    private static final double BYTES_PER_KIB = 1_024;
    private static final double NS_PER_US = 1e3;

    @Spec private CommandSpec spec;

    // set and read by picocli
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean helpRequested;

    @Option(
            names = "--hlog",
            scope = ScopeType.INHERIT,
            description = "File to which the histogram is written.")
    private Path hlog;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Prints JSON for programs.")
    private boolean json;

    /** Appends to a journal on this thread. */
    @Command(name = "journal", description = "Appends a 256-byte record to a journal.")
    int journal(@Mixin PacedOptions options) throws IOException {
        options.check(spec);
        RunHeader header = header("paced journal", options);
        report(header, options.text(), options, PacedRun.journal(options));
        return 0;
    }

    /** Submits to an engine on this thread; the thread that publishes takes the time. */
    @Command(
            name = "pipeline",
            description = "Sends a command through the pipeline, to the record published.")
    int pipeline(@Mixin PacedOptions options, @Mixin ThreadOptions threads) throws IOException {
        options.check(spec);
        RunHeader header = header("paced pipeline " + String.join(" ", threads.words()), options);
        report(
                header,
                options.text() + "  " + threads.text(),
                options,
                PacedRun.pipeline(options, threads));
        return 0;
    }

    private static RunHeader header(String command, PacedOptions options) {
        return RunHeader.begin(
                command + ' ' + String.join(" ", options.words()),
                options.rate(),
                options.durability(),
                JvmFlags.ofThisJvm());
    }

    private void report(RunHeader header, String asked, PacedOptions options, PacedResult result)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json text = header.json().object("results");
            result.write(text);
            out.println(text.end().end());
        } else {
            header.print(out);
            out.println(asked);
            print(result, out);
        }
        out.flush();
        if (hlog != null) {
            HistogramLogWriter writer = new HistogramLogWriter(hlog.toFile());
            writer.outputLogFormatVersion();
            writer.outputLegend();
            writer.outputIntervalHistogram(
                    0, (double) options.seconds(), result.latencies(), NS_PER_US);
            writer.close();
        }
    }

    private static void print(PacedResult result, PrintWriter out) {
        out.println("latency    " + Latencies.text(result.latencies()));
        out.println("gc pauses  " + result.pauses().collectorPauses().text());
        out.println("safepoints " + result.pauses().safepoints().text());
        if (result.pauses().stalls().count() > 0) {
            out.println("gc stalls  " + result.pauses().stalls().text());
        }
        out.printf(
                Locale.ROOT,
                "jvm        %d collections, %.1f KiB/s allocated, %.0f %% of a processor%n",
                result.pauses().collections(),
                result.use().bytesPerSecond() / BYTES_PER_KIB,
                result.use().processorPercent());
        if (result.idlePercent() >= 0) {
            out.printf(Locale.ROOT, "idle       %.1f %% of a processor%n", result.idlePercent());
        }
    }
}
