// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class JvmReadingTest {
    private static final int MIB = 1 << 20;

    private byte[] kept;

    @Test
    void tellsWhatEachThreadAllocatedBetweenTwoReadingsAndLeavesOutTheReader() throws Exception {
        // given
        CountDownLatch isRunning = new CountDownLatch(1);
        CountDownLatch mayAllocate = new CountDownLatch(1);
        CountDownLatch hasAllocated = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Thread worker =
                new Thread(
                        () -> {
                            isRunning.countDown();
                            await(mayAllocate);
                            kept = new byte[MIB];
                            hasAllocated.countDown();
                            await(mayEnd);
                        },
                        "worker-7");
        worker.start();
        isRunning.await();
        JvmReading.take();
        JvmReading before = JvmReading.take();

        // when
        mayAllocate.countDown();
        hasAllocated.await();
        kept = new byte[8 * MIB];
        System.gc();
        JvmReading.Use use = JvmReading.take().since(before);
        mayEnd.countDown();
        worker.join();

        // then
        assertThat(kept).isNotNull();
        assertThat(use.bytesOf("worker-")).isBetween((long) MIB, MIB + 1_000L);
        assertThat(use.threads()).noneMatch(thread -> thread.bytes() > 4 * MIB);
        assertThat(use.allocatedBytes()).isBetween((long) MIB, 4L * MIB);
        assertThat(use.collections()).isEqualTo(1);
        assertThat(use.elapsedNs()).isPositive();
    }

    @Test
    void theNeighbourAllocatesAboutWhatItIsTold() {
        // given
        long startNs = System.nanoTime();

        // when
        GarbageNeighbour neighbour = GarbageNeighbour.start(100, 8);
        JvmReading.Use use = TimedReadings.between(startNs, startNs + 300_000_000L).await();
        neighbour.leave();

        // then: never ahead of its rate but for a part of a step
        assertThat(use.bytesOf("bench-garbage"))
                .isPositive()
                .isLessThan(110L * MIB * use.elapsedNs() / 1_000_000_000L + MIB);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
