// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.terminal.JLineConsole;
import io.ringbook.gateway.terminal.OrderTerminal;
import io.ringbook.gateway.terminal.PlainConsole;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringbook terminal}. */
@Command(
        name = "terminal",
        description = {
            "Enter orders by hand.",
            "",
            "On a terminal with completion and a history, which is kept in ~/.ringbook_history;"
                    + " without one, line by line from standard input, each answered before the"
                    + " next."
        },
        mixinStandardHelpOptions = true)
final class TerminalCommand implements Callable<Integer> {
    private static final String HISTORY = ".ringbook_history";

    private final Console console;
    private final InputStream in = System.in;

    @Spec private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Where the exchange takes orders.")
    private String to;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            required = true,
            description = "The session's private key, as keygen wrote it.")
    private Path key;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            description =
                    "Account to trade for; without it the one named like the session, or the only"
                            + " one of the firm.")
    private String account;

    @Option(
            names = "--cancel-on-disconnect",
            paramLabel = "SECONDS",
            description =
                    "Have the orders canceled when the session stays away for so long; without it"
                            + " they stay.")
    private Integer graceSeconds;

    TerminalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ClientSettings settings = ClientSettings.of(address(), SessionKeyFile.read(key));
        if (graceSeconds != null) {
            if (graceSeconds < 0) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--cancel-on-disconnect is 0 or more seconds, not " + graceSeconds);
            }
            settings = settings.cancelingOnDisconnect(Duration.ofSeconds(graceSeconds));
        }
        Path history = Path.of(System.getProperty("user.home"), HISTORY);
        try (OrderTerminal terminal =
                new OrderTerminal(
                        settings,
                        account,
                        completer ->
                                console.terminal()
                                        ? JLineConsole.ofProcess(history, completer)
                                        : new PlainConsole(in, console.out()))) {
            terminal.run();
        }
        return 0;
    }

    private ServerAddress address() {
        try {
            return ServerAddress.parse(to);
        } catch (Fault e) {
            throw new ParameterException(spec.commandLine(), "--to: " + e.getMessage(), e);
        }
    }
}
