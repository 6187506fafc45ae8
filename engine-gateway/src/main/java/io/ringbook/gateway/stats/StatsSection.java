// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Times from one moment to another.
 *
 * @param durationMs between them
 * @param rows one for each time, in the order of a command's way
 */
public record StatsSection(long durationMs, List<StatsRow> rows) {
    /** The time that every command has. */
    private static final String WHOLE = "whole";

    /** Commands published. */
    public long commands() {
        return rows.stream()
                .filter(row -> row.time().equals(WHOLE))
                .mapToLong(StatsRow::count)
                .sum();
    }

    StatsSection minus(StatsSection earlier, long sinceMs) {
        List<StatsRow> difference = new ArrayList<>();
        for (int i = 0; i < Math.min(rows.size(), earlier.rows.size()); i++) {
            difference.add(rows.get(i).minus(earlier.rows.get(i), sinceMs));
        }
        return new StatsSection(sinceMs, difference);
    }
}
