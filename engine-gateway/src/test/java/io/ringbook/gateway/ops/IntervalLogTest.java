// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.ringbook.core.metrics.StageTime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntervalLogTest {
    private static final long MIB = 1L << 20;
    private static final long HOUR_MS = 3_600_000;

    @TempDir private Path directory;

    private final Recorded recorded = new Recorded();

    @Test
    void histogramLogReaderFindsEveryTimeByItsTag() throws IOException {
        // given
        Path folder = directory.resolve("data/metrics");
        try (IntervalLog log = new IntervalLog(folder, MIB, "test")) {
            // when
            recorded.all(3, 5_000);
            recorded.interval(10_000, log);
            log.write();
            recorded.all(4, 70_000);
            recorded.interval(2_000, log);
            log.write();
        }

        // then
        List<Histogram> read = read(onlyFile(folder));
        List<String> tags = Stream.of(StageTime.values()).map(StageTime::text).toList();
        assertThat(read.subList(0, tags.size())).extracting(Histogram::getTag).isEqualTo(tags);
        assertThat(read.subList(tags.size(), read.size()))
                .extracting(Histogram::getTag)
                .isEqualTo(tags);
        Histogram first = read.get(0);
        assertThat(first.getStartTimeStamp()).isEqualTo(Recorded.START_MS);
        assertThat(first.getEndTimeStamp()).isEqualTo(Recorded.START_MS + 10_000);
        assertThat(first.getTotalCount()).isEqualTo(3);
        assertThat(first.getValueAtPercentile(50)).isBetween(5_000L, 5_050L);
        Histogram second = read.get(tags.size());
        assertThat(second.getStartTimeStamp()).isEqualTo(Recorded.START_MS + 10_000);
        assertThat(second.getEndTimeStamp()).isEqualTo(Recorded.START_MS + 12_000);
        assertThat(second.getTotalCount()).isEqualTo(4);
        assertThat(second.getMaxValue()).isBetween(70_000L, 70_700L);
        assertThat(Files.readString(onlyFile(folder)))
                .startsWith("#[test]\n#[Histogram log format version 1.3]\n")
                .contains("\nTag=match,10.000,2.000,0.070,HISTF");
    }

    @Test
    void idleIntervalIsOneLine() throws IOException {
        try (IntervalLog log = new IntervalLog(directory, MIB, "test")) {
            recorded.interval(10_000, log);
            log.write();
        }

        List<Histogram> read = read(onlyFile(directory));
        assertThat(read).extracting(Histogram::getTag).containsExactly("whole");
        assertThat(read.get(0).getTotalCount()).isZero();
    }

    @Test
    void eachDayAndEachStartBeginsAFile() throws IOException {
        // given three intervals, the last of them on the next day
        long toMidnight = 24 * HOUR_MS - Recorded.START_MS % (24 * HOUR_MS);
        try (IntervalLog log = new IntervalLog(directory, MIB, "test")) {
            recorded.interval(1_000, log);
            log.write();
            recorded.interval(toMidnight, log);
            log.write();
            recorded.interval(1_000, log);
            log.write();
        }

        // when another process begins in the same second as the first
        Recorded again = new Recorded();
        try (IntervalLog log = new IntervalLog(directory, MIB, "test")) {
            again.interval(1_000, log);
            log.write();
        }

        // then
        assertThat(files(directory))
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "stages-20261123-042051-2.hlog",
                        "stages-20261123-042051.hlog",
                        "stages-20261124-000001.hlog");
        assertThat(read(directory.resolve("stages-20261123-042051.hlog"))).hasSize(2);
    }

    @Test
    void oldestFilesGoAndOthersStay() throws IOException {
        // given a file of somebody else, and what is written in the course of a long time
        Path other = Files.writeString(directory.resolve("stages-mine.hlog"), "mine");
        SplittableRandom random = new SplittableRandom(5);
        long most = 0;
        try (IntervalLog log = new IntervalLog(directory, MIB, "test")) {
            for (int interval = 0; interval < 150; interval++) {
                for (int i = 0; i < 400; i++) {
                    recorded.all(1, (long) Math.exp(random.nextDouble(5, 20)));
                }
                // when
                recorded.interval(60_000, log);
                log.write();
                most = Math.max(most, size(directory));
            }
        }

        // then
        assertThat(most).isBetween(MIB / 2, MIB + (32L << 10));
        assertThat(other).hasContent("mine");
        assertThat(files(directory)).hasSizeBetween(5, 10);
        assertThat(read(files(directory).getLast())).isNotEmpty();
        assertThat(directory.resolve("stages-20261123-042051.hlog")).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenIsLeftOutAndTheNextIsTriedAgain() throws IOException {
        // given a folder that cannot be made
        Path folder = directory.resolve("metrics");
        Files.createFile(folder);
        try (IntervalLog log = new IntervalLog(folder, MIB, "test")) {
            recorded.all(1, 10);
            recorded.interval(1_000, log);
            assertThatThrownBy(log::write).isInstanceOf(IOException.class);

            // when it can be made
            Files.delete(folder);
            recorded.all(2, 10);
            recorded.interval(1_000, log);
            log.write();
        }

        // then
        List<Histogram> read = read(onlyFile(folder));
        assertThat(read.get(0).getTotalCount()).isEqualTo(2);
        assertThat(read.get(0).getStartTimeStamp()).isEqualTo(Recorded.START_MS + 1_000);
    }

    @Test
    void linesOfAnIntervalMakeLittleGarbage() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (IntervalLog log = new IntervalLog(directory, MIB, "test")) {
            long[] bytes = new long[20];
            for (int i = 0; i < bytes.length; i++) {
                for (long ns = 1; ns < 1 << 20; ns *= 2) {
                    recorded.all(3, ns);
                }
                long before = threads.getCurrentThreadAllocatedBytes();
                recorded.interval(1_000, log);
                log.write();
                bytes[i] = threads.getCurrentThreadAllocatedBytes() - before;
            }
            // Six times a minute, this is a fifth of what all threads together may allocate.
            assertThat(Arrays.stream(bytes).min().orElseThrow()).isLessThan(32L << 10);
        }
    }

    private static List<Histogram> read(Path file) throws IOException {
        List<Histogram> histograms = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            for (EncodableHistogram next = reader.nextIntervalHistogram();
                    next != null;
                    next = reader.nextIntervalHistogram()) {
                histograms.add((Histogram) next);
            }
        }
        return histograms;
    }

    private static Path onlyFile(Path folder) throws IOException {
        assertThat(files(folder)).hasSize(1);
        return files(folder).get(0);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*-[0-9]+\\.hlog"))
                    .sorted()
                    .toList();
        }
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : files(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
