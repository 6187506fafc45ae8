// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import java.util.Arrays;

/**
 * Of the same figure in several rounds: the middle, and what lies around it.
 *
 * @param median mean of the two in the middle if there is an even number
 * @param least the smallest
 * @param most the largest
 */
public record Spread(double median, double least, double most) {
    /** Of at least one value. */
    public static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
