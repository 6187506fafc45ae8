// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench;

import io.ringbook.bench.gc.GcPauseProfiler;
import io.ringbook.bench.load.PacedCommand;
import io.ringbook.bench.peers.BookCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/**
 * Runs JMH with its own command line (or a paced run, or books in comparison), after adding what
 * every figure of this project carries: the flags of {@code bin/jvm.options} in each fork, bytes
 * allocated per operation, and pauses of the collector.
 */
public final class BenchMain {
    private static final String WHAT_THERE_IS =
            """
            Which bench? There are
              book      Ringbook's order book beside others, in one run (-h: its options)
              paced     latency at a steady rate (-h: its kinds and options)
              NAME ...  JMH benches whose names contain that, with JMH's options (-l: list, -h: options)
            docs/BENCHMARKS.md says what each measures.""";

    private BenchMain() {}

    /**
     * Starts JMH, or what the first word names: {@code paced}, {@code book}.
     *
     * @param args as JMH takes them: {@code -h} lists them; none is wrong usage
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println(WHAT_THERE_IS);
            System.exit(CommandLine.ExitCode.USAGE);
        }
        if (args[0].equals("paced")) {
            String[] rest = Arrays.copyOfRange(args, 1, args.length);
            System.exit(
                    new CommandLine(new PacedCommand())
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .execute(rest));
        }
        if (args[0].equals("book")) {
            String[] rest = Arrays.copyOfRange(args, 1, args.length);
            System.exit(new CommandLine(new BookCommand()).execute(rest));
        }
        List<String> withDefaults = new ArrayList<>();
        withDefaults.add("-jvmArgsPrepend");
        withDefaults.add("@" + jvmOptions());
        // JMH stops profilers in reverse, so that what ours allocates at the end is not counted.
        withDefaults.add("-prof");
        withDefaults.add(GcPauseProfiler.class.getName());
        withDefaults.add("-prof");
        withDefaults.add("gc");
        withDefaults.addAll(List.of(args));
        org.openjdk.jmh.Main.main(withDefaults.toArray(String[]::new));
    }

    /** The project's flags; this class lies in a jar or folder under engine-bench/target. */
    private static Path jvmOptions() throws Exception {
        Path code =
                Path.of(
                        BenchMain.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        return code.resolve("../../../bin/jvm.options").normalize();
    }
}
