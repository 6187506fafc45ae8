// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** A small array of messages in native memory, numbered from 0. */
final class Messages {
    static final int BUY = 0;
    static final int SELL = 1;

    private final MemorySegment memory;
    private int count;

    Messages(Arena arena, int capacity) {
        memory = arena.allocate((long) capacity * MessageDescriptor.LENGTH, 8);
    }

    Messages limit(long orderId, int side, int quantity, long price) {
        return add(MessageDescriptor.NEW_ORDER, orderId, side, quantity, price, false);
    }

    Messages ioc(long orderId, int side, int quantity, long price) {
        return add(MessageDescriptor.NEW_ORDER, orderId, side, quantity, price, true);
    }

    Messages cancel(long orderId) {
        return add(MessageDescriptor.CANCEL, orderId, 0, 0, 0, false);
    }

    Messages modify(long orderId, int side, int quantity, long price) {
        return add(MessageDescriptor.MODIFY, orderId, side, quantity, price, false);
    }

    long address() {
        return memory.address();
    }

    int count() {
        return count;
    }

    private Messages add(int type, long orderId, int side, int quantity, long price, boolean ioc) {
        long at = (long) count * MessageDescriptor.LENGTH;
        memory.set(ValueLayout.JAVA_BYTE, at + MessageDescriptor.TYPE, (byte) type);
        memory.set(ValueLayout.JAVA_LONG, at + MessageDescriptor.ORDER_ID, orderId);
        memory.set(ValueLayout.JAVA_LONG, at + MessageDescriptor.SEQUENCE, count);
        if (type != MessageDescriptor.CANCEL) {
            memory.set(ValueLayout.JAVA_LONG, at + MessageDescriptor.PRICE, price);
            memory.set(ValueLayout.JAVA_INT, at + MessageDescriptor.QUANTITY, quantity);
            memory.set(ValueLayout.JAVA_BYTE, at + MessageDescriptor.SIDE, (byte) side);
            memory.set(ValueLayout.JAVA_BYTE, at + MessageDescriptor.IOC, (byte) (ioc ? 1 : 0));
        }
        count++;
        return this;
    }
}
