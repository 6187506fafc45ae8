// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

/** Hands reports to the harness' own queue, one by one, by a native call for each span. */
final class HarnessOutlet implements Outlet {
    private final long start;
    private final long end;

    /**
     * @param buffer address of memory that native code owns
     * @param capacity reports that it holds
     */
    HarnessOutlet(long buffer, long capacity) {
        this.start = buffer;
        this.end = buffer + capacity * ReportDescriptor.LENGTH;
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
        push(start, (upTo - start) / ReportDescriptor.LENGTH);
    }

    /** Copies reports into the harness' queue; waits while it is full. In yardstick.c. */
    private static native void push(long address, long count);
}
