// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

/**
 * A ring of reports that the harness' drainer reads: written in place, published span by span.
 *
 * <p>Control block, shared with the native reader: reports published (long) at 0, written here
 * alone; reports read (long) at 128, written by the reader alone; the first report at 256.
 *
 * <p>Never overwrites what is not read.
 */
final class RingOutlet implements Outlet {
    static final int PUBLISHED = 0;
    static final int READ = 128;
    static final int FIRST_REPORT = 256;

    /**
     * Reports of a span: few enough that the reader is never far behind, many to share the cost.
     */
    private static final long SPAN = 64;

    private final long control;
    private final long capacity;
    private long published;
    private long start;
    private long end;

    /**
     * @param control address of the control block, zeroed
     * @param capacity reports, a power of two, at least a span
     */
    RingOutlet(long control, long capacity) {
        if (Long.bitCount(capacity) != 1 || capacity < SPAN) {
            throw new IllegalArgumentException("capacity " + capacity);
        }
        this.control = control;
        this.capacity = capacity;
        open();
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public void handOver(long upTo) {
        published += (upTo - start) / ReportDescriptor.LENGTH;
        // Pairs with the reader's acquire: a report is whole before it is counted.
        NativeMemory.putLongRelease(control + PUBLISHED, published);
        open();
    }

    private void open() {
        long room = capacity - (published - NativeMemory.getLongAcquire(control + READ));
        while (room == 0) {
            Thread.onSpinWait();
            room = capacity - (published - NativeMemory.getLongAcquire(control + READ));
        }
        long index = published & (capacity - 1);
        long toSpanEnd = SPAN - (index & (SPAN - 1));
        start = control + FIRST_REPORT + index * ReportDescriptor.LENGTH;
        end = start + Math.min(room, toSpanEnd) * ReportDescriptor.LENGTH;
    }
}
