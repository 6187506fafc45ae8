// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCommandTest {
    private static final String HEADER =
            "time_ns,action,symbol,account,order_id,orig_order_id,side,type,tif,quantity,price\n";

    private static final String EVENT_HEADER =
            "sequence,time_ns,event,symbol,account,order_id,orig_order_id,engine_order_id,side,"
                    + "price,quantity,leaves_quantity,cum_quantity,prevented_quantity,match_number,"
                    + "contra_order_id,contra_engine_order_id,liquidity,reason,text,repeat";

    @TempDir private Path directory;
    private Path instruments;

    @BeforeEach
    void twoInstruments() throws IOException {
        instruments =
                write(
                        "instruments.csv",
                        "symbol,tick_size,price_decimals\nABC,0.05,2\nXYZ,0.01,2\n");
    }

    @Test
    void eventsAndBookAreWrittenAsTheFormatsSay() throws Exception {
        String rows =
                """
                1000,NEW,ABC,ann,a1,,SELL,LIMIT,GTC,10,100.05
                1001,NEW,ABC,ann,a2,,SELL,LIMIT,GTC,5,100.05
                1002,NEW,ABC,bob,b1,,BUY,LIMIT,DAY,12,100.05
                1003,NEW,ABC,bob,b2,,BUY,LIMIT,DAY,4,100.01
                1004,REPLACE,ABC,ann,a3,a2,,,,6,100.10
                1005,CANCEL,ABC,bob,,b9,,,,,
                1006,NEW,NOPE,bob,b3,,BUY,LIMIT,DAY,1.5,2
                """;
        Path file = write("orders.csv", HEADER + rows);

        CommandLineRun run =
                CommandLineRun.of(
                        "match",
                        file,
                        "--instruments",
                        instruments,
                        "--events",
                        directory.resolve("events.csv"),
                        "--book",
                        directory.resolve("book.csv"));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("7 commands carried out, 11 events, ");
        assertThat(Files.readAllLines(directory.resolve("events.csv")))
                .containsExactly(
                        EVENT_HEADER,
                        "5,1000,ACCEPTED,ABC,ann,a1,,5,SELL,100.05,10,10,0,0,,,,,,,",
                        "6,1001,ACCEPTED,ABC,ann,a2,,6,SELL,100.05,5,5,0,0,,,,,,,",
                        "9,1002,ACCEPTED,ABC,bob,b1,,9,BUY,100.05,12,12,0,0,,,,,,,",
                        "9,1002,EXECUTED,ABC,bob,b1,,9,BUY,100.05,10,2,10,0,1,a1,5,TAKER,,,",
                        "9,1002,EXECUTED,ABC,ann,a1,,5,SELL,100.05,10,0,10,0,1,b1,9,MAKER,,,",
                        "9,1002,EXECUTED,ABC,bob,b1,,9,BUY,100.05,2,0,12,0,2,a2,6,TAKER,,,",
                        "9,1002,EXECUTED,ABC,ann,a2,,6,SELL,100.05,2,3,2,0,2,b1,9,MAKER,,,",
                        "10,1003,REJECTED,ABC,bob,b2,,10,BUY,100.01,4,,,,,,,,PRICE_TICK,"
                                + "Price is not on the tick grid,",
                        "11,1004,REPLACED,ABC,ann,a3,a2,6,SELL,100.10,6,4,2,0,,,,,,,",
                        "12,1005,CANCEL_REJECTED,ABC,bob,,b9,,,,0,,,,,,,,UNKNOWN_ORDER,Unknown"
                                + " order,",
                        "13,1006,REJECTED,NOPE,bob,b3,,13,BUY,2,1.5,,,,,,,,UNKNOWN_SYMBOL,Unknown"
                                + " symbol,");
        assertThat(Files.readString(directory.resolve("book.csv")))
                .isEqualTo("symbol,side,level,price,quantity,orders\nABC,SELL,1,100.10,4,1\n");
    }

    @Test
    void malformedLineEndsTheRunWithItsSentence() throws Exception {
        Path file =
                write(
                        "orders.csv",
                        HEADER
                                + "1,NEW,ABC,ann,a1,,SELL,LIMIT,GTC,10,100.05\n"
                                + "2,NEW,ABC,ann,a2,,SELL,LIMIT,GTC,ten,100.05\n");

        CommandLineRun run = CommandLineRun.of("match", file, "--instruments", instruments);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "ringbook: "
                                + file
                                + ", line 3, column quantity: found \"ten\", expected a quantity as"
                                + " a decimal number such as 12.50 (1 command before it"
                                + " carried out; --keep-going goes on behind bad lines)\n");
    }

    @Test
    void keepGoingCarriesOutTheRestAndFailsAtTheEnd() throws Exception {
        Path file =
                write(
                        "orders.csv",
                        HEADER
                                + "9,NEW,ABC,ann,a1,,SELL,LIMIT,GTC,10,100.05\n"
                                + "8,NEW,ABC,ann,a2,,SELL,LIMIT,GTC,1,100.05\n"
                                + "9,NEW,ABC,ann,a3,,SIDE,LIMIT,GTC,1,100.05\n"
                                + "9,NEW,ABC,ann,a4,,SELL,LIMIT,GTC,1,100.05\n");

        CommandLineRun run =
                CommandLineRun.of("match", file, "--instruments", instruments, "--keep-going");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("2 commands carried out, 2 events");
        assertThat(run.err().lines())
                .containsExactly(
                        "ringbook: "
                                + file
                                + ", line 3: time goes back: found time_ns 8, expected at least 9"
                                + " as on an earlier line",
                        "ringbook: "
                                + file
                                + ", line 4, column side: found \"SIDE\", expected BUY, SELL",
                        "ringbook: 2 malformed lines left out");
    }

    @Test
    void withAnAccountsFileOnlyItsAccountsAreKnownAndTheirLimitsHold() throws Exception {
        Path accounts = write("accounts.csv", "account,order_rate,order_burst\nann,1,1\n");
        Path file =
                write(
                        "orders.csv",
                        HEADER
                                + "1,NEW,ABC,ann,a1,,SELL,LIMIT,GTC,10,100.05\n"
                                + "1,NEW,ABC,ann,a2,,SELL,LIMIT,GTC,10,100.05\n"
                                + "1,NEW,ABC,eve,e1,,SELL,LIMIT,GTC,10,100.05\n");

        CommandLineRun run =
                CommandLineRun.of(
                        "match",
                        file,
                        "--instruments",
                        instruments,
                        "--accounts",
                        accounts,
                        "--events",
                        "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().skip(1).map(line -> line.replaceAll("^\\d+,", "")))
                .containsExactly(
                        "1,ACCEPTED,ABC,ann,a1,,5,SELL,100.05,10,10,0,0,,,,,,,",
                        "1,REJECTED,ABC,ann,a2,,6,SELL,100.05,10,,,,,,,,THROTTLED,Rate limit of"
                                + " the session reached,",
                        "1,REJECTED,ABC,eve,e1,,8,SELL,100.05,10,,,,,,,,UNKNOWN_ACCOUNT,Account"
                                + " unknown or not the session's,");
    }

    @Test
    void secondFileGoesOnFromTheJournal() throws Exception {
        Path journal = directory.resolve("data");
        Path first = write("1.csv", HEADER + "5,NEW,ABC,ann,a1,,SELL,LIMIT,GTC,10,100.05\n");
        Path second = write("2.csv", HEADER + "5,NEW,ABC,bob,b1,,BUY,LIMIT,GTC,4,100.05\n");
        Path early = write("3.csv", HEADER + "4,NEW,ABC,bob,b2,,BUY,LIMIT,GTC,4,100.05\n");
        Path other = write("other.csv", "symbol,tick_size,price_decimals\nABC,0.01,2\n");

        assertThat(match(first, journal).exitCode()).isZero();
        CommandLineRun run = match(second, journal, "--events", "-");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().skip(1))
                .containsExactly(
                        "8,5,ACCEPTED,ABC,bob,b1,,8,BUY,100.05,4,4,0,0,,,,,,,",
                        "8,5,EXECUTED,ABC,bob,b1,,8,BUY,100.05,4,0,4,0,1,a1,5,TAKER,,,",
                        "8,5,EXECUTED,ABC,ann,a1,,5,SELL,100.05,4,6,4,0,1,b1,8,MAKER,,,");

        CommandLineRun back = match(early, journal);
        assertThat(back.exitCode()).isEqualTo(1);
        assertThat(back.err())
                .isEqualTo(
                        "ringbook: "
                                + early
                                + ", line 2: time goes back: found time_ns 4, expected at least 5,"
                                + " where the journal in "
                                + journal
                                + " ends; name another directory to begin a new journal\n");

        CommandLineRun redefined =
                CommandLineRun.of("match", second, "--instruments", other, "--journal", journal);
        assertThat(redefined.exitCode()).isEqualTo(1);
        assertThat(redefined.err())
                .startsWith("ringbook: " + other + " defines ABC otherwise than the journal");
    }

    @ParameterizedTest
    @CsvSource({"single,1", "fused,1", "staged,1", "fused,2", "auto,2"})
    void everyLayoutOfThreadsGivesTheSameEvents(String threads, int shards) throws Exception {
        String rows =
                """
                1,NEW,ABC,ann,a1,,SELL,LIMIT,GTC,10,100.05
                2,NEW,XYZ,ann,x1,,SELL,LIMIT,GTC,10,7.01
                3,NEW,XYZ,bob,x2,,BUY,LIMIT,IOC,3,7.01
                4,MASS_CANCEL,,ann,m1,,,,,,
                """;
        Path file = write("orders.csv", HEADER + rows);

        CommandLineRun run =
                CommandLineRun.of(
                        "match",
                        file,
                        "--instruments",
                        instruments,
                        "--threads",
                        threads,
                        "--shards",
                        shards,
                        "--events",
                        "-");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().skip(1))
                .containsExactly(
                        "5,1,ACCEPTED,ABC,ann,a1,,5,SELL,100.05,10,10,0,0,,,,,,,",
                        "6,2,ACCEPTED,XYZ,ann,x1,,6,SELL,7.01,10,10,0,0,,,,,,,",
                        "9,3,ACCEPTED,XYZ,bob,x2,,9,BUY,7.01,3,3,0,0,,,,,,,",
                        "9,3,EXECUTED,XYZ,bob,x2,,9,BUY,7.01,3,0,3,0,1,x1,6,TAKER,,,",
                        "9,3,EXECUTED,XYZ,ann,x1,,6,SELL,7.01,3,7,3,0,1,x2,9,MAKER,,,",
                        "10,4,CANCELED,ABC,ann,a1,,5,SELL,100.05,10,0,0,0,,,,,MASS_CANCEL,,",
                        "10,4,CANCELED,XYZ,ann,x1,,6,SELL,7.01,7,0,3,0,,,,,MASS_CANCEL,,",
                        "10,4,MASS_CANCELED,,ann,m1,,,,,2,,,,,,,,,,");
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void massCancelOfWhatIsUnknownCancelsNothing(int shards) throws Exception {
        Path accounts = write("accounts.csv", "account\nann\n");
        String rows =
                """
                1,NEW,ABC,ann,a1,,SELL,LIMIT,GTC,10,100.05
                2,MASS_CANCEL,NOPE,ann,m1,,,,,,
                3,MASS_CANCEL,,eve,m2,,,,,,
                """;
        Path file = write("orders.csv", HEADER + rows);
        Path journal = directory.resolve("data");

        CommandLineRun run =
                match(
                        file,
                        journal,
                        "--accounts",
                        accounts,
                        "--shards",
                        shards,
                        "--events",
                        "-",
                        "--threads",
                        "fused");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().skip(2))
                .containsExactly(
                        "6,2,MASS_CANCELED,NOPE,ann,m1,,,,,0,,,,,,,,,,",
                        "8,3,MASS_CANCELED,,eve,m2,,,,,0,,,,,,,,,,");
        assertThat(CommandLineRun.of("journal", "verify", journal, "--deep").exitCode()).isZero();
    }

    @Test
    void statsCountKindsForPeopleAndPrograms() throws Exception {
        Path file = write("orders.csv", HEADER + "1,NEW,ABC,ann,a1,,SELL,LIMIT,GTC,10,100.05\n");

        CommandLineRun text =
                CommandLineRun.of(
                        "match",
                        file,
                        "--instruments",
                        instruments,
                        "--stats",
                        "--threads",
                        "single");
        CommandLineRun json =
                CommandLineRun.of("match", file, "--instruments", instruments, "--json");

        assertThat(text.out())
                .containsPattern("NEW_ORDER +1\n")
                .containsPattern("ADD_INSTRUMENT +2\n")
                .containsPattern("ACCEPTED +1\n")
                .contains(" per command")
                .contains("time of one command, one thread, all stages: p50 ");
        assertThat(json.out())
                .startsWith("{\"lines\":1,\"bad_lines\":0,\"faults\":[],")
                .contains("\"new_order\":1,")
                .contains("\"accepted\":1,")
                .endsWith("}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "match orders.csv | Missing required option: '--instruments=F'",
                "match | Missing required",
                "match orders.csv --instruments i.csv --threads many | Invalid value for option"
                        + " '--threads'",
                "match orders.csv --instruments i.csv --threads single --shards 2 | threads ="
                        + " single runs one shard, but shards is 2",
                "match orders.csv --instruments i.csv --durability sync | --durability SYNC needs"
                        + " --journal DIR",
                "match orders.csv --instruments i.csv --journal d --durability none |"
                        + " --durability none keeps nothing",
                "match orders.csv --instruments i.csv --loud | there is no option --loud",
                "journal dmp | \"dmp\" is not understood; did you mean dump?",
                "trade | \"trade\" is not understood",
                "journal | journal needs a command",
                "import | import needs a format",
                "journal book dir ABC --at noon | --at found \"noon\", expected a sequence",
                "journal book dir ABC --depth 0 | --depth is at least 1",
                "demo --seconds 0 | --seconds is 1 to 45, not 0"
            })
    void wrongUsageIsExitCodeTwoWithASentence(String line, String sentence) {
        CommandLineRun run = CommandLineRun.of((Object[]) line.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("ringbook: " + sentence)
                .contains("--help shows what it takes")
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--help",
        "match --help",
        "demo --help",
        "import --help",
        "import lobster --help",
        "journal --help",
        "journal verify --help",
        "journal dump --help",
        "journal stats --help",
        "journal export --help",
        "journal book --help",
        "--version"
    })
    void helpAndVersionAreThereOnEveryLevel(String line) {
        CommandLineRun run = CommandLineRun.of((Object[]) line.split(" "));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).containsPattern("Usage: ringbook|ringbook \\d+\\.\\d+");
    }

    @Test
    void unreadableAndUnwritableFilesAreSentences() throws Exception {
        Path file = write("orders.csv", HEADER);
        Path none = directory.resolve("none/none.csv");

        assertThat(CommandLineRun.of("match", file, "--instruments", none).err())
                .isEqualTo("ringbook: cannot read " + none + ": no such file or directory\n");
        assertThat(CommandLineRun.of("match", none, "--instruments", instruments).err())
                .isEqualTo("ringbook: cannot read " + none + ": no such file or directory\n");
        assertThat(
                        CommandLineRun.of(
                                        "match",
                                        file,
                                        "--instruments",
                                        instruments,
                                        "--events",
                                        none)
                                .err())
                .isEqualTo("ringbook: cannot write " + none + ": no such file or directory\n");
    }

    private CommandLineRun match(Path file, Path journal, Object... more) {
        Object[] arguments = new Object[6 + more.length];
        arguments[0] = "match";
        arguments[1] = file;
        arguments[2] = "--instruments";
        arguments[3] = instruments;
        arguments[4] = "--journal";
        arguments[5] = journal;
        System.arraycopy(more, 0, arguments, 6, more.length);
        return CommandLineRun.of(arguments);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
