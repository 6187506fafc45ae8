// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's library does not phone home, print, or keep threads of its own. */
class TelemetryTest {
    @TempDir Path directory;

    @Test
    void analyticsAreNotOnTheClassPath() {
        for (String name :
                List.of(
                        "net.openhft.chronicle.analytics.Analytics",
                        "net.openhft.chronicle.analytics.internal.GoogleAnalytics4")) {
            // when, then
            assertThatThrownBy(() -> Class.forName(name))
                    .isInstanceOf(ClassNotFoundException.class);
        }
        assertThat(getClass().getClassLoader().getResource("net/openhft/chronicle/analytics"))
                .isNull();
        assertThat(System.getProperty("chronicle.analytics.disable")).isEqualTo("true");
    }

    @Test
    void openJournalHasOneThreadAndOnlyItsOwnFiles() throws IOException {
        // given
        List<String> before = threadNames();

        // when
        List<String> added;
        List<String> files;
        try (ChronicleJournal journal =
                ChronicleJournal.open(
                        directory, JournalOptions.of(Durability.COMMIT), Records.IGNORE)) {
            Records.append(journal, 1_000);
            added = threadNames();
            added.removeAll(before);
            try (Stream<Path> paths = Files.walk(directory)) {
                files =
                        paths.filter(Files::isRegularFile)
                                .map(path -> directory.relativize(path).toString())
                                .sorted()
                                .toList();
            }
        }

        // then
        assertThat(added).containsExactly("journal-room");
        assertThat(threadNames()).doesNotContain("journal-room");
        assertThat(files)
                .containsExactly(
                        "journal/000001/19700102F.cq4",
                        "journal/000001/ROLL",
                        "journal/000001/metadata.cq4t",
                        "journal/FORMAT",
                        "journal/LOCK",
                        "journal/RUN");
        try (Stream<Path> home = Files.list(Path.of(System.getProperty("user.home")))) {
            assertThat(home.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(".chronicle"));
        }
    }

    @Test
    void nothingIsPrinted() throws IOException {
        // when
        Process process = ChildJvm.start(AppendingProcess.class, directory.toString());
        String first;
        try (BufferedReader output = process.inputReader(StandardCharsets.US_ASCII)) {
            first = output.readLine();
        } finally {
            process.destroyForcibly();
        }

        // then: the first line of both output streams is the process's own
        assertThat(first).isEqualTo("1");
    }

    private static List<String> threadNames() {
        return new java.util.ArrayList<>(
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> !name.equals("process reaper")) // the JDK's, for children
                        .toList());
    }
}
