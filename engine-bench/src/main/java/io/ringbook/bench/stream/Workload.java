// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

import java.util.Locale;

/** The streams that there are, by the names that the command line takes. */
public enum Workload {
    /** 1,000 resting orders in 260 to 300 levels. */
    THIN(1_000, 20, 0),
    /** 100,000 resting orders in 9,300 to 9,800 levels. */
    DEEP(100_000, 300, 0),
    /** A middle that stays: about 42,000 orders come to rest in some 90 levels. */
    STATIC(0, 0, 0),
    /** A middle that walks a little. */
    NORMAL(0, 0, 0.02),
    /** A middle that walks far. */
    SWING_25(0, 0, 0.25),
    /** A middle that walks farther. */
    SWING_40(0, 0, 0.40),
    /** A middle that walks over tens of thousands of ticks. */
    FLASH_CRASH(0, 0, 0.60);

    /** Measured commands of a steady stream; a walk has no more than about two million. */
    public static final int COMMANDS = 3_000_000;

    /** The seed of published figures. */
    public static final long SEED = 42;

    private final int resting;
    private final double scale;
    private final double swing;

    Workload(int resting, double scale, double swing) {
        this.resting = resting;
        this.scale = scale;
        this.swing = swing;
    }

    /**
     * Makes the stream; a second or two for {@link #COMMANDS}.
     *
     * @param seed the same seed gives the same stream
     * @param commands to be measured, at most
     */
    public RecordedStream record(long seed, int commands) {
        return resting > 0
                ? SteadyFlow.record(seed, resting, scale, commands)
                : WalkFlow.record(seed, swing, commands);
    }

    /** {@code swing-25} for {@link #SWING_25}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The workload with a label, or null. */
    public static Workload of(String label) {
        for (Workload workload : values()) {
            if (workload.label().equals(label)) {
                return workload;
            }
        }
        return null;
    }
}
