// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.threads;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which processor each thread is bound to: a {@link ThreadPlan} on a machine. Immutable. */
public final class ThreadCpus {
    /** Bound to none. */
    public static final int FREE = -1;

    private final Map<EngineThread, List<Integer>> cpus;

    private ThreadCpus(Map<EngineThread, List<Integer>> cpus) {
        this.cpus = cpus;
    }

    /**
     * Gives each thread its processor.
     *
     * @param running the threads that there are
     * @param shards how many of {@link EngineThread#MATCH}
     * @param allowed processors that the system schedules this process on
     * @throws IllegalArgumentException with a sentence if a listed processor cannot be had, or the
     *     list does not fit the threads
     */
    public static ThreadCpus of(
            ThreadPlan plan, Set<EngineThread> running, int shards, BitSet allowed) {
        return switch (plan.pinning()) {
            case NONE -> new ThreadCpus(Map.of());
            case LISTED -> listed(plan.cpus(), running, shards);
            case AUTO -> automatic(running, shards, allowed);
        };
    }

    /**
     * How many processors {@link Pinning#AUTO} wants for such threads: one for each, and one for
     * all else that runs in the process.
     */
    public static int wanted(Set<EngineThread> running, int shards) {
        return running.size() + (running.contains(EngineThread.MATCH) ? shards : 1);
    }

    private static ThreadCpus listed(
            Map<EngineThread, List<Integer>> cpus, Set<EngineThread> running, int shards) {
        cpus.forEach(
                (thread, numbers) -> {
                    String fault = fault(thread, numbers, running, shards);
                    if (fault != null) {
                        throw new IllegalArgumentException(
                                "the processor of " + thread.text() + " " + fault);
                    }
                });
        return new ThreadCpus(cpus);
    }

    /** What is wrong with the processors listed for a thread, to go behind its name; or null. */
    public static String fault(
            EngineThread thread, List<Integer> numbers, Set<EngineThread> running, int shards) {
        if (!running.contains(thread)) {
            return "is listed, but these threads have no " + thread.text() + " among them";
        }
        int count = thread == EngineThread.MATCH ? shards : 1;
        if (numbers.size() != count) {
            return "is listed "
                    + numbers.size()
                    + " times; "
                    + (count == 1 ? "there is one thread" : "there are " + count + " shards");
        }
        for (int number : numbers) {
            if (!Processors.mayUse(number)) {
                return "is "
                        + number
                        + ", which this process may not use; "
                        + (Processors.isSupported()
                                ? "it may use " + Processors.text(Processors.ofProcess())
                                : "threads can be bound on Linux only");
            }
        }
        return null;
    }

    /** The lowest allowed one is left to all else: the system puts its interrupts there. */
    private static ThreadCpus automatic(Set<EngineThread> running, int shards, BitSet allowed) {
        Map<EngineThread, List<Integer>> cpus = new EnumMap<>(EngineThread.class);
        if (running.contains(EngineThread.MATCH)
                && allowed.cardinality() >= wanted(running, shards)) {
            int[] numbers = allowed.stream().skip(1).toArray();
            int next = 0;
            for (EngineThread thread : EngineThread.values()) {
                if (running.contains(thread)) {
                    int count = thread == EngineThread.MATCH ? shards : 1;
                    List<Integer> own = new ArrayList<>();
                    for (int i = 0; i < count; i++) {
                        own.add(numbers[next++]);
                    }
                    cpus.put(thread, List.copyOf(own));
                }
            }
        }
        return new ThreadCpus(cpus);
    }

    /** True if no thread is bound. */
    public boolean isEmpty() {
        return cpus.isEmpty();
    }

    /**
     * The processor of a thread, or {@link #FREE}.
     *
     * @param index of the shard with {@link EngineThread#MATCH}, else 0
     */
    public int cpu(EngineThread thread, int index) {
        List<Integer> own = cpus.get(thread);
        return own == null ? FREE : own.get(index);
    }

    /** As {@code io 1, match 2 3}; empty if no thread is bound. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (EngineThread thread : EngineThread.values()) {
            if (cpus.containsKey(thread)) {
                text.append(text.isEmpty() ? "" : ", ").append(thread.text());
                cpus.get(thread).forEach(number -> text.append(' ').append(number));
            }
        }
        return text.toString();
    }
}
