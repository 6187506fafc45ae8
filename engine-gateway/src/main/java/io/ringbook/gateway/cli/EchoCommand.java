// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.config.Quantities;
import io.ringbook.gateway.echo.EchoIo;
import io.ringbook.gateway.echo.EchoServer;
import io.ringbook.gateway.echo.EchoSettings;
import io.ringbook.gateway.fault.Fault;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringbook echo}. */
@Command(
        name = "echo",
        description = {
            "Answer load without an exchange: the floor under every latency.",
            "",
            "It lets anybody in and answers each order at once with a frame of the type and length"
                    + " that an exchange answers with. ringbook load measures it like an exchange; what"
                    + " an exchange takes longer is its own. It listens on this machine only, and trades"
                    + " nothing."
        },
        mixinStandardHelpOptions = true)
final class EchoCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    private final Console console;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @Spec private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7401",
            description = "Where it listens; 0 takes any free one; ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--io",
            paramLabel = "IO",
            defaultValue = "GATEWAY",
            description =
                    "gateway: the exchange's own loop over the sockets. blocking: a thread for each"
                            + " client, as anybody would write it. gateway if not given.")
    private EchoIo io;

    @Option(
            names = "--idle-spin",
            paramLabel = "TIME",
            defaultValue = "20us",
            description =
                    "gateway: how long it looks for work before it sleeps, like the exchange's"
                            + " server.idle-spin; ${DEFAULT-VALUE}.")
    private String idleSpin;

    @Option(
            names = "--stall",
            paramLabel = "TIME",
            description = "Do nothing at all for so long, on purpose, to see whether it shows.")
    private String stall;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "10000",
            description = "stall: before each so many-th order; ${DEFAULT-VALUE}.")
    private long every;

    EchoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > MAX_PORT) {
            throw misused("--port is 0 to 65,535, not " + port);
        }
        if (every < 1) {
            throw misused("--every is 1 or more orders, not " + every);
        }
        EchoSettings settings =
                new EchoSettings(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                        io,
                        time("--idle-spin", idleSpin),
                        stall == null ? 0 : time("--stall", stall),
                        every);
        StopSignals.handle(signal -> stop.countDown());
        try (EchoServer echo = EchoServer.start(settings, this::failed)) {
            console.line("echo through %s", io == EchoIo.GATEWAY ? gateway(settings) : io.text());
            if (settings.stallNs() > 0) {
                console.line(
                        "stalls for %s before every %,d. order",
                        Quantities.duration(settings.stallNs()), every);
            }
            console.line(
                    "listening on %s",
                    new ServerAddress(
                            settings.listen().getAddress().getHostAddress(), echo.port()));
            console.out().flush();
            stop.await();
        }
        if (failure.get() != null) {
            throw new Fault("the echo has stopped: " + failure.get(), failure.get());
        }
        return 0;
    }

    private static String gateway(EchoSettings settings) {
        return "the gateway's loop, which spins for " + Quantities.duration(settings.idleSpinNs());
    }

    private void failed(Throwable cause) {
        failure.compareAndSet(null, cause);
        stop.countDown();
    }

    private long time(String option, String text) {
        long ns = Quantities.durationNs(text);
        if (ns == Quantities.NONE) {
            throw misused(option + " is \"" + text + "\", which is not " + Quantities.DURATION);
        }
        return ns;
    }

    private ParameterException misused(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
