// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.tick;

/**
 * Makes a mantissa of a {@code double}, rounded half-even, exactly: the value rounded is the one
 * that the bits stand for, without a rounding before it. Integer arithmetic in 128 bits; no
 * platform or mode of the processor can change it.
 *
 * <p>A finite double is m · 2<sup>e</sup> with m below 2<sup>53</sup>; at most 9 decimals make m ·
 * 10<sup>d</sup> below 2<sup>83</sup>, which is then shifted by e. Holds the last mantissa, so one
 * thread.
 */
public final class PriceRounder {
    /** Most decimals of a mantissa. */
    public static final int MAX_DECIMALS = 9;

    private static final long[] POWER_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };
    private static final int FRACTION_BITS = 52;
    private static final int EXPONENT_BIAS = 1023 + FRACTION_BITS;

    /** From here on every product is below one half, since it is below 2^83. */
    private static final int ALL_BITS_SHIFTED_OUT = 84;

    private long mantissa;

    /** Rounds a price to {@code decimals}, 0 to {@link #MAX_DECIMALS}. */
    public PriceFault round(double price, int decimals) {
        mantissa = 0;
        if (!Double.isFinite(price)) {
            return PriceFault.NOT_FINITE;
        }
        if (price <= 0) {
            return PriceFault.NOT_POSITIVE;
        }
        long bits = Double.doubleToRawLongBits(price);
        int biased = (int) (bits >>> FRACTION_BITS);
        long fraction = bits & ((1L << FRACTION_BITS) - 1);
        long significand = biased == 0 ? fraction : fraction | 1L << FRACTION_BITS;
        int exponent = Math.max(biased, 1) - EXPONENT_BIAS;
        long high = Math.multiplyHigh(significand, POWER_OF_TEN[decimals]);
        long low = significand * POWER_OF_TEN[decimals];
        return exponent >= 0 ? shiftLeft(high, low, exponent) : shiftRight(high, low, -exponent);
    }

    /** The mantissa rounded last, positive, when there was no fault; else 0. */
    public long mantissa() {
        return mantissa;
    }

    private PriceFault shiftLeft(long high, long low, int count) {
        if (high != 0 || low < 0 || count >= Long.numberOfLeadingZeros(low)) {
            return PriceFault.TOO_LARGE;
        }
        mantissa = low << count;
        return PriceFault.NONE;
    }

    private PriceFault shiftRight(long high, long low, int count) {
        if (count >= ALL_BITS_SHIFTED_OUT) {
            return PriceFault.NOT_POSITIVE;
        }
        if (count >= Long.SIZE) {
            return shiftRightByWord(high, low, count);
        }
        if (high >>> (count - 1) != 0) {
            return PriceFault.TOO_LARGE;
        }
        long whole = high << (Long.SIZE - count) | low >>> count;
        long rest = low & ((1L << count) - 1);
        return store(whole, Long.compareUnsigned(rest, 1L << (count - 1)));
    }

    /** Shift by 64 or more: the low word only decides whether the rest is more than a half. */
    private PriceFault shiftRightByWord(long high, long low, int count) {
        int highCount = count - Long.SIZE;
        if (highCount == 0) {
            return store(high, Long.compareUnsigned(low, Long.MIN_VALUE));
        }
        long rest = high & ((1L << highCount) - 1);
        int againstHalf = Long.compareUnsigned(rest, 1L << (highCount - 1));
        return store(high >>> highCount, againstHalf == 0 && low != 0 ? 1 : againstHalf);
    }

    private PriceFault store(long whole, int restAgainstHalf) {
        boolean isUp = restAgainstHalf > 0 || (restAgainstHalf == 0 && (whole & 1) != 0);
        long rounded = isUp ? whole + 1 : whole;
        if (rounded < 0) {
            return PriceFault.TOO_LARGE;
        }
        if (rounded == 0) {
            return PriceFault.NOT_POSITIVE;
        }
        mantissa = rounded;
        return PriceFault.NONE;
    }
}
