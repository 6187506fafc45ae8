// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.plot;

/** A line of a chart. Immutable. */
public final class Series {
    private final String name;
    private final double[] x;
    private final double[] y;
    private final boolean points;

    /**
     * A line through these values.
     *
     * @param name for the legend
     * @param x places; rising
     * @param y values, as many
     * @param points true to have each value marked by a point
     */
    public Series(String name, double[] x, double[] y, boolean points) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    name + " has " + x.length + " places and " + y.length + " values");
        }
        this.name = name;
        this.x = x.clone();
        this.y = y.clone();
        this.points = points;
    }

    String name() {
        return name;
    }

    int count() {
        return x.length;
    }

    double x(int index) {
        return x[index];
    }

    double y(int index) {
        return y[index];
    }

    boolean points() {
        return points;
    }
}
