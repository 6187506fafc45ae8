// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/** How values become places, and which of them are named. Immutable. */
public final class Axis {
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final int MOST_LINEAR_TICKS = 8;
    private static final int DECADES_WITH_STEPS = 3;

    /** A tick: a value, and what it is called; unnamed ones are thin lines. */
    record Tick(double value, String label) {}

    private enum Scale {
        LINEAR,
        LOG,
        PERCENTILE
    }

    private final Scale scale;
    private final String label;
    private final DoubleFunction<String> tickLabel;

    private Axis(Scale scale, String label, DoubleFunction<String> tickLabel) {
        this.scale = scale;
        this.label = label;
        this.tickLabel = tickLabel;
    }

    /** Equal differences are equally long; begins at 0. */
    public static Axis linear(String label, DoubleFunction<String> tickLabel) {
        return new Axis(Scale.LINEAR, label, tickLabel);
    }

    /** Equal ratios are equally long; for positive values. */
    public static Axis log(String label, DoubleFunction<String> tickLabel) {
        return new Axis(Scale.LOG, label, tickLabel);
    }

    /**
     * Percentiles by what lies above them: from 90 to 99 is as long as from 99 to 99.9. Values are
     * 0 to less than 100.
     */
    public static Axis percentile(String label) {
        return new Axis(Scale.PERCENTILE, label, Axis::percent);
    }

    String label() {
        return label;
    }

    /** What a value is on this axis, on which equal lengths are equal differences. */
    double place(double value) {
        return places().applyAsDouble(value);
    }

    private DoubleUnaryOperator places() {
        return switch (scale) {
            case LINEAR -> value -> value;
            case LOG -> value -> Math.log10(Math.max(value, Double.MIN_NORMAL));
            case PERCENTILE -> value -> -Math.log10(1 - Math.min(value, 99.999_999) / 100);
        };
    }

    /** The ends of an axis that shows these values: first and last of {@link #ticks} or beyond. */
    double[] range(double least, double most) {
        return switch (scale) {
            case LINEAR -> {
                double step = linearStep(most);
                yield new double[] {0, Math.max(step, Math.ceil(most / step) * step)};
            }
            case LOG -> {
                double from = Math.pow(10, Math.floor(Math.log10(Math.max(least, 1e-9))));
                double to = Math.pow(10, Math.ceil(Math.log10(Math.max(most, 1e-9))));
                yield new double[] {from, to > from ? to : from * 10};
            }
            case PERCENTILE -> new double[] {0, Math.max(most, 99)};
        };
    }

    /** The ticks of a range, rising. */
    List<Tick> ticks(double from, double to) {
        List<Tick> ticks = new ArrayList<>();
        switch (scale) {
            case LINEAR -> {
                double step = linearStep(to);
                for (int i = 0; i * step <= to * 1.0001; i++) {
                    ticks.add(new Tick(i * step, tickLabel.apply(i * step)));
                }
            }
            case LOG -> addDecades(ticks, from, to);
            case PERCENTILE -> {
                ticks.add(new Tick(0, percent(0)));
                ticks.add(new Tick(50, percent(50)));
                for (double above = 10; 100 - above <= to * 1.000_000_001; above /= 10) {
                    ticks.add(new Tick(100 - above, percent(100 - above)));
                }
            }
        }
        return ticks;
    }

    private void addDecades(List<Tick> ticks, double from, double to) {
        boolean few = Math.log10(to / from) <= DECADES_WITH_STEPS;
        for (double decade = from; decade <= to * 1.0001; decade *= 10) {
            for (int i = 1; i < 10 && decade * i <= to * 1.0001; i++) {
                boolean named = i == 1 || (few && (i == 2 || i == 5));
                ticks.add(new Tick(decade * i, named ? tickLabel.apply(decade * i) : ""));
            }
        }
    }

    private static double linearStep(double most) {
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(most, 1e-9))) - 1);
        for (int decade = 0; decade < 2; decade++) {
            for (double step : STEPS) {
                if (most / (unit * step) <= MOST_LINEAR_TICKS) {
                    return unit * step;
                }
            }
            unit *= 10;
        }
        return unit;
    }

    /** As many digits as it takes: 99.99 %. */
    private static String percent(double value) {
        double above = 100 - value;
        int decimals = above >= 1 ? 0 : (int) Math.round(-Math.log10(above));
        return String.format("%." + decimals + "f %%", value);
    }
}
