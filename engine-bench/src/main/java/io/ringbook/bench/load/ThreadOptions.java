// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.ThreadPlan;
import io.ringbook.core.threads.WaitMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Threads of the pipeline in a paced run; mixed into the commands that make some. */
public final class ThreadOptions {
    @Option(
            names = "--threads",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ThreadLayout layout = ThreadLayout.AUTO;

    @Option(
            names = "--wait",
            description =
                    "How all stages wait: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private WaitMode wait;

    @Option(
            names = "--cpus",
            split = ",",
            paramLabel = "N",
            description = "Processors to bind to, in the order of the stages; none if left out.")
    private List<Integer> cpus = new ArrayList<>();

    /** Waiting as the exchange does by default. */
    public ThreadOptions() {
        this(WaitMode.SLEEPING);
    }

    /** Waiting otherwise by default. */
    public ThreadOptions(WaitMode wait) {
        this.wait = wait;
    }

    /** Which threads there are. */
    public ThreadLayout layout() {
        return layout;
    }

    /** How they wait and where they run. */
    public ThreadPlan plan() {
        Map<EngineThread, List<Integer>> listed = new EnumMap<>(EngineThread.class);
        int next = 0;
        for (EngineThread thread : layout.threads()) {
            if (thread.isStage() && next < cpus.size()) {
                listed.put(thread, List.of(cpus.get(next++)));
            }
        }
        return ThreadPlan.allWaiting(wait).withCpus(listed);
    }

    /** The same as words of a command line. */
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of("--threads=" + layout, "--wait=" + wait));
        if (!cpus.isEmpty()) {
            words.add(
                    "--cpus="
                            + cpus.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return words;
    }

    /** A line for people. */
    public String text() {
        return "threads "
                + layout
                + ", waiting "
                + wait
                + ", bound to "
                + (cpus.isEmpty() ? "none" : cpus);
    }
}
