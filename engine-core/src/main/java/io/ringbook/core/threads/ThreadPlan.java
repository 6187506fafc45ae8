// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.threads;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How threads are to wait and where they are to run, as configured. Immutable.
 *
 * @param waits for every stage
 * @param pinning whether {@code cpus} counts
 * @param cpus processors by thread, one for each shard with {@link EngineThread#MATCH}, else one;
 *     threads that are not bound are absent; empty unless {@link Pinning#LISTED}
 */
public record ThreadPlan(
        Map<EngineThread, WaitMode> waits, Pinning pinning, Map<EngineThread, List<Integer>> cpus) {

    /** Checks and copies. */
    public ThreadPlan {
        for (EngineThread thread : EngineThread.values()) {
            if (thread.isStage() != waits.containsKey(thread)) {
                throw new IllegalArgumentException(
                        thread.text()
                                + (thread.isStage() ? " has no wait mode" : " has a wait mode"));
            }
        }
        if (pinning != Pinning.LISTED && !cpus.isEmpty()) {
            throw new IllegalArgumentException("processors are listed, but pinning is " + pinning);
        }
        waits = Map.copyOf(waits);
        cpus = Map.copyOf(cpus);
    }

    /** All sleeping; bound if there are processors enough. */
    public static ThreadPlan defaults() {
        return allWaiting(WaitMode.SLEEPING);
    }

    /** All stages waiting in one way; bound if there are processors enough. */
    public static ThreadPlan allWaiting(WaitMode mode) {
        Map<EngineThread, WaitMode> waits = new EnumMap<>(EngineThread.class);
        for (EngineThread thread : EngineThread.values()) {
            if (thread.isStage()) {
                waits.put(thread, mode);
            }
        }
        return new ThreadPlan(waits, Pinning.AUTO, Map.of());
    }

    /** The same with listed processors. */
    public ThreadPlan withCpus(Map<EngineThread, List<Integer>> listed) {
        return new ThreadPlan(waits, Pinning.LISTED, listed);
    }

    /** How a stage waits. */
    public WaitMode wait(EngineThread stage) {
        return waits.get(stage);
    }
}
