// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.Pinning;
import io.ringbook.core.threads.ThreadCpus;
import io.ringbook.core.threads.ThreadPlan;
import io.ringbook.core.threads.WaitMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code wait}, {@code pinning} and {@code cpus} of the engine. */
final class ThreadSection {
    private final ConfigSection engine;

    ThreadSection(ConfigSection engine) {
        this.engine = engine;
    }

    /**
     * Reads them.
     *
     * @param layout that decides which threads there are
     * @param shards match threads
     */
    ThreadPlan read(ThreadLayout layout, int shards) {
        Map<EngineThread, WaitMode> waits = waits(engine.section("wait"));
        Pinning pinning = engine.word("pinning", Pinning.class, Pinning.AUTO);
        Map<EngineThread, List<Integer>> cpus =
                cpus(engine.section("cpus"), pinning, layout, shards);
        return new ThreadPlan(waits, pinning, cpus);
    }

    private static Map<EngineThread, WaitMode> waits(ConfigSection section) {
        ThreadPlan plain = ThreadPlan.defaults();
        Map<EngineThread, WaitMode> waits = new EnumMap<>(EngineThread.class);
        for (EngineThread thread : EngineThread.values()) {
            if (thread.isStage()) {
                waits.put(thread, section.word(thread.text(), WaitMode.class, plain.wait(thread)));
            }
        }
        section.end();
        return waits;
    }

    private static Map<EngineThread, List<Integer>> cpus(
            ConfigSection section, Pinning pinning, ThreadLayout layout, int shards) {
        Map<EngineThread, List<Integer>> cpus = new EnumMap<>(EngineThread.class);
        for (EngineThread thread : EngineThread.values()) {
            List<Integer> numbers = section.numbers(thread.text());
            if (numbers.isEmpty()) {
                continue;
            }
            String fault =
                    pinning == Pinning.LISTED
                            ? ThreadCpus.fault(thread, numbers, layout.threads(), shards)
                            : "is listed, but engine.pinning is not; set it to listed, or leave"
                                    + " the list out";
            if (fault == null) {
                cpus.put(thread, numbers);
            } else {
                section.fault(thread.text(), fault);
            }
        }
        section.end();
        return cpus;
    }
}
