// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the processors' time since this was made went to other guests of the host, by {@code
 * /proc/stat}: what a virtual machine cannot see otherwise.
 */
public final class Steal {
    private static final int STEAL = 8;

    /** Columns behind this are parts of earlier ones. */
    private static final int LAST = 8;

    private final Path stat;
    private final long[] before;

    /** Counts from here. */
    public static Steal start() {
        return new Steal(Path.of("/proc/stat"));
    }

    Steal(Path stat) {
        this.stat = stat;
        this.before = read();
    }

    /** Per cent since the start; NaN where the system does not say. */
    public double percent() {
        long[] now = read();
        long all = now[0] - before[0];
        return all <= 0 ? Double.NaN : 100.0 * (now[1] - before[1]) / all;
    }

    /** All ticks and stolen ones. */
    private long[] read() {
        try {
            String[] columns = Files.readAllLines(stat).getFirst().split(" +", -1);
            long all = 0;
            for (int i = 1; i <= LAST; i++) {
                all += Long.parseLong(columns[i]);
            }
            return new long[] {all, Long.parseLong(columns[STEAL])};
        } catch (IOException e) {
            return new long[2];
        }
    }
}
