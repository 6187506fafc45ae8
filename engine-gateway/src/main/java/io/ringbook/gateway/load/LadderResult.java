// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a ladder has found.
 *
 * @param steps in the order in which they were run; a rate that was missed at first stands twice
 * @param bounds what was asked of each
 * @param knee highest rate that was kept, orders a second; 0 if none was
 */
public record LadderResult(List<StepResult> steps, Ladder.Bounds bounds, long knee) {
    public LadderResult {
        steps = List.copyOf(steps);
    }

    /** The last step at each rate, by rate. */
    public List<StepResult> byRate() {
        List<StepResult> sorted = new ArrayList<>(steps);
        sorted.sort(Comparator.comparingLong(result -> result.step().perSecond()));
        List<StepResult> last = new ArrayList<>();
        for (StepResult result : sorted) {
            if (!last.isEmpty() && last.getLast().step().perSecond() == result.step().perSecond()) {
                last.removeLast();
            }
            last.add(result);
        }
        return last;
    }

    /** True if the highest rate asked for was kept: the knee lies above it. */
    public boolean isOpen() {
        return knee == bounds.to();
    }
}
