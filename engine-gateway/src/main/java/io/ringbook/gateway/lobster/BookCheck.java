// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.core.order.Side;
import io.ringbook.gateway.fault.Fault;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a book against LOBSTER's order book file, row after row. The caller says when a command of
 * the file is done; which rows stand behind it says the {@link RowIndex}, or, without one, row n
 * stands behind command n.
 */
public final class BookCheck implements AutoCloseable {
    /** Fills a side's best levels. */
    @FunctionalInterface
    public interface Book {
        void fill(Side side, int levels, Depth depth);
    }

    private static final int MAX_LISTED = 10;

    private final OrderBookReader rows;
    private final RowIndex index;
    private final Book book;
    private final Depth bids = new Depth(Side.BUY);
    private final Depth asks = new Depth(Side.SELL);
    private final List<String> differences = new ArrayList<>();
    private long commandCount;
    private long rowCount;
    private long differentCount;

    /**
     * @param rows closed by {@link #close}
     * @param index null if row n stands behind command n
     */
    public BookCheck(OrderBookReader rows, RowIndex index, Book book) {
        this.rows = rows;
        this.index = index;
        this.book = book;
    }

    /** The next command of the file has been carried out. */
    public void onCommandDone() {
        commandCount++;
        while (isNextRowDue() && rows.next()) {
            rowCount++;
            compare();
        }
    }

    /**
     * All commands of the file have been carried out.
     *
     * @throws Fault if rows and commands do not end together
     */
    public void finish() {
        boolean moreRows = rows.next();
        boolean moreIndexed = index != null && rowCount < index.rowCount();
        if (moreRows || moreIndexed) {
            throw new Fault(
                    rows.name()
                            + " and the command file do not belong together: after "
                            + commandCount
                            + " commands and "
                            + rowCount
                            + " compared rows, "
                            + (moreRows ? "the file has more rows" : "the index has more rows"));
        }
    }

    /** Rows compared. */
    public long rowCount() {
        return rowCount;
    }

    /** Rows at which the book is another. */
    public long differentCount() {
        return differentCount;
    }

    /** The first differences, a sentence each. */
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /** Levels per side that a row has; 0 before the first. */
    public int levels() {
        return rows.levels();
    }

    @Override
    public void close() {
        rows.close();
    }

    private boolean isNextRowDue() {
        if (index == null) {
            return rowCount < commandCount;
        }
        return rowCount < index.rowCount()
                && index.commandsBefore((int) rowCount + 1) <= commandCount;
    }

    private void compare() {
        bids.clear();
        asks.clear();
        book.fill(Side.BUY, rows.levels(), bids);
        book.fill(Side.SELL, rows.levels(), asks);
        String difference = difference("bid", bids, rows.depth(Side.BUY));
        if (difference == null) {
            difference = difference("ask", asks, rows.depth(Side.SELL));
        }
        if (difference == null) {
            return;
        }
        differentCount++;
        if (differences.size() < MAX_LISTED) {
            differences.add(
                    "row " + rowCount + ", after command " + commandCount + ": " + difference);
        }
    }

    private static String difference(String side, Depth found, Depth expected) {
        int levels = Math.max(found.count(), expected.count());
        for (int level = 0; level < levels; level++) {
            String is = text(found, level);
            String wanted = text(expected, level);
            if (!is.equals(wanted)) {
                return side + " level " + (level + 1) + " is " + is + ", expected " + wanted;
            }
        }
        return null;
    }

    private static String text(Depth depth, int level) {
        return level < depth.count()
                ? depth.quantity(level) + " at " + depth.price(level)
                : "empty";
    }
}
