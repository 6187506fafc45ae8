// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.instrument;

import io.ringbook.core.order.Phase;

/**
 * Definition of one instrument. Immutable.
 *
 * @param instrumentId ours, from 1
 * @param symbol 1 to 16 printable ASCII characters
 * @param currency ISO 4217 code, or empty
 * @param priceDecimals decimals of every price mantissa, 0 to 9
 * @param quantityDecimals decimals of every quantity mantissa, 0 to 9
 * @param tickSize price grid, mantissa, positive
 * @param lotSize quantity grid, mantissa, positive
 * @param minQuantity smallest order quantity, mantissa; 0 is no limit
 * @param maxQuantity largest order quantity, mantissa; 0 is no limit
 * @param maxNotionalHigh upper 64 bits of the largest notional (price times quantity mantissa)
 * @param maxNotionalLow lower 64 bits; both halves 0 is no limit
 * @param bandPpm width of the price band in millionths of the reference; 0 is no band
 * @param referencePrice previous close at the start, mantissa; 0 is none
 * @param phase phase at the start
 */
public record Instrument(
        int instrumentId,
        String symbol,
        String currency,
        int priceDecimals,
        int quantityDecimals,
        long tickSize,
        long lotSize,
        long minQuantity,
        long maxQuantity,
        long maxNotionalHigh,
        long maxNotionalLow,
        long bandPpm,
        long referencePrice,
        Phase phase) {

    /** True if a band is set. */
    public boolean hasBand() {
        return bandPpm > 0;
    }

    /** True if a largest notional is set. */
    public boolean hasMaxNotional() {
        return (maxNotionalHigh | maxNotionalLow) != 0;
    }
}
