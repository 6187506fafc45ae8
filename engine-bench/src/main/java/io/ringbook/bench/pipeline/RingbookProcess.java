// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringbook.bench.load.ThreadOptions;
import io.ringbook.bench.process.Figures;
import io.ringbook.bench.stream.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** A JVM that plays a stream on Ringbook for each line that it is sent. It ends with its input. */
public final class RingbookProcess {
    private static final int WORDS = 4;

    @Mixin private final ThreadOptions threads = new ThreadOptions();

    private RingbookProcess() {}

    /**
     * What runs in the other JVM.
     *
     * @param args workload, seed, commands, accounts, and words of the threads' options
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        RingbookProcess process = new RingbookProcess();
        new CommandLine(process)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(Arrays.copyOfRange(args, WORDS, args.length));
        RingbookPlayer player =
                new RingbookPlayer(
                        Workload.of(args[0])
                                .record(Long.parseLong(args[1]), Integer.parseInt(args[2])),
                        process.threads,
                        Integer.parseInt(args[3]));
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Figures figures = new Figures();
            player.play(Play.of(line)).put(figures);
            figures.print(out);
            // The engine just played goes now, not in the next one's time.
            System.gc();
        }
    }
}
