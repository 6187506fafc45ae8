// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.stream.TradeTally;
import io.ringbook.bench.stream.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM in which one contender plays one stream, so that no other's classes are in its profile or
 * its heap. It makes the stream, says that it is ready, and plays a round for each line that it is
 * sent; between rounds it sleeps. It ends with its input.
 */
public final class RoundsProcess implements AutoCloseable {
    private static final String READY = "ready";

    private final Contender contender;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream requests;

    private RoundsProcess(Contender contender, Process process) {
        this.contender = contender;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.requests = new PrintStream(process.getOutputStream(), true, UTF_8);
    }

    /**
     * Starts the JVM.
     *
     * @param flags of the JVM
     */
    static RoundsProcess start(
            Contender contender, Workload workload, long seed, int commands, List<String> flags)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.addAll(flags);
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(RoundsProcess.class.getName());
        line.addAll(
                List.of(
                        contender.name(),
                        workload.name(),
                        Long.toString(seed),
                        Integer.toString(commands)));
        Process process =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        RoundsProcess started = new RoundsProcess(contender, process);
        started.answer();
        return started;
    }

    /** Plays a round there. */
    Round play() throws IOException {
        requests.println();
        String[] words = answer().split(" ", -1);
        return new Round(
                Long.parseLong(words[0]),
                new TradeTally.Totals(
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        Long.parseLong(words[3]),
                        Long.parseLong(words[4]),
                        Long.parseLong(words[5])));
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the JVM of " + contender.label() + " ended; see above");
        }
        return line;
    }

    @Override
    public void close() {
        requests.close();
        process.destroy();
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
