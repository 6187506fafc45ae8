// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import io.ringbook.bench.process.BenchJvm;
import io.ringbook.bench.report.ProjectFiles;
import io.ringbook.bench.stream.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process of one engine; between plays it sleeps. */
final class PipelineProcess implements AutoCloseable {
    private static final String READY = "ready";

    /** What its libraries reach into on a Java 17. */
    private static final List<String> PEER_OPENS =
            List.of(
                    "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
                    "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
                    "--add-opens=java.base/java.io=ALL-UNNAMED",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");

    private final PipelineEngine engine;
    private final BenchJvm jvm;

    private PipelineProcess(PipelineEngine engine, BenchJvm jvm) {
        this.engine = engine;
        this.jvm = jvm;
    }

    /** Starts Ringbook on this JDK. */
    static PipelineProcess ringbook(Workload workload, PipelineOptions options) throws IOException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                workload.label(),
                                Long.toString(options.seed),
                                Integer.toString(options.commands),
                                Integer.toString(PipelineOptions.ACCOUNTS)));
        words.addAll(options.threads.words());
        return started(
                PipelineEngine.RINGBOOK,
                BenchJvm.start("ringbook", options.flags(), RingbookProcess.class, words));
    }

    /**
     * Starts exchange-core on its own JDK.
     *
     * @param file the stream
     */
    static PipelineProcess exchangeCore(PeerJdk jdk, Path file, PipelineOptions options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(jdk.java()));
        command.addAll(PEER_OPENS);
        command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        command.addAll(options.peerFlags());
        command.add("-jar");
        command.add(
                ProjectFiles.root().resolve("engine-bench/peers/target/ringbook-peers.jar") + "");
        command.add(file.toString());
        command.add(options.peerWait.name());
        return started(PipelineEngine.EXCHANGE_CORE, BenchJvm.start("exchange-core", command));
    }

    private static PipelineProcess started(PipelineEngine engine, BenchJvm jvm) throws IOException {
        for (String line = jvm.answer(); !line.equals(READY); line = jvm.answer()) {
            // Whatever a library says as it is loaded.
        }
        return new PipelineProcess(engine, jvm);
    }

    PipelineEngine engine() {
        return engine;
    }

    /** Plays the stream there. */
    Played play(Play asked) throws IOException {
        jvm.ask(asked.line());
        return Played.of(jvm.figures());
    }

    @Override
    public void close() {
        jvm.close();
    }
}
