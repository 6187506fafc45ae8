// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread beside the exchange that allocates as careless code does: small objects at a steady
 * rate, most of which die at once, while a share stays alive for a while and is found again through
 * a table that has long been old.
 */
public final class GarbageNeighbour {
    private static final long MIB = 1L << 20;
    private static final long STEP_NS = 1_000_000;
    private static final long STEPS_PER_SECOND = 1_000;
    private static final int LARGEST = 1_024;
    private static final int AVERAGE = LARGEST / 2;

    /** Of so many objects one stays. */
    private static final int KEPT_OF = 8;

    private final byte[][] kept;
    private final long bytesPerStep;
    private final SplittableRandom random = new SplittableRandom(20261124);
    private final Thread thread = new Thread(this::allocate, "bench-garbage");
    private volatile boolean isOver;

    /** Where every object goes first, so that none is optimised away. */
    private byte[] last;

    private GarbageNeighbour(long mibPerSecond, long keptMib) {
        kept = new byte[(int) Math.max(1, keptMib * MIB / AVERAGE)][];
        bytesPerStep = mibPerSecond * MIB / STEPS_PER_SECOND;
        thread.setDaemon(true);
    }

    /**
     * Moves in.
     *
     * @param mibPerSecond allocated; 0 for nobody
     * @param keptMib about what stays alive
     */
    public static GarbageNeighbour start(long mibPerSecond, long keptMib) {
        GarbageNeighbour neighbour = new GarbageNeighbour(mibPerSecond, keptMib);
        if (mibPerSecond > 0) {
            neighbour.thread.start();
        }
        return neighbour;
    }

    /** Moves out. */
    public void leave() {
        isOver = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void allocate() {
        long dueNs = System.nanoTime();
        while (!isOver) {
            for (long bytes = 0; bytes < bytesPerStep; bytes += last.length) {
                last = new byte[1 + random.nextInt(LARGEST)];
                if (random.nextInt(KEPT_OF) == 0) {
                    kept[random.nextInt(kept.length)] = last;
                }
            }
            dueNs += STEP_NS;
            long left = dueNs - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
