// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

/** Writes reports into the spans of an {@link Outlet}. Fields that a report lacks are zero. */
final class ReportWriter {
    private final Outlet outlet;
    private long next;
    private long end;

    ReportWriter(Outlet outlet) {
        this.outlet = outlet;
        this.next = outlet.start();
        this.end = outlet.end();
    }

    /** An acknowledgement. */
    void ack(int type, int side, long sequence, long orderId, long price, long quantity) {
        long at = take();
        head(at, type, side, sequence, orderId, price, quantity);
        NativeMemory.putLong(at + ReportDescriptor.MAKER, 0);
        NativeMemory.putLong(at + ReportDescriptor.TAKER, 0);
    }

    /** A refusal. */
    void reject(int type, long sequence, long orderId) {
        ack(type, 0, sequence, orderId, 0, 0);
    }

    /** One fill, at the maker's price. */
    void trade(long sequence, long price, long quantity, long maker, long taker) {
        long at = take();
        head(at, ReportDescriptor.TRADE, 0, sequence, 0, price, quantity);
        NativeMemory.putLong(at + ReportDescriptor.MAKER, maker);
        NativeMemory.putLong(at + ReportDescriptor.TAKER, taker);
    }

    /** Hands over everything written. */
    void flush() {
        if (next != outlet.start()) {
            turn();
        }
    }

    private static void head(
            long at, int type, int side, long sequence, long orderId, long price, long quantity) {
        NativeMemory.putLong(at + ReportDescriptor.TYPE, typeAndSide(type, side));
        NativeMemory.putLong(at + ReportDescriptor.SEQUENCE, sequence);
        NativeMemory.putLong(at + ReportDescriptor.ORDER_ID, orderId);
        NativeMemory.putLong(at + ReportDescriptor.PRICE, price);
        NativeMemory.putLong(at + ReportDescriptor.QUANTITY, quantity);
    }

    private static long typeAndSide(int type, int side) {
        return type | (long) side << (8 * ReportDescriptor.SIDE);
    }

    private long take() {
        if (next == end) {
            turn();
        }
        long at = next;
        next = at + ReportDescriptor.LENGTH;
        return at;
    }

    private void turn() {
        outlet.handOver(next);
        next = outlet.start();
        end = outlet.end();
    }
}
