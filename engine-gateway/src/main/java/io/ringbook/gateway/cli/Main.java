// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.journal.JournalException;
import io.ringbook.core.replay.ReplayException;
import io.ringbook.gateway.fault.Fault;
import java.io.PrintWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry of the command line. */
public final class Main {
    private static final int WORK_FAILED = 1;

    private final Console console;
    private final boolean debug;

    Main(Console console, Map<String, String> environment) {
        this.console = console;
        this.debug = !environment.getOrDefault("RINGBOOK_DEBUG", "").isEmpty();
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Console console = Console.ofProcess(environment);
        System.exit(new Main(console, environment).run(arguments));
    }

    /** Runs a command; its exit code. */
    int run(String... arguments) {
        CommandLine commandLine =
                new CommandLine(new RootCommand(), new ConsoleFactory(console))
                        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setUsageHelpAutoWidth(false)
                        .setParameterExceptionHandler(this::misused)
                        .setExecutionExceptionHandler(this::failed);
        if (!console.color()) {
            commandLine.setColorScheme(
                    CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        }
        int code;
        try {
            code = commandLine.execute(arguments);
            console.out().flush();
        } catch (Console.OutputClosedException e) {
            code = outputFailed(e);
        }
        console.err().flush();
        return code;
    }

    /** Wrong usage: one sentence, and where to read more. */
    private int misused(ParameterException e, String[] arguments) {
        CommandLine misused = e.getCommandLine();
        console.err()
                .println(
                        "ringbook: "
                                + misuse(e)
                                + "; "
                                + misused.getCommandSpec().qualifiedName()
                                + " --help shows what it takes");
        trace(e);
        return misused.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String misuse(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return e.getMessage().lines().findFirst().orElse("wrong usage");
        }
        List<String> suggestions = unmatched.getSuggestions();
        String meant = suggestions.isEmpty() ? "" : "; did you mean " + suggestions.get(0) + "?";
        String first = unmatched.getUnmatched().get(0);
        return first.startsWith("-")
                ? "there is no option " + first + meant
                : "\"" + first + "\" is not understood" + meant;
    }

    private int failed(Exception e, CommandLine commandLine, ParseResult parsed) {
        if (e instanceof Console.OutputClosedException closed) {
            return outputFailed(closed);
        }
        console.out().flush();
        if (isExpected(e)) {
            console.err().println("ringbook: " + e.getMessage());
            trace(e);
            return WORK_FAILED;
        }
        console.err()
                .println(
                        "ringbook: unexpected failure, which is a bug: "
                                + e
                                + (debug ? "" : "; set RINGBOOK_DEBUG=1 to see where"));
        trace(e);
        return WORK_FAILED;
    }

    /** The failures whose message is a sentence for a person. */
    private static boolean isExpected(Exception e) {
        return e instanceof Fault || e instanceof JournalException || e instanceof ReplayException;
    }

    private int outputFailed(Console.OutputClosedException e) {
        String reason = String.valueOf(e.getCause().getMessage());
        if (!reason.contains("Broken pipe")) {
            console.err().println("ringbook: cannot write to standard output: " + reason);
        }
        trace(e);
        return WORK_FAILED;
    }

    private void trace(Exception e) {
        if (debug) {
            e.printStackTrace(console.err());
        }
    }

    /** Makes commands, with the console for those that ask for it. */
    private static final class ConsoleFactory implements IFactory {
        private final IFactory plain = CommandLine.defaultFactory();
        private final Console console;

        ConsoleFactory(Console console) {
            this.console = console;
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                Class<?>[] parameters = constructor.getParameterTypes();
                if (parameters.length == 1 && parameters[0] == Console.class) {
                    return type.cast(constructor.newInstance(console));
                }
            }
            return plain.create(type);
        }
    }
}
