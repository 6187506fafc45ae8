// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends an interval now and then, and writes it into a log if there is one: on a thread of its own,
 * because a disk may be slow.
 */
final class IntervalWriter implements Runnable {
    private final StageHistory history;
    private final IntervalLog log;
    private final long intervalNs;
    private final Consumer<String> faults;
    private final CountDownLatch stop = new CountDownLatch(1);
    private boolean faulty;

    /**
     * @param log null for none
     * @param faults told a sentence when the log cannot be written, and when it can again
     */
    IntervalWriter(
            StageHistory history, IntervalLog log, long intervalNs, Consumer<String> faults) {
        this.history = history;
        this.log = log;
        this.intervalNs = intervalNs;
        this.faults = faults;
    }

    /** Has it write what there is and end. Any thread. */
    void stop() {
        stop.countDown();
    }

    @Override
    public void run() {
        try {
            long dueNs = System.nanoTime() + intervalNs;
            while (!stop.await(dueNs - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                dueNs += intervalNs;
                endInterval();
            }
            endInterval();
            if (log != null) {
                log.close();
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            faults.accept("stage times are not written any more: " + e);
        }
    }

    private void endInterval() {
        if (log == null) {
            history.endInterval(interval -> {});
            return;
        }
        history.endInterval(log::take);
        try {
            log.write();
            if (faulty) {
                faulty = false;
                faults.accept("stage times are written to " + log.folder() + " again");
            }
        } catch (IOException e) {
            if (!faulty) {
                faulty = true;
                faults.accept(
                        "stage times cannot be written to "
                                + log.folder()
                                + ", which harms nothing else: "
                                + e);
            }
        }
    }
}
