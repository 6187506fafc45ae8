// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.steady;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringbook.bench.gc.JvmReading;
import io.ringbook.bench.process.BenchJvm;
import io.ringbook.bench.process.Figures;
import io.ringbook.gateway.config.ServeConfigReader;
import io.ringbook.gateway.serve.ServedExchange;
import io.ringbook.gateway.tcp.ServerListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * A JVM with an exchange as {@code serve} starts it, which says for each line that it is sent what
 * it has used since the last one. The thread that reads takes no part in the exchange and is not
 * counted. It ends with its input.
 */
public final class SteadyProcess implements AutoCloseable {
    private static final String PORT = "port";

    private final BenchJvm jvm;
    private final int port;

    private SteadyProcess(BenchJvm jvm, int port) {
        this.jvm = jvm;
        this.port = port;
    }

    /** Starts one. */
    static SteadyProcess start(List<String> flags, Path configuration) throws IOException {
        BenchJvm jvm =
                BenchJvm.start(
                        "the exchange",
                        flags,
                        SteadyProcess.class,
                        List.of(configuration.toString()));
        return new SteadyProcess(jvm, (int) jvm.figures().number(PORT));
    }

    int port() {
        return port;
    }

    /** What it has used since it was asked before. */
    JvmReading.Use use() throws IOException {
        jvm.ask("");
        return JvmReading.Use.of(jvm.figures());
    }

    @Override
    public void close() {
        jvm.close();
    }

    /**
     * What runs in the other JVM.
     *
     * @param args the configuration
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        ServedExchange exchange =
                ServedExchange.start(
                        ServeConfigReader.read(Path.of(args[0])),
                        new ServerListener() {},
                        SteadyProcess::failed,
                        notice -> {});
        new Figures().put(PORT, exchange.port()).print(out);
        JvmReading last = JvmReading.take();
        while (in.readLine() != null) {
            JvmReading now = JvmReading.take();
            Figures figures = new Figures();
            now.since(last).put(figures);
            figures.print(out);
            last = now;
        }
        // Its data goes with the folder: there is nothing to stop cleanly for.
        Runtime.getRuntime().halt(0);
    }

    private static void failed(Throwable cause) {
        cause.printStackTrace();
        Runtime.getRuntime().halt(1);
    }
}
