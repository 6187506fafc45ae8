// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import io.ringbook.bench.process.JvmFlags;
import io.ringbook.bench.report.Json;
import io.ringbook.bench.report.Progress;
import io.ringbook.bench.report.RunHeader;
import io.ringbook.bench.stream.UnequalTotalsException;
import io.ringbook.bench.stream.Workload;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code book}: Ringbook's book beside others, on the same commands in the same run. */
@Command(
        name = "book",
        description =
                "Ringbook's order book beside others for the JVM, on the same commands in the same"
                        + " run, in turn; totals and trade hashes are compared first.")
public final class BookCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final String HEAP = "3g";

    @Spec private CommandSpec spec;

    // set and read by picocli
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean helpRequested;

    @Option(
            names = "--stream",
            split = ",",
            defaultValue = "thin,deep",
            paramLabel = "NAME",
            description =
                    "thin, deep, static, normal, swing-25, swing-40, flash-crash, several with"
                            + " commas, or all (default: ${DEFAULT-VALUE}).")
    private List<String> streams;

    @Option(
            names = "--engine",
            split = ",",
            defaultValue = ALL,
            paramLabel = "NAME",
            description =
                    "ringbook, ringbook-shard, ringbook-order-path, exchange-core-direct,"
                            + " exchange-core-naive, parity, several with commas, or all (default: ${DEFAULT-VALUE});"
                            + " ratios are to the first of these.")
    private List<String> engines;

    @Option(
            names = "--rounds",
            defaultValue = "7",
            description = "Rounds that count, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "3",
            description = "Rounds before these, 0 to 100 (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--commands",
            defaultValue = "" + Workload.COMMANDS,
            description =
                    "Most measured commands of a round, 1000 to 5000000; a walk has about"
                            + " 2000000 (default: ${DEFAULT-VALUE}).")
    private int commands;

    @Option(
            names = "--seed",
            defaultValue = "" + Workload.SEED,
            description = "Seed of the streams (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Prints JSON for programs, with every round.")
    private boolean json;

    @Override
    public Integer call() {
        requireRange("--rounds", rounds, 1, 100);
        requireRange("--warm-up", warmUp, 0, 100);
        requireRange("--commands", commands, 1_000, 5_000_000);
        List<Workload> workloads = chosen("--stream", streams, Workload.values(), Workload::label);
        List<Contender> contenders =
                chosen("--engine", engines, Contender.values(), Contender::label);
        BookRunOptions options = new BookRunOptions(seed, commands, rounds, warmUp, flags());
        BookReport report = new BookReport(options);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new Progress(err);
        RunHeader header = RunHeader.begin(command(), 0, "no journal", options.flags());
        if (!json) {
            header.print(out);
        }
        try {
            List<Comparison> comparisons = new ArrayList<>();
            for (Workload workload : workloads) {
                Comparison comparison = Comparison.run(workload, contenders, options, progress);
                comparisons.add(comparison);
                if (!json) {
                    report.print(comparison, out);
                }
            }
            if (json) {
                Json text = header.json();
                report.write(comparisons, text);
                out.println(text.end());
                out.flush();
            }
        } catch (UnequalTotalsException | IOException e) {
            err.println(e.getMessage());
            return 1;
        }
        return 0;
    }

    private String command() {
        return "book --stream=%s --engine=%s --rounds=%d --warm-up=%d --commands=%d --seed=%d"
                .formatted(
                        String.join(",", streams),
                        String.join(",", engines),
                        rounds,
                        warmUp,
                        commands,
                        seed);
    }

    /** The flags of this JVM, and one size of heap for all. */
    private static List<String> flags() {
        List<String> flags = new ArrayList<>(JvmFlags.ofThisJvm());
        flags.add("-Xms" + HEAP);
        flags.add("-Xmx" + HEAP);
        return flags;
    }

    private <T> List<T> chosen(
            String option, List<String> labels, T[] values, Function<T, String> labelOf) {
        Set<T> chosen = new LinkedHashSet<>();
        for (String label : labels) {
            if (label.equals(ALL)) {
                chosen.addAll(Arrays.asList(values));
                continue;
            }
            int before = chosen.size();
            List<String> known = new ArrayList<>();
            for (T value : values) {
                known.add(labelOf.apply(value));
                if (labelOf.apply(value).equals(label)) {
                    chosen.add(value);
                }
            }
            if (chosen.size() == before && !known.contains(label)) {
                throw new ParameterException(
                        spec.commandLine(),
                        option
                                + " has no \""
                                + label
                                + "\"; there are "
                                + String.join(", ", known)
                                + " and all");
            }
        }
        return List.copyOf(chosen);
    }

    private void requireRange(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is " + value + "; it must be " + least + " to " + most);
        }
    }
}
