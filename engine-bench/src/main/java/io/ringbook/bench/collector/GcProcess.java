// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.collector;

import io.ringbook.bench.gc.GarbageNeighbour;
import io.ringbook.bench.load.PacedOptions;
import io.ringbook.bench.load.PacedResult;
import io.ringbook.bench.load.PacedRun;
import io.ringbook.bench.load.ThreadOptions;
import io.ringbook.bench.process.BenchJvm;
import io.ringbook.bench.process.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A JVM that makes one paced run beside a neighbour, prints its figures and ends. */
public final class GcProcess {
    @Mixin private final PacedOptions paced = new PacedOptions();
    @Mixin private final ThreadOptions threads = new ThreadOptions();

    @Option(names = "--garbage")
    private long garbageMib;

    @Option(names = "--kept")
    private long keptMib;

    private GcProcess() {}

    /** Runs a case there and waits for what it has shown. */
    static PacedResult run(
            GcCase of, long heapMib, long keptMib, PacedOptions paced, ThreadOptions threads)
            throws IOException {
        List<String> words = new ArrayList<>(paced.words());
        words.addAll(threads.words());
        words.add("--garbage=" + of.garbageMib());
        words.add("--kept=" + keptMib);
        try (BenchJvm jvm = BenchJvm.start(of.label(), of.flags(heapMib), GcProcess.class, words)) {
            return PacedResult.of(jvm.figures());
        }
    }

    /**
     * What runs in the other JVM.
     *
     * @param args words of the options, the neighbour's rate and what it keeps
     */
    public static void main(String[] args) throws IOException {
        GcProcess process = new GcProcess();
        new CommandLine(process).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
        GarbageNeighbour neighbour = GarbageNeighbour.start(process.garbageMib, process.keptMib);
        PacedResult result = PacedRun.pipeline(process.paced, process.threads);
        neighbour.leave();
        Figures figures = new Figures();
        result.put(figures);
        figures.print(System.out);
    }
}
