// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.tcp.ConnectionLoop;
import io.ringbook.gateway.tcp.ServerPort;
import io.ringbook.gateway.tcp.ServerSettings;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** A running echo: a thread and a port. */
public final class EchoServer implements AutoCloseable {
    private static final long JOIN_MS = 5_000;

    private final int port;
    private final Thread thread;
    private final Closeable stop;

    private EchoServer(int port, Runnable loop, Closeable stop) {
        this.port = port;
        this.stop = stop;
        this.thread = new Thread(loop, "ringbook-echo");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Takes the port and answers.
     *
     * @param failures told when nothing is answered any more; on any thread
     * @throws Fault if the port cannot be had
     */
    public static EchoServer start(EchoSettings settings, Consumer<Throwable> failures) {
        try {
            if (settings.io() == EchoIo.BLOCKING) {
                BlockingEcho echo = new BlockingEcho(settings, failures);
                return new EchoServer(echo.port(), echo, echo);
            }
            ServerPort port =
                    ServerPort.bind(
                            ServerSettings.defaults(settings.listen())
                                    .withIdleSpinNs(settings.idleSpinNs()));
            ConnectionLoop<EchoConversation> loop =
                    new ConnectionLoop<>(port, new EchoDuty(new Stall(settings), failures));
            return new EchoServer(port.number(), loop, loop::stop);
        } catch (IOException e) {
            throw new Fault(
                    "cannot listen on "
                            + settings.listen().getAddress().getHostAddress()
                            + ":"
                            + settings.listen().getPort()
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        try {
            stop.close();
            thread.join(JOIN_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
