// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * The timing of one engine's stages: every command from its arrival until it is published, and one
 * in so many stage by stage. The engine's threads take recorders at its start; one other thread
 * reads them.
 */
public final class StageMetrics {
    /** Rarest sampling. */
    public static final int MAX_ONE_IN = 1 << 20;

    private static final int OFF = 0;

    private final Ticker ticker;
    private final int oneIn;
    private final List<StageRecorder> recorders = new ArrayList<>();

    private StageMetrics(Ticker ticker, int oneIn) {
        this.ticker = ticker;
        this.oneIn = oneIn;
    }

    /** Nothing is timed, and no clock is read. */
    public static StageMetrics off() {
        return new StageMetrics(() -> 0, OFF);
    }

    /**
     * Stages are timed.
     *
     * @param oneIn how many commands there are to one that is timed stage by stage, 1 for all
     */
    public static StageMetrics on(Ticker ticker, int oneIn) {
        if (oneIn < 1 || oneIn > MAX_ONE_IN) {
            throw new IllegalArgumentException(
                    "one in " + oneIn + " is timed; it must be 1 to " + MAX_ONE_IN);
        }
        return new StageMetrics(ticker, oneIn);
    }

    /** True if anything is timed. */
    public boolean isOn() {
        return oneIn != OFF;
    }

    /** How many commands there are to one that is timed stage by stage; 0 if none is timed. */
    public int oneIn() {
        return oneIn;
    }

    /** The clock of all recorders. */
    public Ticker ticker() {
        return ticker;
    }

    /** Makes a recorder for a thread. */
    public synchronized StageRecorder recorder(StageTime... times) {
        StageRecorder recorder = new StageRecorder(isOn() ? times : new StageTime[0]);
        recorders.add(recorder);
        return recorder;
    }

    /**
     * Adds what all threads have recorded since the last call. May be called by any thread; it
     * waits for no stage, only for records that are being made.
     */
    public synchronized void readInto(StageHistograms histograms) {
        for (StageRecorder recorder : recorders) {
            recorder.readInto(histograms);
        }
    }
}
