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
    /** Longest symbol, in characters. */
    public static final int MAX_SYMBOL_LENGTH = 16;

    /** Most decimals of a price or quantity. */
    public static final int MAX_DECIMALS = 9;

    /** Widest band: a thousand times the reference. */
    public static final long MAX_BAND_PPM = 1_000_000_000L;

    /** Checks the values: what exists can be traded. */
    public Instrument {
        Names.require("symbol", symbol, MAX_SYMBOL_LENGTH);
        require(currency.length() <= MAX_SYMBOL_LENGTH, "the currency is too long: " + currency);
        require(isDecimals(priceDecimals), "decimals of the price must be 0 to 9");
        require(isDecimals(quantityDecimals), "decimals of the quantity must be 0 to 9");
        require(tickSize > 0, "the tick size must be positive");
        require(lotSize > 0, "the lot size must be positive");
        require(minQuantity >= 0 && maxQuantity >= 0, "quantity limits must not be negative");
        require(
                maxQuantity == 0 || minQuantity <= maxQuantity,
                "the smallest quantity is above the largest");
        require(maxNotionalHigh >= 0, "the largest notional must not be negative");
        require(bandPpm >= 0 && bandPpm <= MAX_BAND_PPM, "the band must be 0 to 100,000 percent");
        require(referencePrice >= 0, "the reference price must not be negative");
        require(phase != null, "the phase is not known");
    }

    private static boolean isDecimals(int decimals) {
        return decimals >= 0 && decimals <= MAX_DECIMALS;
    }

    private static void require(boolean good, String otherwise) {
        if (!good) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** True if a band is set. */
    public boolean hasBand() {
        return bandPpm > 0;
    }

    /** True if a largest notional is set. */
    public boolean hasMaxNotional() {
        return (maxNotionalHigh | maxNotionalLow) != 0;
    }
}
