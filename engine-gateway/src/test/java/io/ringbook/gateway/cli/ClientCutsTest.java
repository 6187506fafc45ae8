// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringbook.gateway.tcp.CuttingProxy;
import io.ringbook.gateway.tcp.CuttingProxy.Link;
import io.ringbook.gateway.tcp.CuttingProxy.Strike;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day through {@code send} and {@code serve} while the network or the exchange fails: the journal
 * has the events of {@code match}, each once.
 *
 * <p>{@code -Dringbook.cuts.seed=N} strikes at other moments, {@code -Dringbook.kills=N} more
 * often. With {@code -Dringbook.day=COMMANDS.csv,INSTRUMENTS.csv} a real day is sent as well,
 * without failures, with ten cuts and with ten kills, and the times are printed.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class ClientCutsTest {
    private static final long SEED = Long.getLong("ringbook.cuts.seed", 1);
    private static final String DAY = System.getProperty("ringbook.day", "");
    private static final int COMMANDS = 4_000;
    private static final int ACCOUNTS = 5;
    private static final int STRIKES = 10;
    private static final int KILLS = Integer.getInteger("ringbook.kills", 2);

    /** Bytes both ways for a command and its answers, roughly. */
    private static final long BYTES_PER_COMMAND = 280;

    private static final Pattern CUTS = Pattern.compile("\"cuts\":(\\d+),");

    /** sequence, time_ns, engine_order_id and contra_engine_order_id are each run's own. */
    private static final List<Integer> OWN_COLUMNS = List.of(0, 1, 7, 16);

    @TempDir private Path directory;
    private final AtomicReference<ServeProcess> server = new AtomicReference<>();
    private final AtomicReference<CuttingProxy> proxy = new AtomicReference<>();
    private String sent = "";

    @Test
    void cutsOfEachKindLoseAndRepeatNothing() throws Exception {
        List<Strike> cuts = new ArrayList<>();
        for (int i = 0; i < STRIKES; i++) {
            cuts.add(CuttingProxy.CUTS.get(i % CuttingProxy.CUTS.size()));
        }
        cuts.add(Link::loseRequests);
        cuts.add(Link::loseAnswers);
        Collections.shuffle(cuts, new Random(SEED));

        assertServedAsMatched("cut", generatedDay(), instruments(), cuts);

        assertThat(cutCount()).as("seed %d", SEED).isGreaterThanOrEqualTo(cuts.size());
    }

    @Test
    void killsOfTheExchangeLoseAndRepeatNothing() throws Exception {
        assertServedAsMatched("killed", generatedDay(), instruments(), kills(KILLS));

        assertThat(cutCount()).as("seed %d", SEED).isGreaterThanOrEqualTo(KILLS);
    }

    @Test
    void realDayIsServedAsMatched() throws Exception {
        assumeTrue(!DAY.isEmpty(), "-Dringbook.day=COMMANDS.csv,INSTRUMENTS.csv names a real day");
        Path day = Path.of(DAY.split(",", -1)[0]);
        Path instruments = Path.of(DAY.split(",", -1)[1]);

        assertServedAsMatched("whole", day, instruments, List.of());
        assertServedAsMatched("cut", day, instruments, Collections.nCopies(STRIKES, Link::reset));
        assertServedAsMatched("killed", day, instruments, kills(STRIKES));
    }

    private void assertServedAsMatched(
            String name, Path day, Path instruments, List<Strike> strikes) throws Exception {
        // given
        String what = name + " with seed " + SEED;
        Path matched = directory.resolve("matched.csv");
        if (!Files.exists(matched)) {
            run("match", day, "--instruments", instruments, "--events", matched);
        }
        long count = count(day);

        // when
        long startNs;
        long endNs;
        try (ServeProcess first = serve(configuration(name, day, instruments));
                CuttingProxy between =
                        new CuttingProxy(
                                first.port(),
                                new Random(SEED),
                                count * BYTES_PER_COMMAND / (strikes.size() + 1),
                                strikes)) {
            server.set(first);
            proxy.set(between);
            startNs = System.nanoTime();
            String to = "127.0.0.1:" + between.port();
            sent = run("send", day, "--to", to, "--keys", directory.resolve("keys"), "--json");
            endNs = System.nanoTime();
            assertThat(between.struck()).as(what).hasSameSizeAs(strikes);
            assertThat(server.get().terminate()).as(what).isZero();
        } finally {
            server.get().close();
        }
        System.out.printf(
                "%s: %,d commands, %d strikes, %d cuts of sessions, %.1f s%n",
                what, count, strikes.size(), cutCount(), (endNs - startNs) / 1e9);

        // then
        assertThat(sent).as(what).startsWith("{\"sent\":" + count + ",\"answered\":" + count);
        Path served = directory.resolve(name + ".csv");
        run("journal", "export", data(name), "-o", served);
        assertSameEvents(what, served, matched);
        run("journal", "verify", "--deep", data(name));
    }

    /** Kills of the exchange by SIGKILL; another one goes on with its journal. */
    private List<Strike> kills(int count) {
        return Collections.nCopies(
                count,
                link -> {
                    try {
                        server.get().kill();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    server.set(serve(directory.resolve("ringbook.conf")));
                    proxy.get().serverPort(server.get().port());
                });
    }

    private ServeProcess serve(Path config) throws IOException {
        return new ServeProcess(directory, "--config", config.toString());
    }

    private Path configuration(String name, Path day, Path instruments) throws IOException {
        Path keys = directory.resolve("sessions.conf");
        if (!Files.exists(keys)) {
            Files.writeString(keys, run("keygen", "--from", day, "-o", directory.resolve("keys")));
        }
        Path config = directory.resolve("ringbook.conf");
        Files.writeString(
                config,
                "include \"sessions.conf\"\nlisten.port = 0\ndata = "
                        + name
                        + "\ninstruments-file = \""
                        + instruments.toAbsolutePath()
                        + "\"\njournal { allocation-step = 8 MiB, room-ahead = 8 MiB }\n");
        return config;
    }

    private Path data(String name) {
        return directory.resolve(name);
    }

    private long cutCount() {
        Matcher cuts = CUTS.matcher(sent);
        assertThat(cuts.find()).as(sent).isTrue();
        return Long.parseLong(cuts.group(1));
    }

    private static String run(Object... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private static long count(Path day) throws IOException {
        try (Stream<String> lines = Files.lines(day)) {
            return lines.count() - 1;
        }
    }

    private static void assertSameEvents(String what, Path served, Path matched)
            throws IOException {
        try (BufferedReader left = Files.newBufferedReader(served);
                BufferedReader right = Files.newBufferedReader(matched)) {
            String expected = right.readLine();
            for (int line = 1; expected != null; line++) {
                assertThat(shared(left.readLine()))
                        .as("%s, line %d of the events", what, line)
                        .isEqualTo(shared(expected));
                expected = right.readLine();
            }
            assertThat(left.readLine()).as(what).isNull();
        }
    }

    /** An event without what is each run's own. */
    private static List<String> shared(String line) {
        List<String> fields = new ArrayList<>(List.of(String.valueOf(line).split(",", -1)));
        for (int column : OWN_COLUMNS) {
            if (column < fields.size()) {
                fields.set(column, "");
            }
        }
        return fields;
    }

    private Path instruments() throws IOException {
        return Files.writeString(
                directory.resolve("instruments.csv"), "symbol,tick_size\nAAA,0.01\nBBB,0.05\n");
    }

    /** Several accounts that trade with each other, some commands refused. */
    private Path generatedDay() throws IOException {
        Random random = new Random(SEED);
        StringBuilder lines =
                new StringBuilder(
                        "time_ns,action,symbol,account,order_id,orig_order_id,side,type,tif,"
                                + "quantity,price\n");
        int account = 0;
        for (int i = 1; i <= COMMANDS; i++) {
            account = random.nextInt(8) == 0 ? random.nextInt(ACCOUNTS) : account;
            lines.append(line(i, "ACC" + account, random));
        }
        return Files.writeString(directory.resolve("day.csv"), lines);
    }

    private static String line(int i, String account, Random random) {
        String symbol = random.nextBoolean() ? "AAA" : "BBB";
        String id = "C" + i;
        String target = "C" + (i - 1 - random.nextInt(20));
        String quantity = String.valueOf(1 + random.nextInt(50));
        String price = (95 + random.nextInt(10)) + ".00";
        String side = random.nextBoolean() ? "BUY" : "SELL";
        String tif = random.nextInt(5) == 0 ? "IOC" : "DAY";
        return switch (random.nextInt(10)) {
            case 0, 1 -> row(i, "CANCEL", symbol, account, id, target, "", "", "", "", "");
            case 2 -> row(i, "REPLACE", symbol, account, id, target, "", "", "", quantity, price);
            case 3 -> row(i, "REDUCE", symbol, account, id, target, "", "", "", "1", "");
            default -> row(i, "NEW", symbol, account, id, "", side, "LIMIT", tif, quantity, price);
        };
    }

    private static String row(int timeNs, String... fields) {
        return timeNs + "," + String.join(",", fields) + "\n";
    }
}
