// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderEntryListener;
import io.ringbook.gateway.client.Report;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.config.ServeConfigReader;
import io.ringbook.gateway.serve.ServedExchange;
import io.ringbook.gateway.tcp.ServerListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class LoadCommandTest implements OrderEntryListener {
    private static final String CONFIG =
            """
            listen.port = 0
            engine.threads = single
            journal { allocation-step = 1 MiB, room-ahead = 1 MiB }
            instruments = [
              { symbol = PLAIN, tick-size = 0.01 }
              { symbol = BANDED, tick-size = 0.05, lot-size = 10, band = 5%, reference-price = 20 }
            ]
            """;

    @TempDir private Path folder;
    private Path config;

    @BeforeEach
    void configure() throws IOException {
        CommandLineRun keygen = CommandLineRun.of("keygen", "s1", "s2", "s3", "-o", keys());
        config = folder.resolve("ringbook.conf");
        Files.writeString(config, keygen.out() + CONFIG);
    }

    @Test
    void everyOrderIsAnsweredNoneRefusedAndNoneLeftAndThenAllOfItOnceMore() {
        try (ServedExchange exchange = serve()) {
            for (int run = 0; run < 2; run++) {
                CommandLineRun load =
                        load(exchange, "--rate", 2000, "--seconds", 1, "--warm-up", 0, "--json");

                assertThat(load.err()).isEmpty();
                assertThat(load.exitCode()).isZero();
                assertThat(number(load, "due")).isEqualTo(2_000);
                assertThat(number(load, "answered")).isEqualTo(2_000);
                assertThat(number(load, "refused")).isZero();
                assertThat(number(load, "trade_reports")).isPositive();
                assertThat(load.out())
                        .startsWith("{\"schema\":\"ringbook-load/1\",\"kind\":\"load\",")
                        .contains("\"latency_ns\":{\"answer\":{\"count\":2000,\"p50\":");
            }
            assertThat(openOrders(exchange)).isZero();
        }
    }

    @Test
    void sessionsAndInstrumentsShareTheLoadAndWhatItSaysIsWrittenAsAsked() throws IOException {
        Path hlog = folder.resolve("load.hlog");
        Path plot = folder.resolve("load.svg");
        try (ServedExchange exchange = serve()) {
            CommandLineRun load =
                    load(
                            exchange,
                            "--connections",
                            3,
                            "--symbol",
                            "PLAIN,BANDED=20.00",
                            "--rate",
                            3000,
                            "--seconds",
                            1,
                            "--warm-up",
                            0,
                            "--profile",
                            "bursty",
                            "--resting",
                            90,
                            "--hlog",
                            hlog,
                            "--plot",
                            plot);

            assertThat(load.exitCode()).as(load.err()).isZero();
            assertThat(load.out())
                    .startsWith(
                            "bursty load, 3,000 orders a second, 3 connections, open loop, spin:"
                                    + " 1.0 s after 0.0 s\n")
                    .containsPattern("\nanswer +[0-9.,]+ +[0-9.,]+ ")
                    .containsPattern("\nfill +[0-9.,]+ ")
                    .endsWith(" too late for their order, 0 refused\n");
            assertThat(Files.readAllLines(hlog))
                    .filteredOn(line -> line.startsWith("Tag="))
                    .isNotEmpty();
            assertThat(Files.readString(plot)).startsWith("<svg ").endsWith("</svg>\n");
            assertThat(openOrders(exchange)).isZero();
        }
    }

    @Test
    void recordedDayIsSentTwiceUnderIdsOfItsOwn() throws IOException {
        Path day = folder.resolve("day.csv");
        Files.write(
                day,
                List.of(
                        "time_ns,action,symbol,account,order_id,orig_order_id,side,type,tif,quantity,price",
                        "1000000000,NEW,PLAIN,s1,a,,SELL,LIMIT,DAY,100,100.05",
                        "1100000000,NEW,PLAIN,s2,b,,BUY,LIMIT,DAY,40,100.05",
                        "1200000000,TICK,PLAIN,,,,,,,,100.05",
                        "1300000000,REPLACE,PLAIN,s1,a2,a,,,,200,100.10",
                        "1400000000,NEW,PLAIN,s1,c,,BUY,LIMIT,GTC,7,99.00",
                        "1500000000,CANCEL,PLAIN,s1,,c,,,,,"));
        try (ServedExchange exchange = serve()) {
            for (int run = 0; run < 2; run++) {
                CommandLineRun load =
                        load(exchange, "--commands", day, "--speed", 10, "--warm-up", 0, "--json");

                assertThat(load.err()).isEmpty();
                assertThat(load.exitCode()).isZero();
                assertThat(number(load, "answered")).isEqualTo(5);
                assertThat(number(load, "trade_reports")).isEqualTo(2);
                assertThat(number(load, "measured_ns")).isEqualTo(50_000_001);
            }
            assertThat(openOrders(exchange)).isZero();
        }
    }

    @Test
    void refusalsThatNobodyExpectsSpoilTheFiguresAndAreNamed() throws IOException {
        Path day = folder.resolve("day.csv");
        Files.write(
                day,
                List.of(
                        "time_ns,action,symbol,account,order_id,side,quantity,price",
                        "1,NEW,PLAIN,s1,a,SELL,100,100.05",
                        "2,NEW,PLAIN,s1,b,SELL,100,100.051",
                        "3,NEW,NONE,s1,c,SELL,100,100.05"));
        try (ServedExchange exchange = serve()) {
            CommandLineRun load = load(exchange, "--commands", day, "--warm-up", 0);
            CommandLineRun allowed =
                    load(exchange, "--commands", day, "--warm-up", 0, "--allow-rejects", 70);

            assertThat(load.exitCode()).isEqualTo(1);
            assertThat(load.err())
                    .isEqualTo(
                            "ringbook: 2 orders refused that should not be {UNKNOWN_SYMBOL=1,"
                                    + " PRICE_TICK=1}: the latencies are partly those of refusals"
                                    + " (--allow-rejects says how many may be)\n");
            assertThat(allowed.exitCode()).isZero();
        }
    }

    @Test
    void exchangeThatDiesInTheMiddleLeavesWhatWasMeasured() throws Exception {
        try (ServeProcess serve = new ServeProcess(folder, "--config", config.toString());
                MainProcess load =
                        new MainProcess(
                                folder,
                                "load",
                                "--to",
                                "127.0.0.1:" + serve.port(),
                                "--keys",
                                keys(),
                                "--rate",
                                1000,
                                "--seconds",
                                50,
                                "--warm-up",
                                0)) {
            // Until the load is under way.
            Path journal = folder.resolve("data");
            awaitOrders(journal);

            serve.kill();

            CommandLineRun run = load.await();
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).containsPattern("\nanswer +[0-9.,]+ ").contains("\ndue ");
            assertThat(run.err())
                    .matches(
                            "(?s).*ringbook: session s1 was cut: .*"
                                    + " \\([0-9,]+ orders? had been answered in the measured time\\)\n");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate 0|--rate is 1 to 10,000,000 orders a second, not 0",
                "--connections 0|--connections is 1 to 1,000, not 0",
                "--seconds 0|--seconds is 1 to 86,400 seconds, not 0",
                "--profile bursty --branching 1|--branching is 0 to less than 1, not 1.0: at 1 a burst"
                        + " never ends",
                "--profile recorded|--profile recorded needs --commands FILE.csv",
                "--commands x.csv --profile constant|--commands is for --profile recorded",
                "--ladder=9:3|--ladder is FROM:TO in orders a second, as 1000:1000000, not 9:3",
                "--ladder --closed-loop|--ladder raises the rate of an open loop, constant or bursty",
                "--tolerance 101|--tolerance is 0 to 100 percent, not 101.0",
                "--p99-limit 5 --ladder|--p99-limit is \"5\", which is not a duration with its unit"
                        + " (ns, us, ms, s, min, h), as 5 s"
            })
    void wrongUsageIsASentenceBeforeAnythingIsDone(String arguments, String sentence) {
        List<Object> command =
                new ArrayList<>(List.of("load", "--to", "127.0.0.1:1", "--keys", "k"));
        command.addAll(List.of(arguments.split(" ")));

        CommandLineRun run = CommandLineRun.of(command.toArray());

        assertThat(run.err())
                .isEqualTo(
                        "ringbook: " + sentence + "; ringbook load --help shows what it takes\n");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void whatKeepsALoadFromBeginningIsASentence() throws IOException {
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = closed.getLocalPort();
        }
        String nowhere = "127.0.0.1:" + free;
        try (ServedExchange exchange = serve()) {
            Path others = folder.resolve("others");
            CommandLineRun.of("keygen", "s1", "-o", others);
            Path empty = Files.createDirectory(folder.resolve("empty"));

            assertFault(
                    CommandLineRun.of("load", "--to", nowhere, "--keys", keys()),
                    "connection refused at "
                            + nowhere
                            + ": no server listens there (start one with serve)");
            assertFault(
                    CommandLineRun.of("load", "--to", nowhere, "--keys", empty),
                    "1 connection needs a key, "
                            + empty
                            + " has 0: make keys with keygen, and give the exchange their public"
                            + " halves");
            assertFault(
                    load(exchange, "--connections", 4),
                    "4 connections need a key each, "
                            + keys()
                            + " has 3: make keys with keygen, and give the exchange their public"
                            + " halves");
            assertFault(
                    load(exchange, "--symbol", "BANDED"),
                    "BANDED has a price band, and an exchange does not tell around which price: say"
                            + " it, as in --symbol BANDED=PRICE");
            assertFault(
                    load(exchange, "--symbol", "NONE"),
                    "the exchange at " + exchange.address() + " does not trade NONE");
            assertFault(
                    load(exchange, "--symbol", "PLAIN=1.005"),
                    "\"1.005\" is no price of PLAIN on its ticks");
            assertThat(
                            CommandLineRun.of("load", "--to", exchange.address(), "--keys", others)
                                    .err())
                    .contains("refused the login of session s1");
        }
    }

    private static void assertFault(CommandLineRun run, String sentence) {
        assertThat(run.err()).isEqualTo("ringbook: " + sentence + "\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    private void awaitOrders(Path journal) throws InterruptedException {
        long endNs = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < endNs) {
            CommandLineRun stats = CommandLineRun.of("journal", "stats", journal, "--json");
            Matcher orders = Pattern.compile("\"new_order\":([0-9]+)").matcher(stats.out());
            if (orders.find() && Long.parseLong(orders.group(1)) > 1_500) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("the load does not begin");
    }

    private long openOrders(ServedExchange exchange) {
        long count = 0;
        for (String session : List.of("s1", "s2", "s3")) {
            ClientSettings settings =
                    ClientSettings.of(
                            new ServerAddress("127.0.0.1", exchange.port()),
                            SessionKeyFile.read(SessionKeyFile.in(keys(), session)));
            try (OrderEntryClient client = OrderEntryClient.connect(settings, this)) {
                count += client.desk(session).openOrders(null).join().size();
            }
        }
        return count;
    }

    @Override
    public void onReport(Report report) {
        // What is replayed at the login.
    }

    private ServedExchange serve() {
        return ServedExchange.start(
                ServeConfigReader.read(config),
                new ServerListener() {},
                failure -> {
                    throw new AssertionError(failure);
                },
                notice -> {});
    }

    private CommandLineRun load(ServedExchange exchange, Object... options) {
        List<Object> command =
                new ArrayList<>(List.of("load", "--to", exchange.address(), "--keys", keys()));
        command.addAll(List.of(options));
        return CommandLineRun.of(command.toArray());
    }

    private static long number(CommandLineRun run, String field) {
        Matcher matcher = Pattern.compile("\"" + field + "\":([0-9]+)").matcher(run.out());
        assertThat(matcher.find()).as(run.out()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private Path keys() {
        return folder.resolve("keys");
    }
}
