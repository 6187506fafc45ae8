// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.json.Json;
import io.ringbook.gateway.send.FileSend;
import io.ringbook.gateway.send.SendOptions;
import io.ringbook.gateway.send.SendResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringbook send}. */
@Command(
        name = "send",
        description = {
            "Send a command file to an exchange.",
            "",
            "Each account has a session of its own, named like it, with a key made by keygen"
                    + " --from. The exchange carries the commands out in the order of the file;"
                    + " its times are the exchange's own. A session that is cut comes back and"
                    + " sends again what was not taken: each command is answered once. Started"
                    + " again on the same file, it goes on behind what the exchange has taken of"
                    + " it today."
        },
        mixinStandardHelpOptions = true)
final class SendCommand implements Callable<Integer> {
    private static final double NS_PER_SECOND = 1e9;

    /** What a shell adds to the number of the signal that ended a process. */
    private static final int SIGNALED = 128;

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "The command file.")
    private Path file;

    @Option(
            names = "--to",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Where the exchange takes orders.")
    private String to;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the private keys.")
    private Path keys;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description =
                    "How long a session that was cut tries to come back; ${DEFAULT-VALUE} if not"
                            + " given.")
    private int patience;

    @Option(
            names = "--orders-only",
            description = "Leave out ticks, phases and ends of day, which no session sends.")
    private boolean ordersOnly;

    @Option(names = "--keep-going", description = "Go on behind malformed lines.")
    private boolean keepGoing;

    @Option(
            names = "--from-start",
            description = "Send the whole file, whatever its sessions have sent today.")
    private boolean fromStart;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    SendCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (patience < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--patience is 0 or more seconds, not " + patience);
        }
        SendOptions options =
                new SendOptions(
                        file,
                        address(),
                        keys,
                        Duration.ofSeconds(patience),
                        ordersOnly,
                        keepGoing,
                        fromStart);
        StopSignals.handle(this::stop);
        SendResult result;
        try (Progress progress = new Progress(console, "commands sent");
                FileSend send =
                        new FileSend(
                                options,
                                progress,
                                notice -> console.err().println("ringbook: " + notice))) {
            result = send.run();
        }
        for (String bad : result.badLines()) {
            console.err().println("ringbook: " + bad);
        }
        if (json) {
            printJson(result);
        } else {
            print(result);
        }
        return result.isWhole() ? 0 : 1;
    }

    /** Ends the process: the exchange keeps what it has taken. */
    private void stop(int signal) {
        console.err()
                .println(
                        fromStart
                                ? "ringbook: stopped; what the exchange has taken it keeps"
                                : "ringbook: stopped; started again on this file today, it goes on"
                                        + " behind what the exchange has taken of it");
        Runtime.getRuntime().halt(SIGNALED + signal);
    }

    private ServerAddress address() {
        try {
            return ServerAddress.parse(to);
        } catch (Fault e) {
            throw new ParameterException(spec.commandLine(), "--to: " + e.getMessage(), e);
        }
    }

    private void print(SendResult result) {
        double seconds = result.elapsedNs() / NS_PER_SECOND;
        console.line(
                "%s sent, %,d answered, %,d of them by a reject, %.3f s, %,.0f commands/s",
                Counted.of(result.sentCount(), "command"),
                result.sentCount() - result.lostCount(),
                result.refusedCount(),
                seconds,
                result.sentCount() / seconds);
        if (result.passedCount() > 0) {
            console.line(
                    "taken earlier today: %s before them",
                    Counted.of(result.passedCount(), "command"));
        }
        if (result.cutCount() > 0) {
            console.line("%s of sessions, which came back", Counted.of(result.cutCount(), "cut"));
        }
        if (result.lostCount() > 0) {
            console.line(
                    "%s lost when the day ended during a cut: what was asked may or may not have"
                            + " been carried out",
                    Counted.of(result.lostCount(), "answer"));
        }
        if (result.leftOutCount() > 0) {
            console.line(
                    "%s left out: no session sends that",
                    Counted.of(result.leftOutCount(), "line"));
        }
        if (!result.badLines().isEmpty()) {
            console.line("%s left out", Counted.of(result.badLines().size(), "malformed line"));
        }
    }

    private void printJson(SendResult result) {
        Json out = new Json().object();
        out.field("sent", result.sentCount());
        out.field("answered", result.sentCount() - result.lostCount());
        out.field("refused", result.refusedCount()).field("lost", result.lostCount());
        out.field("cuts", result.cutCount()).field("left_out", result.leftOutCount());
        out.array("faults");
        result.badLines().forEach(out::element);
        out.endArray().field("elapsed_ns", result.elapsedNs());
        out.field("taken_before", result.passedCount());
        console.line("%s", out.endObject());
    }
}
