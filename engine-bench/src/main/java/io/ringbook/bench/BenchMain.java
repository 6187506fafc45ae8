// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench;

import io.ringbook.bench.answer.AnswerCommand;
import io.ringbook.bench.collector.GcCommand;
import io.ringbook.bench.gc.PauseProfiler;
import io.ringbook.bench.load.PacedCommand;
import io.ringbook.bench.peers.BookCommand;
import io.ringbook.bench.pipeline.PipelineCommand;
import io.ringbook.bench.process.JvmFlags;
import io.ringbook.bench.steady.SteadyCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * Runs JMH with its own command line (or a paced run, or books in comparison), after adding what
 * every figure of this project carries: the flags of {@code bin/jvm.options} in each fork, bytes
 * allocated per operation, pauses of the collector, and safepoints.
 */
public final class BenchMain {
    private static final String WHAT_THERE_IS =
            """
            Which bench? There are
              book      Ringbook's order book beside others, in one run
              gc        the same load under each collector, with a neighbour that allocates
              order-to-answer
                        the exchange over TCP beside an echo, in turn
              paced     latency at a steady rate
              pipeline  Ringbook's whole pipeline beside exchange-core's
              steady    an exchange under a steady load: does anything allocate?
              NAME ...  JMH benches whose names contain that, with JMH's options (-l: list, -h: options)
            Each but the last lists its options with -h; docs/BENCHMARKS.md says what each measures.""";

    /** By the first word; picocli's objects. */
    private static final Map<String, Supplier<Object>> COMMANDS =
            Map.of(
                    "book", BookCommand::new,
                    "gc", GcCommand::new,
                    "order-to-answer", AnswerCommand::new,
                    "paced", PacedCommand::new,
                    "pipeline", PipelineCommand::new,
                    "steady", SteadyCommand::new);

    private BenchMain() {}

    /**
     * Starts JMH, or the command that the first word names.
     *
     * @param args as JMH takes them: {@code -h} lists them; none is wrong usage
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println(WHAT_THERE_IS);
            System.exit(CommandLine.ExitCode.USAGE);
        }
        Object command = COMMANDS.getOrDefault(args[0], () -> null).get();
        if (command != null) {
            String[] rest = Arrays.copyOfRange(args, 1, args.length);
            System.exit(
                    new CommandLine(command)
                            .setCaseInsensitiveEnumValuesAllowed(true)
                            .execute(rest));
        }
        List<String> withDefaults = new ArrayList<>();
        withDefaults.add("-jvmArgsPrepend");
        withDefaults.add(JvmFlags.project());
        // JMH stops profilers in reverse, so that what ours allocates at the end is not counted.
        withDefaults.add("-prof");
        withDefaults.add(PauseProfiler.class.getName());
        withDefaults.add("-prof");
        withDefaults.add("gc");
        withDefaults.addAll(List.of(args));
        org.openjdk.jmh.Main.main(withDefaults.toArray(String[]::new));
    }
}
