// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.gateway.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringbook demo}. */
@Command(
        name = "demo",
        description = {
            "The tour: desks trade a generated busy day over TCP, one of them is cut off and comes"
                    + " back, then the journal is verified and replayed.",
            "",
            "Works in a temporary directory, which is removed at the end. On a terminal it shows a"
                    + " live ladder; NO_COLOR is honored."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final int MAX_SECONDS = 45;

    private final Console console;

    @Spec private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the day; the same seed gives the same orders.")
    private long seed;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long the day takes, 1 to " + MAX_SECONDS + "; 15 if not given.")
    private int seconds;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds is 1 to " + MAX_SECONDS + ", not " + seconds);
        }
        new Demo(console.out(), console.terminal(), console.color(), seed, seconds).run();
        return 0;
    }
}
