// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.demo;

import io.ringbook.codec.text.DecimalWriter;
import java.io.PrintStream;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Shows the run: on a terminal a ladder and a table of times that are drawn over each other, else a
 * plain line now and then.
 */
final class Screen {
    private static final String ERASE_DOWN = "\u001b[J";
    private static final String ERASE_LINE_END = "\u001b[K";
    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private static final long FRAME_NS = 150_000_000L;
    private static final long LINE_NS = 3_000_000_000L;
    private static final int LADDER_DEPTH = 6;
    private static final double NS_PER_SECOND = 1e9;
    private static final double NS_PER_MICRO = 1e3;

    private final PrintStream out;
    private final boolean terminal;
    private final boolean color;
    private final Thread showCursor = new Thread(this::giveCursorBack, "show-cursor");
    private long nextNs;
    private int drawnLines;

    Screen(PrintStream out, boolean terminal, boolean color) {
        this.out = out;
        this.terminal = terminal;
        this.color = color;
        this.nextNs = terminal ? 0 : LINE_NS;
    }

    /** A line that stays. */
    void say(String format, Object... arguments) {
        out.printf(format + "%n", arguments);
        out.flush();
    }

    /** Hides the cursor, until {@link #end} or until the process is told to stop. */
    void begin() {
        if (terminal) {
            Runtime.getRuntime().addShutdownHook(showCursor);
            out.print(HIDE_CURSOR);
        }
    }

    /** True if it is time to show something. */
    boolean isDue(long elapsedNs) {
        return elapsedNs >= nextNs;
    }

    /** Shows the run at a moment. */
    void show(long elapsedNs, Picture picture, Histogram times) {
        nextNs = elapsedNs + (terminal ? FRAME_NS : LINE_NS);
        if (terminal) {
            draw(elapsedNs, picture, times);
        } else {
            sayLine(elapsedNs, picture, times);
        }
    }

    /** Removes what was drawn and gives the terminal back as it was. */
    void end() {
        if (terminal) {
            eraseDrawn();
            giveCursorBack();
            try {
                Runtime.getRuntime().removeShutdownHook(showCursor);
            } catch (IllegalStateException e) {
                // The process is stopping already, and the hook does the same once more.
            }
        }
    }

    /** The table of times at the end, of all commands from a second on. */
    void table(Histogram times, long fromSecond) {
        say(
                "From handing a command to a client to its answer over TCP, from second %d on:",
                fromSecond);
        say("  %10s %14s %14s %14s %14s", "commands", "p50", "p99", "p99.9", "max");
        say(
                "  %,10d %11.1f µs %11.1f µs %11.1f µs %11.1f µs",
                times.getTotalCount(),
                times.getValueAtPercentile(50) / NS_PER_MICRO,
                times.getValueAtPercentile(99) / NS_PER_MICRO,
                times.getValueAtPercentile(99.9) / NS_PER_MICRO,
                times.getMaxValue() / NS_PER_MICRO);
    }

    private void sayLine(long elapsedNs, Picture picture, Histogram times) {
        StringBuilder line = new StringBuilder();
        line.append(
                String.format(
                        "%5.1f s  %,9d commands  %,8d trades",
                        elapsedNs / NS_PER_SECOND, picture.commands(), picture.trades()));
        for (Picture.Ladder ladder : picture.ladders()) {
            line.append("  ").append(ladder.instrument().symbol()).append(' ');
            best(line, ladder, ladder.bids());
            line.append('/');
            best(line, ladder, ladder.asks());
        }
        line.append(
                String.format(
                        "  p50 %.1f µs  p99 %.1f µs",
                        times.getValueAtPercentile(50) / NS_PER_MICRO,
                        times.getValueAtPercentile(99) / NS_PER_MICRO));
        say("%s", line);
    }

    private void giveCursorBack() {
        out.print(SHOW_CURSOR);
        out.flush();
    }

    private static void best(StringBuilder line, Picture.Ladder ladder, List<Picture.Row> rows) {
        if (rows.isEmpty()) {
            line.append('-');
        } else {
            DecimalWriter.append(line, rows.get(0).price(), ladder.instrument().priceDecimals());
        }
    }

    private void draw(long elapsedNs, Picture picture, Histogram times) {
        if (picture.ladders().isEmpty()) {
            return;
        }
        eraseDrawn();
        Picture.Ladder ladder = picture.ladders().get(0);
        line(
                "%5.1f s   %,d commands   %,d trades",
                elapsedNs / NS_PER_SECOND, picture.commands(), picture.trades());
        line("");
        line("  %-6s %10s %8s %7s", ladder.instrument().symbol(), "price", "quantity", "orders");
        for (int level = LADDER_DEPTH - 1; level >= 0; level--) {
            row(ladder, ladder.asks(), level, RED, "ask");
        }
        line("  %-6s %10s", "last", price(ladder, ladder.lastPrice()));
        for (int level = 0; level < LADDER_DEPTH; level++) {
            row(ladder, ladder.bids(), level, GREEN, "bid");
        }
        line("");
        line(
                "  order to answer   p50 %.1f µs   p99 %.1f µs   max %.1f µs",
                times.getValueAtPercentile(50) / NS_PER_MICRO,
                times.getValueAtPercentile(99) / NS_PER_MICRO,
                times.getMaxValue() / NS_PER_MICRO);
        out.flush();
    }

    private void row(
            Picture.Ladder ladder, List<Picture.Row> rows, int level, String paint, String side) {
        if (level >= rows.size()) {
            line("");
            return;
        }
        Picture.Row row = rows.get(level);
        String text =
                String.format(
                        "  %-6s %10s %,8d %7d",
                        side, price(ladder, row.price()), row.quantity(), row.orders());
        line("%s", color ? paint + text + PLAIN : text);
    }

    private static String price(Picture.Ladder ladder, long price) {
        StringBuilder text = new StringBuilder();
        DecimalWriter.append(text, price, ladder.instrument().priceDecimals());
        return text.toString();
    }

    private void line(String format, Object... arguments) {
        out.printf(format + ERASE_LINE_END + "%n", arguments);
        drawnLines++;
    }

    private void eraseDrawn() {
        if (drawnLines > 0) {
            out.printf("\u001b[%dA\r", drawnLines);
            out.print(ERASE_DOWN);
            drawnLines = 0;
        }
    }
}
