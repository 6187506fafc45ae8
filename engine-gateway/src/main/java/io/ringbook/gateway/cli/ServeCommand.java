// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.Pinning;
import io.ringbook.core.threads.Processors;
import io.ringbook.core.threads.ThreadCpus;
import io.ringbook.gateway.config.ConfigPrinter;
import io.ringbook.gateway.config.ServeConfig;
import io.ringbook.gateway.config.ServeConfigReader;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.ops.MetricsSettings;
import io.ringbook.gateway.ops.StatsSettings;
import io.ringbook.gateway.serve.ServedExchange;
import io.ringbook.gateway.tcp.ServerListener;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ringbook serve}. */
@Command(
        name = "serve",
        description = {
            "Start the exchange, or recover it, and take orders over TCP.",
            "",
            "On a data directory with a journal it goes on from there. SIGTERM and SIGINT stop it"
                    + " cleanly. The configuration is explained in docs/OPERATIONS.md."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Console console;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @Option(
            names = "--config",
            paramLabel = "F",
            defaultValue = "ringbook.conf",
            description = "The configuration; ${DEFAULT-VALUE} if not given.")
    private Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data directory, in place of the one in the configuration.")
    private Path data;

    @Option(
            names = "--print-config",
            description = "Print the effective configuration, keys masked, and start nothing.")
    private boolean printConfig;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServeConfig config = ServeConfigReader.read(file);
        if (data != null) {
            config = config.withDataDirectory(data.toAbsolutePath().normalize());
        }
        if (printConfig) {
            console.out().print(ConfigPrinter.print(config));
            return 0;
        }
        StopSignals.handle(signal -> stop.countDown());
        try (ServedExchange exchange =
                ServedExchange.start(
                        config,
                        new ConnectionLog(),
                        this::failed,
                        notice -> LOG.warn("{}", notice))) {
            print(config, exchange);
            stop.await();
            if (failure.get() == null) {
                console.line("stopping: the clients are told, the journal is closed");
                console.out().flush();
            }
        }
        if (failure.get() != null) {
            throw new Fault(
                    "the exchange has stopped: "
                            + failure.get()
                            + "; what was answered is in the journal, and a new start goes on"
                            + " from there",
                    failure.get());
        }
        console.line("stopped");
        return 0;
    }

    private void failed(Throwable cause) {
        failure.compareAndSet(null, cause);
        stop.countDown();
    }

    private void print(ServeConfig config, ServedExchange exchange) {
        EngineConfig engine = config.engine();
        if (exchange.recoveredSequence() == 0) {
            console.line("new journal in %s", config.dataDirectory());
        } else {
            console.line(
                    "recovered %s: %s in %,.0f ms, incarnation %d",
                    config.dataDirectory(),
                    Counted.of(exchange.recoveredSequence(), "command"),
                    exchange.recoveryMs(),
                    exchange.incarnation());
        }
        if (exchange.addedCount() > 0) {
            console.line(
                    "added from %s: %s", file, Counted.of(exchange.addedCount(), "definition"));
        }
        console.line(
                "threads %s, shards %d, durability %s",
                engine.layout().resolve().name().toLowerCase(Locale.ROOT),
                engine.shards(),
                config.journal().durability().name().toLowerCase(Locale.ROOT));
        console.line("waiting: %s; %s", waits(engine), pinned(engine, exchange.cpus()));
        console.line("stage times: %s", stageTimes(config));
        console.line("statistics %s", statistics(config.stats(), exchange.statsAddress()));
        console.line("listening on %s", exchange.address());
        console.out().flush();
    }

    private static String stageTimes(ServeConfig config) {
        MetricsSettings metrics = config.metrics();
        if (!metrics.stages()) {
            return "not taken";
        }
        Path folder = metrics.hlogFolder(config.dataDirectory());
        return String.format(
                "all commands as a whole, one in %,d stage by stage; %s",
                metrics.oneIn(), folder == null ? "not written" : "written to " + folder);
    }

    private static String statistics(StatsSettings settings, String address) {
        if (!address.isEmpty()) {
            return "on " + address;
        }
        return settings.port() == StatsSettings.NONE
                ? "not given"
                : "not given: port "
                        + StatsSettings.DEFAULT_PORT
                        + " is taken; stats.port takes another";
    }

    private static String waits(EngineConfig engine) {
        List<String> waits = new ArrayList<>();
        for (EngineThread thread : engine.layout().threads()) {
            if (thread.isStage()) {
                waits.add(thread.text() + " " + engine.threads().wait(thread).text());
            }
        }
        return waits.isEmpty() ? "no stage has a thread of its own" : String.join(", ", waits);
    }

    private static String pinned(EngineConfig engine, ThreadCpus cpus) {
        if (!cpus.isEmpty()) {
            return "pinned: " + cpus.text();
        }
        if (engine.threads().pinning() != Pinning.AUTO
                || engine.layout().resolve() != ThreadLayout.STAGED) {
            return "not pinned";
        }
        return "not pinned: that takes "
                + ThreadCpus.wanted(engine.layout().threads(), engine.shards())
                + " processors on Linux, and this process may use "
                + Processors.ofProcess().cardinality();
    }

    /** Logs who comes and why who goes. */
    private final class ConnectionLog implements ServerListener {
        @Override
        public void onLogin(String session, SocketAddress address) {
            LOG.info("{} has logged in from {}", session, address);
        }

        @Override
        public void onEnd(String session, SocketAddress address, String text) {
            LOG.info(
                    "{} at {} has ended: {}",
                    session.isEmpty() ? "a connection not logged in" : session,
                    address,
                    text);
        }

        @Override
        public void onRoom(String fault) {
            if (fault == null) {
                LOG.warn("There is room again for the messages of the sessions");
            } else {
                LOG.warn("No more room for the messages of the sessions: {}", fault);
            }
        }

        @Override
        public void onFailure(Throwable cause) {
            failed(cause);
        }
    }
}
