// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.threads.ThreadPlan;

/**
 * Sizes and threads of an engine. None of it changes what the engine answers, but for {@code
 * maxEvents}.
 *
 * @param layout which threads run the stages
 * @param threads how they wait and where they run
 * @param shards match shards, at least 1; more than one not with {@link ThreadLayout#SINGLE}
 * @param ringSize slots of the ring, a power of two
 * @param expectedOrders live orders whose records are in memory from the beginning; for more there
 *     is memory as they come, and nothing is moved
 * @param expectedIds client order ids, and commands, of a day for which memory is there from the
 *     start
 * @param maxEvents largest number of events in a record (rule 2.8); smaller only in tests
 */
public record EngineConfig(
        ThreadLayout layout,
        ThreadPlan threads,
        int shards,
        int ringSize,
        int expectedOrders,
        int expectedIds,
        int maxEvents) {
    /** Rule 2.8. */
    public static final int MAX_EVENTS = 65_536;

    /** Most match shards. */
    public static final int MAX_SHARDS = 64;

    private static final int MAX_RING_SIZE = 1 << 20;

    /** Checks the values. */
    public EngineConfig {
        if (shards < 1 || shards > MAX_SHARDS) {
            throw new IllegalArgumentException(
                    "shards is " + shards + "; it must be 1 to " + MAX_SHARDS);
        }
        if (layout == ThreadLayout.SINGLE && shards > 1) {
            throw new IllegalArgumentException(
                    "threads = single runs one shard, but shards is " + shards);
        }
        if (ringSize < 2 || ringSize > MAX_RING_SIZE || Integer.bitCount(ringSize) != 1) {
            throw new IllegalArgumentException(
                    "the ring size is " + ringSize + "; it must be a power of two, 2 to 1048576");
        }
        if (expectedOrders < 1 || expectedIds < 1 || maxEvents < 8 || maxEvents > MAX_EVENTS) {
            throw new IllegalArgumentException(
                    "expected orders and ids must be positive, events of a record 8 to 65536");
        }
    }

    /** Sizes, with threads that wait and run as they do by default. */
    public EngineConfig(
            ThreadLayout layout,
            int shards,
            int ringSize,
            int expectedOrders,
            int expectedIds,
            int maxEvents) {
        this(
                layout,
                ThreadPlan.defaults(),
                shards,
                ringSize,
                expectedOrders,
                expectedIds,
                maxEvents);
    }

    /** Defaults with one shard. */
    public static EngineConfig defaults(ThreadLayout layout) {
        return new EngineConfig(layout, 1, 1024, 1 << 14, 1 << 16, MAX_EVENTS);
    }

    /** The same with so many shards. */
    public EngineConfig withShards(int count) {
        return new EngineConfig(
                layout, threads, count, ringSize, expectedOrders, expectedIds, maxEvents);
    }

    /** The same with another bound on the events of a record. */
    public EngineConfig withMaxEvents(int count) {
        return new EngineConfig(
                layout, threads, shards, ringSize, expectedOrders, expectedIds, count);
    }

    /** The same with threads that wait and run otherwise. */
    public EngineConfig withThreads(ThreadPlan plan) {
        return new EngineConfig(
                layout, plan, shards, ringSize, expectedOrders, expectedIds, maxEvents);
    }
}
