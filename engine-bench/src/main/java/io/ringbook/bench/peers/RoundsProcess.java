// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringbook.bench.process.BenchJvm;
import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.stream.TradeTally;
import io.ringbook.bench.stream.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.List;

/**
 * A JVM in which one contender plays one stream, so that no other's classes are in its profile or
 * its heap. It makes the stream, says that it is ready, and plays a round for each line that it is
 * sent; between rounds it sleeps. It ends with its input.
 */
public final class RoundsProcess implements AutoCloseable {
    private static final String READY = "ready";

    private final BenchJvm jvm;

    private RoundsProcess(BenchJvm jvm) {
        this.jvm = jvm;
    }

    /**
     * Starts the JVM.
     *
     * @param flags of the JVM
     */
    static RoundsProcess start(
            Contender contender, Workload workload, long seed, int commands, List<String> flags)
            throws IOException {
        BenchJvm jvm =
                BenchJvm.start(
                        contender.label(),
                        flags,
                        RoundsProcess.class,
                        List.of(
                                contender.name(),
                                workload.name(),
                                Long.toString(seed),
                                Integer.toString(commands)));
        jvm.answer();
        return new RoundsProcess(jvm);
    }

    /** Plays a round there. */
    Round play() throws IOException {
        jvm.ask("");
        String[] words = jvm.answer().split(" ", -1);
        return new Round(
                Long.parseLong(words[0]),
                new TradeTally.Totals(
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        Long.parseLong(words[3]),
                        Long.parseLong(words[4]),
                        Long.parseLong(words[5])));
    }

    @Override
    public void close() {
        jvm.close();
    }

    /**
     * What runs in the other JVM.
     *
     * @param args contender, workload, seed, commands
     */
    public static void main(String[] args) throws IOException {
        Contender contender = Contender.valueOf(args[0]);
        RecordedStream recorded =
                Workload.valueOf(args[1])
                        .record(Long.parseLong(args[2]), Integer.parseInt(args[3]));
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        out.println(READY);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        while (in.readLine() != null) {
            Round round = Round.play(contender, recorded);
            TradeTally.Totals totals = round.totals();
            out.println(
                    String.join(
                            " ",
                            Long.toString(round.elapsedNs()),
                            Long.toString(totals.trades()),
                            Long.toString(totals.tradedLots()),
                            Long.toString(totals.cancels()),
                            Long.toString(totals.canceledLots()),
                            Long.toString(totals.tradeHash())));
            // The engine just played goes now, not in the next one's time.
            System.gc();
        }
    }
}
