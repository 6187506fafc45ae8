// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.FixedSequenceGroup;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import io.ringbook.core.threads.WaitMode;

/**
 * Where one thread of a stage waits for the stages before it, in the way of its own stage: the
 * ring's own barriers all share one strategy, and with a blocking one wait for the producer only
 * and spin for the stage before.
 *
 * <p>A thread that comes to wait has moved its sequence on, so it wakes those behind it here. One
 * thread waits; any thread alerts.
 */
public final class StageBarrier implements SequenceBarrier {
    private static final int SLEEPING_RETRIES = 200;
    private static final long SLEEPING_NS = 20_000;

    private final Sequence before;
    private final WaitStrategy strategy;
    private final WaitStrategy behind;
    private volatile boolean alerted;

    /**
     * @param strategy of the stage
     * @param behind that of the stage behind it, null for the last
     * @param before what it waits for, one or more
     */
    public StageBarrier(WaitStrategy strategy, WaitStrategy behind, Sequence... before) {
        this.strategy = strategy;
        this.behind = behind;
        this.before = before.length == 1 ? before[0] : new FixedSequenceGroup(before);
    }

    /** A strategy for one stage, all of its threads together. */
    public static WaitStrategy strategy(WaitMode mode) {
        return switch (mode) {
            case BUSY_SPIN -> new BusySpinWaitStrategy();
            case YIELDING -> new YieldingWaitStrategy();
            case SLEEPING -> new SleepingWaitStrategy(SLEEPING_RETRIES, SLEEPING_NS);
            case BLOCKING -> new BlockingWaitStrategy();
        };
    }

    @Override
    public long waitFor(long sequence)
            throws AlertException, InterruptedException, TimeoutException {
        checkAlert();
        if (behind != null) {
            behind.signalAllWhenBlocking();
        }
        // The strategy blocks on the first sequence and spins on the second: both are the stage's.
        return strategy.waitFor(sequence, before, before, this);
    }

    @Override
    public long getCursor() {
        return before.get();
    }

    @Override
    public boolean isAlerted() {
        return alerted;
    }

    @Override
    public void alert() {
        alerted = true;
        strategy.signalAllWhenBlocking();
    }

    @Override
    public void clearAlert() {
        alerted = false;
    }

    @Override
    public void checkAlert() throws AlertException {
        if (alerted) {
            throw AlertException.INSTANCE;
        }
    }
}
