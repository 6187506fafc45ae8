// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.run;

import io.ringbook.gateway.records.RunCounts;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What came of a command file.
 *
 * @param counts records of this run, by kind
 * @param lineCount lines of the file that became commands
 * @param badLineCount malformed lines
 * @param badLines the first of them, a sentence each
 * @param elapsedNs from the first line to the last published record
 * @param processingNs time of each line's command on the one thread that does everything; null with
 *     other threads, where a command waits behind those before it
 * @param recoveredSequence sequence that the journal went on after; 0 if it was new or there is
 *     none
 * @param check the comparison with an order book file; null if none was asked for
 */
public record MatchResult(
        RunCounts counts,
        long lineCount,
        long badLineCount,
        List<String> badLines,
        long elapsedNs,
        Histogram processingNs,
        long recoveredSequence,
        Check check) {

    /**
     * A comparison with an order book file.
     *
     * @param rows rows compared
     * @param levels levels per side compared
     * @param differentRows rows at which the book is another
     * @param differences the first of them, a sentence each
     * @param iocOrders IOC orders
     * @param iocFilled those that traded in full, at once, at their own price
     */
    public record Check(
            long rows,
            int levels,
            long differentRows,
            List<String> differences,
            long iocOrders,
            long iocFilled) {

        /** True if every row is equal. */
        public boolean isEqual() {
            return differentRows == 0;
        }
    }
}
