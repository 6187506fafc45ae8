// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.threads.Forgetting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Reads what a running engine records, writes it at an interval, and gives it to those who ask. To
 * be closed after the engine, so that its last commands are in.
 */
public final class ExchangeMonitor implements AutoCloseable {
    private static final long JOIN_MS = 2_000;

    private final IntervalWriter writer;
    private final StatsServer server;
    private final List<Thread> threads = new ArrayList<>();

    private ExchangeMonitor(IntervalWriter writer, StatsServer server) {
        this.writer = writer;
        this.server = server;
    }

    /**
     * Starts its threads.
     *
     * @param port this monitor's from now on; null for none
     * @param hlogFolder of the interval logs, null for none
     * @param faults told a sentence now and then, on any thread
     */
    public static ExchangeMonitor start(
            StageMetrics metrics,
            MetricsSettings settings,
            Path hlogFolder,
            StatsPort port,
            ExchangeFacts facts,
            Consumer<String> faults)
            throws IOException {
        StageHistory history = new StageHistory(metrics, steadyWallMs());
        IntervalLog log =
                hlogFolder == null
                        ? null
                        : new IntervalLog(hlogFolder, settings.hlogBytes(), describe(facts));
        IntervalWriter writer = new IntervalWriter(history, log, settings.intervalNs(), faults);
        StatsServer server =
                port == null ? null : new StatsServer(port, new StatsText(facts, history), faults);
        ExchangeMonitor monitor = new ExchangeMonitor(writer, server);
        monitor.start("ringbook-metrics", writer);
        if (server != null) {
            monitor.start("ringbook-stats", server);
        }
        return monitor;
    }

    private static LongSupplier steadyWallMs() {
        long beginMs = System.currentTimeMillis();
        long beginNs = System.nanoTime();
        return () -> beginMs + (System.nanoTime() - beginNs) / 1_000_000;
    }

    private static String describe(ExchangeFacts facts) {
        return String.format(
                "ringbook stage times, nanoseconds; threads %s, shards %d, durability %s; one"
                        + " command in %d timed stage by stage",
                facts.threads(), facts.shards(), facts.durability(), facts.timedOneIn());
    }

    private void start(String name, Runnable task) {
        Thread thread = new Thread(new Forgetting(task), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** Writes what there is, answers nobody any more. A disk that hangs is not waited for long. */
    @Override
    public void close() {
        writer.stop();
        if (server != null) {
            server.stop();
        }
        for (Thread thread : threads) {
            try {
                thread.join(JOIN_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
