// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringbook.core.metrics.StageTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log on a disk without room keeps whole lines only, and goes on when there is room. */
final class IntervalLogFullDiskTest {
    private static final int KIB = 1 << 10;
    private static final SplittableRandom RANDOM = new SplittableRandom(3);

    private final Recorded recorded = new Recorded();
    @TempDir private Path parent;
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(parent.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
        assumeTrue(mounted, "a small disk cannot be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void linesThatDoNotFitAreLeftOutWhole() throws IOException {
        try (IntervalLog log = new IntervalLog(disk, 64L << 20, "test")) {
            // given a disk that the log has filled to its end
            int written = 0;
            while (isWritten(log)) {
                written++;
            }
            assertThat(written).isPositive();
            Path file = files().get(0);
            long lengthBytes = Files.size(file);

            // when it tries again, in vain, and then once more with room
            assertThat(isWritten(log)).isFalse();
            assertThat(file).hasSize(lengthBytes);
            run("mount", "-o", "remount,size=1m", disk.toString());
            assertThat(isWritten(log)).isTrue();

            // then
            assertThat(files()).hasSize(1);
            assertThat(Files.readString(file)).endsWith("\n");
            assertThat(lines(file)).isEqualTo((written + 1) * StageTime.values().length);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void fullDiskIsNotStrewnWithEmptyFiles() throws IOException {
        // given a disk that others have filled
        Files.write(disk.resolve("filler"), new byte[256 * KIB]);

        // when
        try (IntervalLog log = new IntervalLog(disk, 64L << 20, "test")) {
            for (int i = 0; i < 3; i++) {
                recorded.interval(1_000, log);
                assertThatThrownBy(log::write).isInstanceOf(IOException.class);
            }
        }

        // then
        assertThat(files()).isEmpty();
    }

    private boolean isWritten(IntervalLog log) {
        for (int i = 0; i < 300; i++) {
            recorded.all(1, (long) Math.exp(RANDOM.nextDouble(3, 22)));
        }
        recorded.interval(1_000, log);
        try {
            log.write();
            return true;
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
            return false;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(disk)) {
            return files.filter(file -> file.toString().endsWith(".hlog")).toList();
        }
    }

    private static int lines(Path file) throws IOException {
        int count = 0;
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            while (reader.nextIntervalHistogram() != null) {
                count++;
            }
        }
        return count;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
