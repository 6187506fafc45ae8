// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.gateway.lobster.GeneratedDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with anything in them end in a result or in sentences, never in an unexpected failure. */
class ForeignBytesTest {
    private static final int ROUNDS = 150;
    private static final long SEED = 20260105;

    @TempDir private Path directory;

    @Test
    void commandFilesWithAnythingInThemNeverFailUnexpectedly() throws Exception {
        byte[] good =
                """
                time_ns,action,symbol,account,order_id,orig_order_id,side,type,tif,quantity,price
                1,NEW,ABC,d,a,,BUY,LIMIT,GTC,10,1.00
                2,REPLACE,ABC,d,b,a,,,,12,1.01
                3,CANCEL,ABC,d,,b,,,,,
                4,MASS_CANCEL,,d,,,,,,,
                5,TICK,ABC,,,,,,,1,2.5
                6,END_OF_DAY,,,,,,,,,
                """
                        .getBytes(StandardCharsets.UTF_8);
        Path instruments =
                write("i.csv", "symbol,tick_size\nABC,0.01\n".getBytes(StandardCharsets.UTF_8));
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Path file = write("orders.csv", mutated(good, random));

            CommandLineRun run =
                    CommandLineRun.of(
                            "match",
                            file,
                            "--instruments",
                            instruments,
                            "--threads",
                            "single",
                            round % 2 == 0 ? "--keep-going" : "--stats");

            requireExpected(run, round);
        }
    }

    @Test
    void lobsterFilesWithAnythingInThemNeverFailUnexpectedly() throws Exception {
        GeneratedDay day = new GeneratedDay(SEED, 2, 8, 30);
        byte[] messages = day.messages().getBytes(StandardCharsets.UTF_8);
        byte[] rows = day.rows().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            boolean inMessages = random.nextBoolean();
            Path message =
                    write(day.name("message"), inMessages ? mutated(messages, random) : messages);
            Path orderBook =
                    write(day.name("orderbook"), inMessages ? rows : mutated(rows, random));

            CommandLineRun run =
                    CommandLineRun.of(
                            "import",
                            "lobster",
                            message,
                            orderBook,
                            "-o",
                            directory.resolve("day.csv"));

            requireExpected(run, round);
        }
    }

    private static void requireExpected(CommandLineRun run, int round) {
        assertThat(run.exitCode())
                .as("seed %d, round %d: %s", SEED, round, run.err())
                .isBetween(0, 1);
        assertThat(run.err())
                .as("seed %d, round %d", SEED, round)
                .doesNotContain("unexpected failure");
        assertThat(run.err().isEmpty())
                .as("seed %d, round %d: %s", SEED, round, run.err())
                .isEqualTo(run.exitCode() == 0);
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int position = random.nextInt(bytes.length);
            bytes[position] =
                    random.nextBoolean()
                            ? (byte) random.nextInt(256)
                            : good[random.nextInt(good.length)];
        }
        return bytes;
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }
}
