// SPDX-License-Identifier: Apache-2.0
package io.ringbook.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import exchange.core2.core.common.CoreWaitStrategy;
import exchange.core2.core.common.api.ApiCommand;
import io.ringbook.peers.ExchangeCorePipeline.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Plays a file of commands on a new exchange-core for each line that it is sent, {@code RATE COUNT
 * UNCOUNTED JOURNAL}, and answers with figures; it ends with its input. A rate of 0 is as fast as
 * it goes; otherwise the first COUNT measured commands are due at steady times, and all but the
 * first UNCOUNTED of these go into the histogram. JOURNAL is {@code none} or {@code sync}.
 */
public final class PipelineMain {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long LEAD_NS = 10_000_000L;
    private static final long POLL_MS = 1;

    /** Without a result for so long it has come to a stop. */
    private static final long PATIENCE_NS = 120 * NS_PER_SECOND;

    private final CommandFile file;
    private final CoreWaitStrategy waits;

    private PipelineMain(CommandFile file, CoreWaitStrategy waits) {
        this.file = file;
        this.waits = waits;
    }

    /**
     * What runs in this JVM.
     *
     * @param args file, wait strategy
     */
    public static void main(String[] args) {
        try {
            serve(args);
        } catch (Exception e) {
            e.printStackTrace();
            // Its threads spin on without the one that gives them work.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void serve(String[] args) throws Exception {
        PipelineMain main =
                new PipelineMain(
                        CommandFile.read(Path.of(args[0])), CoreWaitStrategy.valueOf(args[1]));
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            main.play(
                    Long.parseLong(words[0]),
                    Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]),
                    words[3].equals("sync"),
                    out);
            // The engine just played goes now, not in the next one's time.
            System.gc();
        }
    }

    private void play(long rate, int count, int uncounted, boolean isJournaled, PrintStream out)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        int pacedTo = rate == 0 ? file.measuredFrom : file.measuredFrom + count;
        int timedTo = rate == 0 ? file.measuredTo : pacedTo;
        Results results = new Results(file.measuredFrom + (long) uncounted, pacedTo, timedTo);
        Shape shape = rate == 0 ? Shape.THROUGHPUT : Shape.LATENCY;
        Path folder = isJournaled ? Files.createTempDirectory("ringbook-peer") : null;
        try (ExchangeCorePipeline pipeline =
                ExchangeCorePipeline.start(shape, waits, folder, file.accounts, results)) {
            submit(pipeline, 0, file.measuredFrom);
            await(results, file.measuredFrom);
            long startNs = System.nanoTime() + (rate == 0 ? 0 : LEAD_NS);
            for (int i = file.measuredFrom; i < pacedTo; i++) {
                long index = (long) i - file.measuredFrom;
                long dueNs =
                        startNs
                                + index / rate * NS_PER_SECOND
                                + index % rate * NS_PER_SECOND / rate;
                while (System.nanoTime() - dueNs < 0) {
                    Thread.onSpinWait();
                }
                ApiCommand command = file.commands[i];
                command.timestamp = dueNs;
                pipeline.submit(command);
            }
            submit(pipeline, pacedTo, timedTo);
            await(results, timedTo);
            submit(pipeline, timedTo, file.commands.length);
            await(results, file.commands.length);
            print(results, startNs, out);
        } finally {
            remove(folder);
        }
    }

    private void submit(ExchangeCorePipeline pipeline, int from, int to) {
        for (int i = from; i < to; i++) {
            pipeline.submit(file.commands[i]);
        }
    }

    private static void await(Results results, long count) throws InterruptedException {
        long last = results.count();
        long sinceNs = System.nanoTime();
        while (last < count) {
            Thread.sleep(POLL_MS);
            if (results.count() != last) {
                last = results.count();
                sinceNs = System.nanoTime();
            } else if (System.nanoTime() - sinceNs > PATIENCE_NS) {
                throw new IllegalStateException(
                        "exchange-core has come to a stop after " + last + " of " + count);
            }
        }
    }

    private static void print(Results results, long startNs, PrintStream out) {
        if (results.fault() != null) {
            throw new IllegalStateException("exchange-core: " + results.fault());
        }
        out.println("figure elapsed-ns " + (results.timedToNs() - startNs));
        out.println("figure totals " + results.totals());
        out.println("figure latencies " + encoded(results.latencies()));
        out.println("figure end");
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        byte[] encoded = new byte[histogram.encodeIntoCompressedByteBuffer(bytes)];
        bytes.get(0, encoded);
        return Base64.getEncoder().encodeToString(encoded);
    }

    private static void remove(Path folder) throws IOException {
        if (folder != null) {
            List<Path> deepestFirst;
            try (Stream<Path> tree = Files.walk(folder)) {
                deepestFirst = tree.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
            }
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
