// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A line chart: title, legend, grid, lines, and vertical marks. 840 by 480 units, scales to
 * whatever it is shown in. Colors are told apart by people with any sight (Okabe and Ito).
 */
public final class Chart {
    private static final int WIDTH = 840;
    private static final int HEIGHT = 480;
    private static final int LEFT = 84;
    private static final int RIGHT = WIDTH - 24;
    private static final int TOP = 76;
    private static final int BOTTOM = HEIGHT - 60;
    private static final int LEGEND_Y = 54;
    private static final int CHARACTER_WIDTH = 7;
    private static final String[] COLORS = {
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00"
    };

    private final String title;
    private final Axis xAxis;
    private final Axis yAxis;
    private final List<Series> lines = new ArrayList<>();
    private final List<Axis.Tick> marks = new ArrayList<>();
    private final StringBuilder svg = new StringBuilder();
    private double[] xRange;
    private double[] yRange;

    /** An empty chart. */
    public Chart(String title, Axis xAxis, Axis yAxis) {
        this.title = title;
        this.xAxis = xAxis;
        this.yAxis = yAxis;
    }

    /** Adds a line. */
    public Chart add(Series line) {
        lines.add(line);
        return this;
    }

    /** Adds a vertical line with a few words. */
    public Chart mark(double x, String words) {
        marks.add(new Axis.Tick(x, words));
        return this;
    }

    /**
     * The chart as text.
     *
     * @throws IllegalStateException if it has no value
     */
    public String svg() {
        xRange = range(xAxis, true);
        yRange = range(yAxis, false);
        svg.setLength(0);
        svg.append(
                String.format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                                + " font-family=\"sans-serif\" font-size=\"13\">%n",
                        WIDTH, HEIGHT));
        svg.append(String.format("<title>%s</title>%n", escaped(title)));
        svg.append(
                String.format(
                        "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n", WIDTH, HEIGHT));
        text(LEFT, 28, "start", "font-size=\"16\" font-weight=\"bold\"", title);
        grid();
        marks.forEach(this::drawMark);
        for (int i = 0; i < lines.size(); i++) {
            draw(lines.get(i), COLORS[i % COLORS.length]);
        }
        legend();
        return svg.append("</svg>\n").toString();
    }

    private double[] range(Axis axis, boolean ofX) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Series line : lines) {
            for (int i = 0; i < line.count(); i++) {
                double value = ofX ? line.x(i) : line.y(i);
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (least > most) {
            throw new IllegalStateException("a chart without a value: " + title);
        }
        return axis.range(least, most);
    }

    private void grid() {
        for (Axis.Tick tick : xAxis.ticks(xRange[0], xRange[1])) {
            double x = x(tick.value());
            line(x, TOP, x, BOTTOM, tick.label().isEmpty() ? "#f0f0f0" : "#dddddd");
            text(x, BOTTOM + 20, "middle", "fill=\"#444444\"", tick.label());
        }
        for (Axis.Tick tick : yAxis.ticks(yRange[0], yRange[1])) {
            double y = y(tick.value());
            line(LEFT, y, RIGHT, y, tick.label().isEmpty() ? "#f0f0f0" : "#dddddd");
            text(LEFT - 8, y + 4, "end", "fill=\"#444444\"", tick.label());
        }
        line(LEFT, BOTTOM, RIGHT, BOTTOM, "#444444");
        line(LEFT, TOP, LEFT, BOTTOM, "#444444");
        text((LEFT + RIGHT) / 2.0, HEIGHT - 14, "middle", "", xAxis.label());
        String turned = String.format("transform=\"rotate(-90 18 %d)\"", (TOP + BOTTOM) / 2);
        text(18, (TOP + BOTTOM) / 2.0, "middle", turned, yAxis.label());
    }

    private void drawMark(Axis.Tick mark) {
        double x = x(mark.value());
        svg.append(
                String.format(
                        "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#444444\""
                                + " stroke-dasharray=\"5 4\"/>%n",
                        x, TOP, x, BOTTOM));
        boolean left = x > (LEFT + RIGHT) / 2.0;
        text(
                left ? x - 6 : x + 6,
                TOP + 14,
                left ? "end" : "start",
                "fill=\"#444444\"",
                mark.label());
    }

    private void draw(Series line, String color) {
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" stroke=\"")
                .append(color)
                .append("\" points=\"");
        for (int i = 0; i < line.count(); i++) {
            svg.append(
                    String.format(i == 0 ? "%.1f,%.1f" : " %.1f,%.1f", x(line.x(i)), y(line.y(i))));
        }
        svg.append(String.format("\"/>%n"));
        for (int i = 0; line.points() && i < line.count(); i++) {
            svg.append(
                    String.format(
                            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>%n",
                            x(line.x(i)), y(line.y(i)), color));
        }
    }

    private void legend() {
        double x = LEFT;
        for (int i = 0; i < lines.size(); i++) {
            svg.append(
                    String.format(
                            "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke-width=\"3\""
                                    + " stroke=\"%s\"/>%n",
                            x, LEGEND_Y, x + 22, LEGEND_Y, COLORS[i % COLORS.length]));
            text(x + 28, LEGEND_Y + 4, "start", "", lines.get(i).name());
            x += 28 + lines.get(i).name().length() * CHARACTER_WIDTH + 22;
        }
    }

    private double x(double value) {
        return LEFT + share(xAxis, xRange, value) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - share(yAxis, yRange, value) * (BOTTOM - TOP);
    }

    private static double share(Axis axis, double[] range, double value) {
        double from = axis.place(range[0]);
        double share = (axis.place(value) - from) / (axis.place(range[1]) - from);
        return Math.max(0, Math.min(1, share));
    }

    private void line(double x1, double y1, double x2, double y2, String color) {
        svg.append(
                String.format(
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                        x1, y1, x2, y2, color));
    }

    private void text(double x, double y, String anchor, String attributes, String words) {
        if (!words.isEmpty()) {
            svg.append(
                    String.format(
                            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" %s>%s</text>%n",
                            x, y, anchor, attributes, escaped(words)));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
