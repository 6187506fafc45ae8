// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

/**
 * The engine that {@code yardstick.c} makes and calls, all on the harness' matcher thread. Names
 * and signatures of the public methods are known there.
 */
public final class YardstickEngine {
    private static final int EXPECTED_ORDERS = 65_536;
    private static final int WARM_UP_ROUNDS = 10;
    private static final long[] WARM_UP_WIDTHS = {32, 1_000, 40_000};

    private final Player player;

    private YardstickEngine(Player player) {
        this.player = player;
    }

    /**
     * An engine that has been warmed up and is empty.
     *
     * @param ring true to report into a {@link RingOutlet}, false for the harness' own queue
     * @param memory address of the ring's control block, or of the buffer for reports on their way
     *     to the harness' queue
     * @param capacity reports in the ring or the buffer
     * @param scratch like {@code memory}, but nobody reads it: reports of the warm-up
     * @param scratchCapacity reports in {@code scratch}
     * @param echo answer without an engine, for the floor
     */
    public static YardstickEngine start(
            boolean ring,
            long memory,
            long capacity,
            long scratch,
            long scratchCapacity,
            boolean echo) {
        for (long width : WARM_UP_WIDTHS) {
            Player player = player(outlet(ring, scratch, scratchCapacity), echo);
            new WarmUp(width).play(player, WARM_UP_ROUNDS);
        }
        return new YardstickEngine(player(outlet(ring, memory, capacity), echo));
    }

    private static Outlet outlet(boolean ring, long memory, long capacity) {
        return ring ? new RingOutlet(memory, capacity) : new HarnessOutlet(memory, capacity);
    }

    private static Player player(Outlet outlet, boolean echo) {
        ReportWriter out = new ReportWriter(outlet);
        return echo ? new EchoPlayer(out) : new BookPlayer(out, EXPECTED_ORDERS);
    }

    /** Plays a run of messages. */
    public void play(long messages, int count) {
        player.play(messages, count);
    }

    /** Highest bid, ticks; {@link Long#MIN_VALUE} without one. */
    public long bestBid() {
        return player.bestBid();
    }

    /** Lowest ask, ticks; {@link Long#MAX_VALUE} without one. */
    public long bestAsk() {
        return player.bestAsk();
    }

    /** Lots that rest at a price; side 0 is buy. */
    public long quantityAt(long price, int side) {
        return player.quantityAt(price, side);
    }
}
