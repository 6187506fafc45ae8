// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

/** Where reports go: hands out spans of native memory for them and takes them when written. */
interface Outlet {
    /** Address of the first report of the present span. */
    long start();

    /** Address behind the last report of the present span; above {@link #start}. */
    long end();

    /**
     * Takes the reports from {@link #start} up to an address and opens the next span; waits until
     * there is room for one.
     */
    void handOver(long upTo);
}
