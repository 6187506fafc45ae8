// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

/**
 * No engine at all: answers each message with one report made of the message itself. What a run of
 * it takes is what harness, transition, decoding and reports cost without a book. Its reports are
 * wrong, and the harness says so.
 */
final class EchoPlayer implements Player {
    private final ReportWriter out;

    EchoPlayer(ReportWriter out) {
        this.out = out;
    }

    @Override
    public void play(long messages, int count) {
        long end = messages + (long) count * MessageDescriptor.LENGTH;
        for (long at = messages; at != end; at += MessageDescriptor.LENGTH) {
            long sequence = NativeMemory.getLong(at + MessageDescriptor.SEQUENCE);
            long orderId = NativeMemory.getLong(at + MessageDescriptor.ORDER_ID);
            switch (NativeMemory.getUnsignedByte(at + MessageDescriptor.TYPE)) {
                case MessageDescriptor.NEW_ORDER ->
                        acknowledge(at, ReportDescriptor.ORDER_ACK, sequence, orderId);
                case MessageDescriptor.CANCEL ->
                        out.ack(ReportDescriptor.CANCEL_ACK, 0, sequence, orderId, 0, 0);
                default -> acknowledge(at, ReportDescriptor.MODIFY_ACK, sequence, orderId);
            }
        }
        out.flush();
    }

    private void acknowledge(long at, int type, long sequence, long orderId) {
        out.ack(
                type,
                NativeMemory.getUnsignedByte(at + MessageDescriptor.SIDE),
                sequence,
                orderId,
                NativeMemory.getLong(at + MessageDescriptor.PRICE),
                NativeMemory.getInt(at + MessageDescriptor.QUANTITY));
    }

    @Override
    public long bestBid() {
        return Long.MIN_VALUE;
    }

    @Override
    public long bestAsk() {
        return Long.MAX_VALUE;
    }

    @Override
    public long quantityAt(long price, int side) {
        return 0;
    }
}
