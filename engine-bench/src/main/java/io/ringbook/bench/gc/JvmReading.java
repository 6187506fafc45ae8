// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import io.ringbook.bench.process.Figures;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What this JVM has used up to a moment. Taking one allocates, on the thread that takes it; that
 * thread is left out of what {@link #since} gives.
 */
public final class JvmReading {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long atNs;
    private final long allocatedBytes;
    private final long processorNs;
    private final long collections;

    /** By thread id. */
    private final Map<Long, ThreadBytes> threads;

    private JvmReading(
            long atNs,
            long allocatedBytes,
            long processorNs,
            long collections,
            Map<Long, ThreadBytes> threads) {
        this.atNs = atNs;
        this.allocatedBytes = allocatedBytes;
        this.processorNs = processorNs;
        this.collections = collections;
        this.threads = threads;
    }

    /**
     * What a thread has allocated.
     *
     * @param thread its name
     */
    public record ThreadBytes(String thread, long bytes) {}

    /**
     * What was used between two readings.
     *
     * @param elapsedNs time between them
     * @param allocatedBytes by all threads, also those that ended in between, but for the reader
     * @param processorNs of all threads, the collector's too
     * @param collections that ended
     * @param threads that were there at the end and have allocated, most bytes first
     */
    public record Use(
            long elapsedNs,
            long allocatedBytes,
            long processorNs,
            long collections,
            List<ThreadBytes> threads) {
        private static final double NS_PER_SECOND = 1e9;
        private static final String THREAD = "thread-";

        /** What {@link #put} has put there. */
        public static Use of(Figures figures) {
            List<ThreadBytes> threads = new ArrayList<>();
            for (int i = 0; i < figures.number("threads"); i++) {
                String text = figures.text(THREAD + i);
                int blank = text.indexOf(' ');
                threads.add(
                        new ThreadBytes(
                                text.substring(blank + 1),
                                Long.parseLong(text.substring(0, blank))));
            }
            return new Use(
                    figures.number("elapsed-ns"),
                    figures.number("allocated-bytes"),
                    figures.number("processor-ns"),
                    figures.number("collections-ended"),
                    threads);
        }

        /** Adds it to figures. */
        public void put(Figures figures) {
            figures.put("elapsed-ns", elapsedNs)
                    .put("allocated-bytes", allocatedBytes)
                    .put("processor-ns", processorNs)
                    .put("collections-ended", collections)
                    .put("threads", threads.size());
            for (int i = 0; i < threads.size(); i++) {
                figures.put(THREAD + i, threads.get(i).bytes() + " " + threads.get(i).thread());
            }
        }

        /** Bytes of all threads whose name begins so. */
        public long bytesOf(String prefix) {
            return threads.stream()
                    .filter(thread -> thread.thread().startsWith(prefix))
                    .mapToLong(ThreadBytes::bytes)
                    .sum();
        }

        /** Bytes a second. */
        public double bytesPerSecond() {
            return allocatedBytes * NS_PER_SECOND / elapsedNs;
        }

        /** Processor time in per cent of one processor. */
        public double processorPercent() {
            return 100.0 * processorNs / elapsedNs;
        }
    }

    /** Reads now. */
    public static JvmReading take() {
        long[] ids = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(ids);
        ThreadInfo[] infos = THREADS.getThreadInfo(ids);
        long own = Thread.currentThread().threadId();
        long ownBytes = 0;
        Map<Long, ThreadBytes> threads = new LinkedHashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == own) {
                ownBytes = bytes[i];
            } else if (infos[i] != null && bytes[i] >= 0) {
                threads.put(ids[i], new ThreadBytes(infos[i].getThreadName(), bytes[i]));
            }
        }
        return new JvmReading(
                System.nanoTime(),
                THREADS.getTotalThreadAllocatedBytes() - ownBytes,
                SYSTEM.getProcessCpuTime(),
                collections(),
                threads);
    }

    /** Of ZGC, one bean counts cycles and another the pauses of the same cycles. */
    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(bean -> !bean.getName().endsWith(" Pauses"))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .filter(count -> count > 0)
                .sum();
    }

    /** What was used since an earlier reading by the same thread. */
    public Use since(JvmReading earlier) {
        return new Use(
                atNs - earlier.atNs,
                Math.max(0, allocatedBytes - earlier.allocatedBytes),
                processorNs - earlier.processorNs,
                collections - earlier.collections,
                threads.entrySet().stream()
                        .map(
                                entry ->
                                        difference(
                                                entry.getValue(),
                                                earlier.threads.get(entry.getKey())))
                        .filter(thread -> thread.bytes() > 0)
                        .sorted(Comparator.comparingLong(ThreadBytes::bytes).reversed())
                        .collect(Collectors.toUnmodifiableList()));
    }

    private static ThreadBytes difference(ThreadBytes now, ThreadBytes before) {
        return new ThreadBytes(now.thread(), now.bytes() - (before == null ? 0 : before.bytes()));
    }
}
