// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.fault;

/** A number of things, as a sentence says it: one order, 1,000 orders. */
public final class Counted {
    private Counted() {}

    /**
     * The count and its noun.
     *
     * @param thing one of them, in a word whose plural ends in s
     */
    public static String of(long count, String thing) {
        return String.format("%,d %s%s", count, thing, count == 1 ? "" : "s");
    }
}
