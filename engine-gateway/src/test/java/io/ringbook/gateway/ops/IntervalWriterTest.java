// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the thread that ends intervals tells of its log, and what it leaves behind. */
@Timeout(30)
final class IntervalWriterTest {
    private static final long MILLISECOND_NS = 1_000_000;
    private static final long HOUR_NS = 3_600_000_000_000L;

    @TempDir private Path directory;

    private final Recorded recorded = new Recorded();
    private final BlockingQueue<String> faults = new LinkedBlockingQueue<>();

    @Test
    void logThatCannotBeWrittenIsToldOnceAndOnceThatItCanAgain() throws Exception {
        // given a folder that cannot be made
        Path folder = directory.resolve("metrics");
        Files.createFile(folder);
        IntervalWriter writer = writer(folder, MILLISECOND_NS);
        Thread thread = new Thread(writer);

        // when
        thread.start();
        String first = faults.poll(20, TimeUnit.SECONDS);
        Files.delete(folder);
        String second = faults.poll(20, TimeUnit.SECONDS);
        writer.stop();
        thread.join();

        // then
        assertThat(first)
                .startsWith("stage times cannot be written to " + folder)
                .contains("which harms nothing else");
        assertThat(second).isEqualTo("stage times are written to " + folder + " again");
        assertThat(faults).isEmpty();
    }

    @Test
    void whatCameSinceTheLastIntervalIsWrittenAtTheEnd() throws Exception {
        // given an interval that does not end by itself
        IntervalWriter writer = writer(directory, HOUR_NS);
        Thread thread = new Thread(writer);
        thread.start();
        recorded.all(5, 1_000);

        // when
        writer.stop();
        thread.join();

        // then
        Path file;
        try (Stream<Path> files = Files.list(directory)) {
            file = files.reduce((a, b) -> null).orElseThrow();
        }
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            assertThat(((Histogram) reader.nextIntervalHistogram()).getTotalCount()).isEqualTo(5);
        }
        assertThat(faults).isEmpty();
    }

    private IntervalWriter writer(Path folder, long intervalNs) throws IOException {
        IntervalLog log = new IntervalLog(folder, 1L << 20, "test");
        return new IntervalWriter(recorded.history, log, intervalNs, faults::add);
    }
}
