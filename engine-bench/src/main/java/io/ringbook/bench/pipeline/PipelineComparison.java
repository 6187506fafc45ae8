// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import io.ringbook.bench.report.Progress;
import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.stream.UnequalTotalsException;
import io.ringbook.bench.stream.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The engines on one stream, one round each in turn, so that what disturbs disturbs both. */
final class PipelineComparison implements AutoCloseable {
    /** Of the paced commands so many are not counted: the first tenth. */
    private static final int UNCOUNTED_PART = 10;

    private final PipelineOptions options;
    private final Progress progress;
    private final Workload workload;
    private final RecordedStream recorded;
    private final List<PipelineProcess> processes = new ArrayList<>();
    private final Path file;

    private PipelineComparison(PipelineOptions options, Progress progress) throws IOException {
        this.options = options;
        this.progress = progress;
        this.workload = options.workload();
        this.recorded = workload.record(options.seed, options.commands);
        this.file = Files.createTempFile("ringbook-stream", ".bin");
    }

    /**
     * What one engine came to under one question.
     *
     * @param rate 0 for throughput
     * @param rounds those that count
     */
    record Line(PipelineEngine engine, Play.Kept journal, int rate, List<Played> rounds) {}

    /**
     * Starts a process for each engine.
     *
     * @param jdk for exchange-core; not used without it
     */
    static PipelineComparison start(PipelineOptions options, PeerJdk jdk, Progress progress)
            throws IOException {
        progress.tell("making the stream");
        PipelineComparison comparison = new PipelineComparison(options, progress);
        try {
            StreamFile.write(
                    comparison.recorded.stream(), PipelineOptions.ACCOUNTS, comparison.file);
            for (PipelineEngine engine : options.engines) {
                comparison.processes.add(
                        switch (engine) {
                            case RINGBOOK -> PipelineProcess.ringbook(comparison.workload, options);
                            case EXCHANGE_CORE ->
                                    PipelineProcess.exchangeCore(jdk, comparison.file, options);
                        });
            }
            return comparison;
        } catch (IOException | RuntimeException e) {
            comparison.close();
            throw e;
        }
    }

    RecordedStream recorded() {
        return recorded;
    }

    /** As fast as it goes, with a journal of some kind or none. */
    List<Line> throughput(Play.Kept journal) throws IOException, UnequalTotalsException {
        return lines(journal, 0, Play.asFastAsItGoes(journal), options.warmUp);
    }

    /** At a rate; the code is warm from the rounds before. */
    List<Line> latency(Play.Kept journal, int rate) throws IOException, UnequalTotalsException {
        int count = options.paced(rate);
        return lines(journal, rate, new Play(rate, count, count / UNCOUNTED_PART, journal), 0);
    }

    private List<Line> lines(Play.Kept journal, int rate, Play asked, int warmUp)
            throws IOException, UnequalTotalsException {
        Map<PipelineEngine, List<Played>> rounds = new EnumMap<>(PipelineEngine.class);
        for (int round = -warmUp; round < options.rounds; round++) {
            progress.tell(
                    "journal "
                            + journal.name().toLowerCase(Locale.ROOT)
                            + (rate == 0 ? "" : ", " + rate + "/s")
                            + (round < 0
                                    ? ": warming up"
                                    : ": round " + (round + 1) + " of " + options.rounds));
            for (PipelineProcess process : processes) {
                if (process.engine().has(journal)) {
                    Played played = process.play(asked);
                    UnequalTotalsException.require(
                            process.engine().label(),
                            workload.label(),
                            played.totals(),
                            recorded.totals());
                    List<Played> counted =
                            rounds.computeIfAbsent(process.engine(), e -> new ArrayList<>());
                    if (round >= 0) {
                        counted.add(played);
                    }
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        for (PipelineEngine engine : options.engines) {
            if (rounds.containsKey(engine)) {
                lines.add(new Line(engine, journal, rate, rounds.get(engine)));
            }
        }
        return lines;
    }

    @Override
    public void close() throws IOException {
        processes.forEach(PipelineProcess::close);
        Files.deleteIfExists(file);
    }
}
