// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.answer;

import io.ringbook.gateway.load.Ladder;
import io.ringbook.gateway.load.LadderResult;
import io.ringbook.gateway.load.Load;
import io.ringbook.gateway.load.LoadSettings;
import io.ringbook.gateway.load.Profile;
import io.ringbook.gateway.load.Step;
import io.ringbook.gateway.load.StepResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The servers of a comparison, and the rounds. In a round each of them has its turn; whose turn is
 * first changes from round to round, so that what drifts does so for all.
 */
final class AnswerRun implements AutoCloseable {
    private static final Duration RUNG = Duration.ofSeconds(3);
    private static final Ladder.Bounds SUSTAINED =
            new Ladder.Bounds(10_000, 2_000_000, 0.01, Duration.ofMillis(10));

    private final AnswerOptions options;
    private final ServerFolder folder;
    private final Map<Subject, ServerProcess> servers = new EnumMap<>(Subject.class);
    private final Consumer<String> progress;

    /**
     * Starts all of them.
     *
     * @param progress told in a few words what is being done
     */
    AnswerRun(AnswerOptions options, Consumer<String> progress) throws IOException {
        this.options = options;
        this.progress = progress;
        this.folder = ServerFolder.make(options);
        try {
            start(
                    Subject.EXCHANGE,
                    List.of("serve", "--config", folder.configuration().toString()));
            start(Subject.ECHO, echo("gateway", "--idle-spin", options.idleSpin()));
            if (options.blocking()) {
                start(Subject.BLOCKING, echo("blocking"));
            }
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static List<String> echo(String io, String... more) {
        List<String> arguments = new ArrayList<>(List.of("echo", "--port", "0", "--io", io));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private void start(Subject subject, List<String> arguments) throws IOException {
        progress.accept("starting the " + subject.label());
        ServerProcess server = ServerProcess.start(options.flags(), arguments);
        servers.put(subject, server);
        server.stop();
    }

    /** The highest rate that the exchange keeps. */
    LadderResult sustained() throws IOException {
        progress.accept("looking for the rate that the exchange sustains");
        ServerProcess exchange = servers.get(Subject.EXCHANGE);
        exchange.goOn();
        try (Load load = open(exchange)) {
            Step step = new Step(new Profile.Constant(), 1, RUNG.dividedBy(2), RUNG);
            return new Ladder(
                            load,
                            step,
                            SUSTAINED,
                            null,
                            done -> progress.accept(done.step().perSecond() + " a second"))
                    .run();
        } finally {
            exchange.stop();
        }
    }

    /**
     * All rounds at a rate, behind one that does not count.
     *
     * @return by round
     */
    List<Map<Subject, StepResult>> rounds(long perSecond) throws IOException {
        Step step =
                new Step(new Profile.Constant(), perSecond, options.warmUp(), options.measured());
        List<Map<Subject, StepResult>> rounds = new ArrayList<>();
        for (int round = 0; round <= options.rounds(); round++) {
            progress.accept(
                    round == 0 ? "warming up" : "round " + round + " of " + options.rounds());
            Map<Subject, StepResult> results = new EnumMap<>(Subject.class);
            List<Subject> order = new ArrayList<>(servers.keySet());
            Collections.rotate(order, round);
            for (Subject subject : order) {
                results.put(subject, measure(servers.get(subject), step));
            }
            if (round > 0) {
                rounds.add(results);
            }
        }
        return rounds;
    }

    private StepResult measure(ServerProcess server, Step step) throws IOException {
        server.goOn();
        try (Load load = open(server)) {
            return load.run(step, null);
        } finally {
            server.stop();
        }
    }

    private Load open(ServerProcess server) {
        return Load.open(
                LoadSettings.of(server.address(), folder.keys())
                        .withConnections(options.connections()));
    }

    @Override
    public void close() throws IOException {
        try {
            for (ServerProcess server : servers.values()) {
                server.close();
            }
        } finally {
            folder.close();
        }
    }
}
