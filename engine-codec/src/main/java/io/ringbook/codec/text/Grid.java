// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.text;

/**
 * Mantissas and whole steps: ticks of a price, lots of a quantity. A step is a positive mantissa,
 * and mantissas here are not negative.
 */
public final class Grid {
    private Grid() {}

    /** True if the mantissa is a whole number of steps. */
    public static boolean isWhole(long mantissa, long step) {
        return mantissa % step == 0;
    }

    /** Whole steps in the mantissa, what is left over dropped. */
    public static long floorSteps(long mantissa, long step) {
        return mantissa / step;
    }

    /** Whole steps that reach the mantissa. */
    public static long ceilSteps(long mantissa, long step) {
        long steps = mantissa / step;
        return steps * step == mantissa ? steps : steps + 1;
    }

    /** True if so many steps fit into a mantissa. */
    public static boolean fits(long steps, long step) {
        return steps <= Long.MAX_VALUE / step;
    }

    /** Mantissa of so many steps, which must fit. */
    public static long mantissa(long steps, long step) {
        assert fits(steps, step) : steps + " steps of " + step;
        return steps * step;
    }
}
