// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import io.ringbook.bench.load.PacedOptions;
import io.ringbook.bench.load.ThreadOptions;
import io.ringbook.bench.process.JvmFlags;
import io.ringbook.bench.stream.Workload;
import io.ringbook.core.threads.WaitMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a comparison of pipelines is told. */
final class PipelineOptions {
    /** Whom the orders belong to, in both engines. */
    static final int ACCOUNTS = 1_000;

    private static final String PEER_FLAGS = "RINGBOOK_PEER_JAVA_OPTS";
    private static final int MOST_RATE = 10_000_000;

    /** How exchange-core's threads wait, in its own words. */
    enum PeerWait {
        /** Spins; wants a processor for each of its threads. */
        BUSY_SPIN,
        /** Spins, then gives the processor away. */
        YIELDING,
        /** Sleeps until woken. */
        BLOCKING
    }

    @Option(
            names = "--stream",
            defaultValue = "thin",
            paramLabel = "NAME",
            description = "thin or deep (default: ${DEFAULT-VALUE}).")
    private String stream;

    @Option(
            names = "--engine",
            split = ",",
            paramLabel = "NAME",
            description =
                    "RINGBOOK, EXCHANGE_CORE, or both with a comma (default: both); ratios are to"
                            + " the first.")
    List<PipelineEngine> engines = List.of(PipelineEngine.values());

    @Option(
            names = "--journal",
            split = ",",
            paramLabel = "KIND",
            description =
                    "What the journal survives: NONE (there is none), COMMIT (Ringbook only), SYNC,"
                            + " several with commas (default: NONE,SYNC).")
    List<Play.Kept> journals = List.of(Play.Kept.NONE, Play.Kept.SYNC);

    @Option(
            names = "--commands",
            defaultValue = "1000000",
            description =
                    "Measured commands of the stream, 10000 to 5000000 (default: ${DEFAULT-VALUE}).")
    int commands;

    @Option(
            names = "--seed",
            defaultValue = "" + Workload.SEED,
            description = "Seed of the stream (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Rounds that count, 1 to 100 (default: ${DEFAULT-VALUE}).")
    int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "3",
            description = "Rounds before these, 0 to 100 (default: ${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--rate",
            split = ",",
            paramLabel = "N",
            description =
                    "Commands a second at which latency is measured, 1000 to 10000000, several with"
                            + " commas; 0 for none (default: ${DEFAULT-VALUE}).")
    List<Integer> rates = List.of(10_000, 100_000, 500_000);

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description =
                    "Longest time at one rate, 1 to 60; the stream's length bounds it too (default:"
                            + " ${DEFAULT-VALUE}).")
    int seconds;

    @Mixin final ThreadOptions threads = new ThreadOptions(WaitMode.YIELDING);

    @Option(
            names = "--peer-wait",
            defaultValue = "YIELDING",
            description =
                    "How exchange-core's threads wait: ${COMPLETION-CANDIDATES} (default:"
                            + " ${DEFAULT-VALUE}).")
    PeerWait peerWait;

    @Option(
            names = "--heap",
            defaultValue = "3072",
            paramLabel = "MIB",
            description = "MiB of heap of each JVM, 256 to 1048576 (default: ${DEFAULT-VALUE}).")
    long heapMib;

    /** The stream that was chosen. */
    Workload workload() {
        return Workload.of(stream);
    }

    /** Flags of Ringbook's JVM: those of this one, so of its profile, and a heap of one size. */
    List<String> flags() {
        List<String> flags = new ArrayList<>(JvmFlags.ofThisJvm());
        flags.addAll(heap());
        return flags;
    }

    /** Flags of exchange-core's JVM: its own choice of a collector, unless the user has another. */
    List<String> peerFlags() {
        List<String> flags = new ArrayList<>(heap());
        String given = System.getenv(PEER_FLAGS);
        if (given != null && !given.isBlank()) {
            flags.addAll(Arrays.asList(given.strip().split("\\s+")));
        }
        return flags;
    }

    private List<String> heap() {
        return List.of("-Xms" + heapMib + "m", "-Xmx" + heapMib + "m");
    }

    /** Paced commands at a rate: so long as asked for, or as there are some. */
    int paced(int rate) {
        return (int) Math.min(commands, (long) rate * seconds);
    }

    /** The same as words of a command line. */
    String words() {
        return "--stream=%s --engine=%s --journal=%s --commands=%d --seed=%d --rounds=%d --warm-up=%d --rate=%s --seconds=%d %s --peer-wait=%s --heap=%d"
                .formatted(
                        stream,
                        joined(engines),
                        joined(journals),
                        commands,
                        seed,
                        rounds,
                        warmUp,
                        joined(rates),
                        seconds,
                        String.join(" ", threads.words()),
                        peerWait,
                        heapMib);
    }

    private static String joined(List<?> values) {
        return values.stream()
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /**
     * Refuses what is out of range.
     *
     * @throws ParameterException with a sentence
     */
    void check(CommandSpec spec) {
        if (!stream.equals(Workload.THIN.label()) && !stream.equals(Workload.DEEP.label())) {
            throw new ParameterException(
                    spec.commandLine(), "--stream has no \"" + stream + "\"; there are thin, deep");
        }
        PacedOptions.requireRange(spec, "--commands", commands, 10_000, 5_000_000);
        PacedOptions.requireRange(spec, "--rounds", rounds, 1, 100);
        PacedOptions.requireRange(spec, "--warm-up", warmUp, 0, 100);
        PacedOptions.requireRange(spec, "--seconds", seconds, 1, 60);
        PacedOptions.requireRange(spec, "--heap", heapMib, 256, 1_048_576);
        if (rates.equals(List.of(0))) {
            rates = List.of();
        }
        for (int rate : rates) {
            PacedOptions.requireRange(spec, "--rate", rate, 1_000, MOST_RATE);
        }
    }
}
