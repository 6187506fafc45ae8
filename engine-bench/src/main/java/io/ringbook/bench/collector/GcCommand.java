// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.collector;

import io.ringbook.bench.load.PacedOptions;
import io.ringbook.bench.load.ThreadOptions;
import io.ringbook.bench.process.EndedJvmException;
import io.ringbook.bench.process.JvmFlags;
import io.ringbook.bench.report.Json;
import io.ringbook.bench.report.Progress;
import io.ringbook.bench.report.RunHeader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gc}: the same load under each collector. */
@Command(
        name = "gc",
        description = {
            "The same paced load through the pipeline under each profile of the launcher, a JVM for"
                    + " each, alone and beside a neighbour that allocates; one table of latencies,"
                    + " pauses and safepoints."
        })
public final class GcCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    // set and read by picocli
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean helpRequested;

    @Option(
            names = "--profile",
            split = ",",
            paramLabel = "NAME",
            description = "Files of bin/profiles, several with commas (default: all).")
    private List<String> profiles = JvmFlags.profiles();

    @Option(
            names = "--garbage",
            split = ",",
            paramLabel = "MIB",
            description =
                    "MiB a second that the neighbour allocates, 0 to 10000, several with commas"
                            + " (default: ${DEFAULT-VALUE}).")
    private List<Long> garbageMib = List.of(0L, 200L);

    @Option(
            names = "--kept",
            paramLabel = "MIB",
            defaultValue = "64",
            description = "What the neighbour keeps alive, 1 to 65536 (default: ${DEFAULT-VALUE}).")
    private long keptMib;

    @Option(
            names = "--headers",
            split = ",",
            paramLabel = "KIND",
            description =
                    "Headers of objects, ${COMPLETION-CANDIDATES}, or both with a comma (default:"
                            + " PLAIN).")
    private List<GcCase.Headers> headers = List.of(GcCase.Headers.PLAIN);

    @Option(
            names = "--heap",
            paramLabel = "MIB",
            defaultValue = "512",
            description =
                    "MiB of heap, in memory from the start, 64 to 1048576 (default:"
                            + " ${DEFAULT-VALUE}).")
    private long heapMib;

    @Mixin private final PacedOptions paced = new PacedOptions(12_000, 20, 5);
    @Mixin private final ThreadOptions threads = new ThreadOptions();

    @Option(names = "--json", description = "Prints JSON for programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        RunHeader header =
                RunHeader.begin(
                        command(), paced.rate(), paced.durability(), GcCase.shared(heapMib));
        if (!json) {
            header.print(out);
            out.println(paced.text() + "  " + threads.text() + "  heap " + heapMib + " MiB");
        }
        Progress progress = new Progress(spec.commandLine().getErr());
        List<GcResult> results = new ArrayList<>();
        List<GcCase> cases = cases();
        for (GcCase of : cases) {
            progress.tell(results.size() + 1 + " of " + cases.size() + ": " + of.label());
            results.add(run(of));
        }
        if (json) {
            Json text = header.json();
            GcReport.write(results, text);
            out.println(text.end());
        } else {
            GcReport.print(results, out);
        }
        out.flush();
        return 0;
    }

    private GcResult run(GcCase of) throws IOException {
        try {
            return new GcResult(of, GcProcess.run(of, heapMib, keptMib, paced, threads));
        } catch (EndedJvmException e) {
            if (e.isOutOfMemory()) {
                return new GcResult(of, null);
            }
            throw e;
        }
    }

    /** Neighbours outermost, so that what is to be compared runs one after the other. */
    private List<GcCase> cases() {
        List<GcCase> cases = new ArrayList<>();
        for (long garbage : garbageMib) {
            for (String profile : profiles) {
                for (GcCase.Headers kind : headers) {
                    cases.add(new GcCase(profile, kind, garbage));
                }
            }
        }
        return cases;
    }

    private String command() {
        return "gc --profile="
                + String.join(",", profiles)
                + " --garbage="
                + joined(garbageMib)
                + " --kept="
                + keptMib
                + " --headers="
                + joined(headers)
                + " --heap="
                + heapMib
                + ' '
                + String.join(" ", paced.words())
                + ' '
                + String.join(" ", threads.words());
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private void check() {
        paced.check(spec);
        PacedOptions.requireRange(spec, "--kept", keptMib, 1, 65_536);
        PacedOptions.requireRange(spec, "--heap", heapMib, 64, 1_048_576);
        for (long garbage : garbageMib) {
            PacedOptions.requireRange(spec, "--garbage", garbage, 0, 10_000);
        }
        for (String profile : profiles) {
            String fault = JvmFlags.fault(profile);
            if (fault != null) {
                throw new ParameterException(spec.commandLine(), fault);
            }
        }
    }
}
