// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

/**
 * Writes commands into a stream and trades them on a {@link ModelBook} at once, so that what comes
 * next can follow from what is alive. One thread.
 */
final class StreamRecorder {
    /** Lots of one sweep of the drain: far fewer trades than a record holds events. */
    private static final int DRAIN_LOTS = 10_000;

    private final CommandStream stream = new CommandStream();
    private final ModelBook book = new ModelBook();
    private int mostResting;
    private int mostLevels;

    CommandStream stream() {
        return stream;
    }

    ModelBook book() {
        return book;
    }

    /** Enters an order and returns its id. */
    int enter(byte kind, byte side, long price, int quantity) {
        stream.addNew(kind, side, price, quantity);
        int id = stream.id(stream.count() - 1);
        book.enter(id, side, price, quantity, kind == CommandStream.NEW);
        noteSize();
        return id;
    }

    /** Cancels an order, alive or not. */
    void cancel(int id) {
        stream.addCancel(book.side(id), id);
        book.cancel(id);
    }

    /** Gives a live order another price. */
    void reprice(int id, long price) {
        replace(CommandStream.REPRICE, id, price, book.leaves(id));
    }

    /** Gives a live order one more lot, and perhaps another price. */
    void enlarge(int id, long price) {
        replace(CommandStream.REPLACE, id, price, book.leaves(id) + 1);
    }

    private void replace(byte kind, int id, long price, int leaves) {
        stream.addReplace(kind, book.side(id), id, price, leaves, book.filled(id) + leaves);
        book.replace(id, price, leaves);
        noteSize();
    }

    /** Names an order that is not alive in a replace. */
    void replaceGone(int id, long price, int total) {
        stream.addReplace(CommandStream.REPLACE, book.side(id), id, price, total, total);
    }

    /** Ends the measured part, empties the book by sweeps, and gives the stream with its totals. */
    RecordedStream finish() {
        stream.endMeasured();
        drain(CommandStream.BUY);
        drain(CommandStream.SELL);
        return new RecordedStream(stream, book.totals(), mostResting, mostLevels);
    }

    private void drain(byte side) {
        byte opposite = side == CommandStream.BUY ? CommandStream.SELL : CommandStream.BUY;
        while (!book.isEmpty(side)) {
            enter(CommandStream.IOC, opposite, book.worst(side), DRAIN_LOTS);
        }
    }

    private void noteSize() {
        mostResting = Math.max(mostResting, book.liveCount());
        mostLevels = Math.max(mostLevels, book.levelCount());
    }
}
