// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;

/**
 * Messages of our own making, played before the harness starts its clock so that the code is
 * compiled by then: orders of both sides about a middle, a few of them crossing or immediate or
 * cancel; most are canceled soon, some modified before; some cancels and modifies come twice.
 */
final class WarmUp {
    private static final int COUNT = 200_000;
    private static final int RUN = 20_000;
    private static final long MIDDLE = 60_000;

    private final SplittableRandom random = new SplittableRandom(20261123);
    private final long width;
    private long nextId = 1;
    private long sequence;
    private long at;

    /**
     * @param width ticks about which orders of one side differ; below {@value #MIDDLE}
     */
    WarmUp(long width) {
        this.width = width;
    }

    /** Plays it all, several times over. */
    void play(Player player, int rounds) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment messages = arena.allocate((long) COUNT * MessageDescriptor.LENGTH, 64);
            long start = messages.address();
            long end = start + messages.byteSize();
            for (int round = 0; round < rounds; round++) {
                at = start;
                while (at < end) {
                    writeOrder(end);
                }
                for (int i = 0; i < COUNT; i += RUN) {
                    player.play(start + (long) i * MessageDescriptor.LENGTH, RUN);
                    player.bestBid();
                    player.bestAsk();
                    player.quantityAt(MIDDLE, i & 1);
                }
            }
        }
    }

    /** An order and what becomes of it, as far as there is room. */
    private void writeOrder(long end) {
        long id = nextId++;
        int side = random.nextInt(2);
        long away = width / 16 - random.nextLong(width);
        long price = side == 0 ? MIDDLE + away : MIDDLE - away;
        boolean ioc = isOneIn(7);
        write(MessageDescriptor.NEW_ORDER, id, side, price, ioc);
        if (at < end && !ioc && isOneIn(5)) {
            write(MessageDescriptor.MODIFY, id, side, price + random.nextInt(3) - 1, false);
        }
        boolean canceled = !ioc && !isOneIn(20);
        if (at < end && canceled) {
            write(MessageDescriptor.CANCEL, id, side, 0, false);
        }
        if (at < end && canceled && isOneIn(50)) {
            write(random.nextInt(1, 3), id, side, price, false);
        }
    }

    private boolean isOneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private void write(int type, long id, int side, long price, boolean ioc) {
        NativeMemory.putLong(at + MessageDescriptor.TYPE, type);
        NativeMemory.putLong(at + MessageDescriptor.ORDER_ID, id);
        NativeMemory.putLong(at + MessageDescriptor.SEQUENCE, sequence++);
        NativeMemory.putLong(at + MessageDescriptor.PRICE, price);
        NativeMemory.putInt(at + MessageDescriptor.QUANTITY, random.nextInt(1, 101));
        NativeMemory.putByte(at + MessageDescriptor.SIDE, (byte) side);
        NativeMemory.putByte(at + MessageDescriptor.IOC, (byte) (ioc ? 1 : 0));
        at += MessageDescriptor.LENGTH;
    }
}
