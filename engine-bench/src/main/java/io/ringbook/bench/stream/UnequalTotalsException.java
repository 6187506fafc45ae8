// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

/** An engine traded otherwise than the model: its time says nothing. */
public final class UnequalTotalsException extends Exception {
    private static final long serialVersionUID = 1L;

    private UnequalTotalsException(String message) {
        super(message);
    }

    /**
     * Compares what an engine did with what the model did.
     *
     * @param engine its name
     * @param workload the stream's name
     * @throws UnequalTotalsException if they differ
     */
    public static void require(
            String engine, String workload, TradeTally.Totals totals, TradeTally.Totals model)
            throws UnequalTotalsException {
        if (!totals.equals(model)) {
            throw new UnequalTotalsException(
                    engine
                            + " does not do on "
                            + workload
                            + " what the model does: "
                            + totals
                            + ", the model "
                            + model);
        }
    }
}
