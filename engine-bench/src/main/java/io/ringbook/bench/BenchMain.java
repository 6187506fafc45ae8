// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench;

import io.ringbook.bench.gc.GcPauseProfiler;
import io.ringbook.bench.load.PacedCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/**
 * Runs JMH with its own command line (or a paced run), after adding what every figure of this
 * project carries: the flags of {@code bin/jvm.options} in each fork, bytes allocated per
 * operation, and pauses of the collector.
 */
public final class BenchMain {
    private BenchMain() {}

    /**
     * Starts JMH, or a paced run when the first word is {@code paced}.
     *
     * @param args as JMH takes them: {@code -h} lists them
     */
    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("paced")) {
            String[] rest = Arrays.copyOfRange(args, 1, args.length);
            System.exit(
                    new CommandLine(new PacedCommand())
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .execute(rest));
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
