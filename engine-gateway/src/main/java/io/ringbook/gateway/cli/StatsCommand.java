// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.metrics.StageTime;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.stats.StatsClient;
import io.ringbook.gateway.stats.StatsReply;
import io.ringbook.gateway.stats.StatsSection;
import io.ringbook.gateway.stats.StatsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringbook stats}. */
@Command(
        name = "stats",
        description = {
            "Ask a running exchange where the time of its commands goes.",
            "",
            "A table of the exchange's last complete interval and of all since its start, in"
                    + " microseconds. \"busy\" is how much of a processor a stage's work takes: the"
                    + " stage that comes to 100 %% first is the bottleneck. Where one thread does"
                    + " several stages, theirs add up."
        },
        mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {
    private static final int MAX_WATCH_SECONDS = 86_400;
    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

    private final Console console;
    private final CountDownLatch stop = new CountDownLatch(1);
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Where the exchange gives statistics; serve prints it.")
    private String to;

    @Option(
            names = "--watch",
            paramLabel = "SECONDS",
            description =
                    "Ask again so often, and show what came in between, until Ctrl-C; 1 to "
                            + MAX_WATCH_SECONDS
                            + ".")
    private Integer watchSeconds;

    @Option(
            names = "--json",
            description = "Print each answer as the exchange gives it: one line of JSON.")
    private boolean json;

    StatsCommand(Console console) {
        this.console = console;
    }

    @Spec
    void describe(CommandSpec commandSpec) {
        spec = commandSpec;
        List<String> lines = new ArrayList<>(List.of("", "The times, in the order of the way:"));
        for (StageTime time : StageTime.values()) {
            lines.add(String.format("  %-13s  %s", time.text(), time.description()));
        }
        spec.usageMessage().footer(lines.toArray(String[]::new));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (watchSeconds != null && (watchSeconds < 1 || watchSeconds > MAX_WATCH_SECONDS)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--watch is 1 to " + MAX_WATCH_SECONDS + " seconds, not " + watchSeconds);
        }
        StatsClient client = new StatsClient(address());
        if (watchSeconds == null) {
            show(client, null);
            return 0;
        }
        StopSignals.handle(signal -> stop.countDown());
        StatsReply earlier = null;
        do {
            earlier = show(client, earlier);
            console.out().flush();
        } while (!stop.await(watchSeconds, TimeUnit.SECONDS));
        return 0;
    }

    /** Asks once and shows the answer. */
    private StatsReply show(StatsClient client, StatsReply earlier) {
        String line = client.fetch(watchSeconds != null && !json);
        StatsReply reply = StatsReply.parse(line);
        if (json) {
            console.line("%s", line);
            return reply;
        }
        StatsSection recent = earlier == null ? null : reply.since(earlier);
        if (watchSeconds != null && console.terminal()) {
            console.out().print(CLEAR_SCREEN);
        } else if (earlier != null) {
            console.line("");
        }
        StatsTable.print(console.out(), reply, recent == null ? reply.last() : recent);
        return reply;
    }

    private ServerAddress address() {
        try {
            return ServerAddress.parse(to);
        } catch (Fault e) {
            throw new ParameterException(spec.commandLine(), "--to: " + e.getMessage(), e);
        }
    }
}
