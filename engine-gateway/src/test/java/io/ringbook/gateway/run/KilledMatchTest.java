// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.journal.JournalReader;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.replay.Replayer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code match --journal} killed with SIGKILL while it runs: the state recovered is that of the
 * commands that survived, and every event that stands in the event file did.
 *
 * <p>{@code -Dringbook.kills=20} kills more often, {@code -Dringbook.kill.seed} elsewhere.
 */
final class KilledMatchTest {
    private static final int KILLS = Integer.getInteger("ringbook.kills", 3);
    private static final long SEED = Long.getLong("ringbook.kill.seed", 1);
    private static final int COMMANDS = 200_000;
    private static final EngineConfig CONFIG = EngineConfig.defaults(ThreadLayout.SINGLE);

    @TempDir private Path directory;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void whatWasReportedSurvivesAndNothingElseIsThere() throws Exception {
        // given a run that nobody kills
        SplittableRandom random = new SplittableRandom(SEED);
        writeFiles(random.split());
        Path whole = directory.resolve("whole");
        Process process = match(whole, directory.resolve("whole.csv"));
        assertThat(process.waitFor()).isZero();
        List<byte[]> expected = records(whole);
        int killedInTheMiddle = 0;

        for (int kill = 0; kill < KILLS; kill++) {
            // when
            Path data = directory.resolve("killed" + kill);
            Path events = directory.resolve("killed" + kill + ".csv");
            Process victim = match(data, events);
            awaitSize(events, 10_000L + random.nextInt(8_000_000), victim);
            victim.destroyForcibly();
            victim.waitFor();
            long reported = lastReported(events);

            // then
            String what = "kill " + kill + " with seed " + SEED;
            EngineState recovered = new EngineState(CONFIG);
            try (ChronicleJournal journal =
                    ChronicleJournal.open(
                            data, JournalOptions.of(Durability.COMMIT), new Replayer(recovered))) {
                assertThat(journal.lastSequence()).as(what).isGreaterThanOrEqualTo(reported);
            }
            List<byte[]> survived = records(data);
            assertThat(survived).as(what).hasSize((int) recovered.lastSequence());
            EngineState prefix = new EngineState(CONFIG);
            Replayer replayer = new Replayer(prefix);
            for (int i = 0; i < survived.size(); i++) {
                assertThat(survived.get(i)).as("%s, record %d", what, i).isEqualTo(expected.get(i));
                replayer.onRecord(new UnsafeBuffer(expected.get(i)), 0, expected.get(i).length);
            }
            assertThat(recovered.stateHash()).as(what).isEqualTo(prefix.stateHash());
            killedInTheMiddle += survived.size() < expected.size() ? 1 : 0;
        }
        assertThat(killedInTheMiddle).isPositive();
    }

    private Process match(Path data, Path events) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + jvmOptions());
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("io.ringbook.gateway.cli.Main");
        command.add("match");
        command.add(directory.resolve("commands.csv").toString());
        command.add("--instruments=" + directory.resolve("instruments.csv"));
        command.add("--journal=" + data);
        command.add("--events=" + events);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
    }

    /** The flags of every JVM of the project, two folders above this module's. */
    private static Path jvmOptions() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("bin/jvm.options"))) {
            here = here.getParent();
        }
        return here.resolve("bin/jvm.options");
    }

    private static void awaitSize(Path file, long size, Process process) throws Exception {
        while (process.isAlive() && (!Files.exists(file) || Files.size(file) < size)) {
            Thread.sleep(1);
        }
    }

    /** Sequence of the last whole row. */
    private static long lastReported(Path events) throws IOException {
        String text = Files.readString(events, StandardCharsets.US_ASCII);
        int end = text.lastIndexOf('\n');
        int start = text.lastIndexOf('\n', end - 1) + 1;
        String row = end < 0 ? "" : text.substring(start, end);
        return row.isEmpty() || !Character.isDigit(row.charAt(0))
                ? 0
                : Long.parseLong(row.substring(0, row.indexOf(',')));
    }

    private static List<byte[]> records(Path data) {
        List<byte[]> records = new ArrayList<>();
        JournalReader.open(data)
                .read(
                        (buffer, offset, length) -> {
                            byte[] copy = new byte[length];
                            buffer.getBytes(offset, copy);
                            records.add(copy);
                        });
        return records;
    }

    private void writeFiles(SplittableRandom random) throws IOException {
        Files.writeString(
                directory.resolve("instruments.csv"), "symbol,tick_size\nAAA,0.01\nBBB,0.05\n");
        try (BufferedWriter out =
                Files.newBufferedWriter(
                        directory.resolve("commands.csv"), StandardCharsets.US_ASCII)) {
            out.write("time_ns,action,symbol,account,order_id,orig_order_id,side,type,tif,");
            out.write("quantity,price\n");
            for (int i = 1; i <= COMMANDS; i++) {
                out.write(line(i, random));
            }
        }
    }

    private static String line(int i, SplittableRandom random) {
        String start = (1_700_000_000_000_000_000L + i * 1_000L) + ",";
        String party = (random.nextBoolean() ? "AAA" : "BBB") + ",ACC" + random.nextInt(3) + ",";
        if (random.nextInt(3) == 0) {
            return start
                    + "CANCEL,"
                    + party
                    + "C"
                    + i
                    + ",C"
                    + (i - random.nextInt(40))
                    + ",,,,,\n";
        }
        return start
                + "NEW,"
                + party
                + "C"
                + i
                + ",,"
                + (random.nextBoolean() ? "BUY" : "SELL")
                + ",LIMIT,DAY,"
                + (1 + random.nextInt(50))
                + ","
                + (95 + random.nextInt(10))
                + ".00\n";
    }
}
