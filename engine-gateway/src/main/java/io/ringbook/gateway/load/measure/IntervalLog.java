// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.measure;

import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * An interval log of HdrHistogram, version 1.3: each second, and at each {@link #mark}, one line
 * for the answers (tag {@code answer}) and one for the fills (tag {@code fill}), in nanoseconds;
 * the last column is in milliseconds. Its own tools, and others, read it.
 *
 * <p>The load's thread records; a thread of the log writes.
 */
public final class IntervalLog implements AutoCloseable {
    private static final long INTERVAL_NS = 1_000_000_000L;
    private static final double NS_PER_MS = 1e6;
    private static final double MS_PER_SECOND = 1e3;
    private static final int DIGITS = 3;

    private final Path file;
    private final PrintStream out;
    private final long startMs = System.currentTimeMillis();
    private final HistogramLogWriter writer;
    private final SingleWriterRecorder answers =
            new SingleWriterRecorder(Latencies.LONGEST_NS, DIGITS);
    private final SingleWriterRecorder fills =
            new SingleWriterRecorder(Latencies.LONGEST_NS, DIGITS);
    private final Thread thread;
    private Histogram answerInterval;
    private Histogram fillInterval;
    private volatile boolean closed;

    /**
     * Begins the log.
     *
     * @throws Fault if the file cannot be written
     */
    public IntervalLog(Path file) {
        this.file = file;
        try {
            this.out = new PrintStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw Fault.unwritable(file, e);
        }
        this.writer = new HistogramLogWriter(out);
        writer.outputComment(
                "[Latencies of ringbook load, nanoseconds from when an order was due]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(startMs);
        writer.setBaseTime(startMs);
        writer.outputLegend();
        this.thread = new Thread(this::run, "ringbook-load-log");
        thread.setDaemon(true);
        thread.start();
    }

    void onAnswer(long latencyNs) {
        answers.recordValue(latencyNs);
    }

    void onFill(long latencyNs) {
        fills.recordValue(latencyNs);
    }

    private void run() {
        long nextNs = System.nanoTime() + INTERVAL_NS;
        while (!closed) {
            LockSupport.parkNanos(nextNs - System.nanoTime());
            if (System.nanoTime() - nextNs >= 0) {
                nextNs += INTERVAL_NS;
                write();
            }
        }
    }

    /** Ends an interval here, and says what follows. Any thread. */
    public synchronized void mark(String comment) {
        write();
        writer.outputComment(comment);
    }

    private synchronized void write() {
        answerInterval = answers.getIntervalHistogram(answerInterval);
        answerInterval.setTag("answer");
        write(answerInterval);
        fillInterval = fills.getIntervalHistogram(fillInterval);
        fillInterval.setTag("fill");
        write(fillInterval);
    }

    private void write(EncodableHistogram interval) {
        if (interval.getMaxValueAsDouble() > 0) {
            writer.outputIntervalHistogram(
                    (interval.getStartTimeStamp() - startMs) / MS_PER_SECOND,
                    (interval.getEndTimeStamp() - startMs) / MS_PER_SECOND,
                    interval,
                    NS_PER_MS);
        }
    }

    /**
     * Writes what is left.
     *
     * @throws Fault if not all of it could be written
     */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write();
        out.close();
        if (out.checkError()) {
            throw new Fault("cannot write " + file + ": the log is not whole");
        }
    }
}
