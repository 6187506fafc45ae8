// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.image;

/** Takes the price levels of one side, best first. */
@FunctionalInterface
public interface LevelVisitor {
    /**
     * One level.
     *
     * @param price mantissa
     * @param quantity sum of the leaves quantities, mantissa
     * @param orderCount orders at this price
     */
    void onLevel(long price, long quantity, int orderCount);
}
