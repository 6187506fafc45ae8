// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** An outlet whose reports can be read as lines: {@code ack seq=1 id=7 buy 10@100}. */
final class Reports implements Outlet {
    private static final String[] NAMES = {
        "ack", "trade", "cancelAck", "modifyAck", "cancelReject", "modifyReject"
    };

    private final MemorySegment span;
    private final List<String> lines = new ArrayList<>();

    /**
     * @param spanReports few, so that spans end in the middle of a message's reports
     */
    Reports(Arena arena, int spanReports) {
        span = arena.allocate((long) spanReports * ReportDescriptor.LENGTH, 64);
    }

    /** What was handed over so far. */
    List<String> lines() {
        return lines;
    }

    @Override
    public long start() {
        return span.address();
    }

    @Override
    public long end() {
        return span.address() + span.byteSize();
    }

    @Override
    public void handOver(long upTo) {
        for (long at = start(); at < upTo; at += ReportDescriptor.LENGTH) {
            lines.add(line(at));
        }
        span.fill((byte) 0xff);
    }

    private static String line(long at) {
        int type = NativeMemory.getUnsignedByte(at + ReportDescriptor.TYPE);
        long sequence = NativeMemory.getLong(at + ReportDescriptor.SEQUENCE);
        long orderId = NativeMemory.getLong(at + ReportDescriptor.ORDER_ID);
        long price = NativeMemory.getLong(at + ReportDescriptor.PRICE);
        int quantity = NativeMemory.getInt(at + ReportDescriptor.QUANTITY);
        String start = NAMES[type] + " seq=" + sequence;
        String side =
                NativeMemory.getUnsignedByte(at + ReportDescriptor.SIDE) == 0 ? "buy" : "sell";
        return switch (type) {
            case ReportDescriptor.TRADE ->
                    "%s %d@%d maker=%d taker=%d"
                            .formatted(
                                    start,
                                    quantity,
                                    price,
                                    NativeMemory.getLong(at + ReportDescriptor.MAKER),
                                    NativeMemory.getLong(at + ReportDescriptor.TAKER));
            case ReportDescriptor.CANCEL_REJECT, ReportDescriptor.MODIFY_REJECT ->
                    "%s id=%d".formatted(start, orderId);
            case ReportDescriptor.CANCEL_ACK ->
                    "%s id=%d %s @%d".formatted(start, orderId, side, price);
            default -> "%s id=%d %s %d@%d".formatted(start, orderId, side, quantity, price);
        };
    }
}
