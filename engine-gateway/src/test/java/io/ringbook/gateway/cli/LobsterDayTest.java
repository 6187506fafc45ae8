// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.gateway.lobster.GeneratedDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A generated day in LOBSTER's format, from its files to a verified journal. */
class LobsterDayTest {
    private static final int ROWS = 5_000;

    @TempDir private Path directory;

    @ParameterizedTest
    @CsvSource({"1, 5, 60", "2, 5, 10", "3, 1, 30", "4, 10, 200"})
    void bookEqualsEveryRowAndTheJournalReplays(long seed, int levels, int population)
            throws Exception {
        GeneratedDay day = new GeneratedDay(seed, levels, population, ROWS);
        CommandLineRun imported = importDay(day);
        assertThat(imported.err()).isEmpty();
        assertThat(imported.exitCode()).isZero();

        CommandLineRun match = match("--journal", path("data"), "--events", path("events.csv"));

        assertThat(match.err()).isEmpty();
        assertThat(match.out())
                .contains(
                        String.format(
                                "%,d rows compared, best %d levels: all equal", rows(), levels))
                .contains(
                        String.format(
                                "%,d IOC orders, %,d traded at once, in full, at their price",
                                day.rowsOfType(4), day.rowsOfType(4)));
        assertThat(match.exitCode()).isZero();

        CommandLineRun verify = CommandLineRun.of("journal", "verify", path("data"), "--deep");
        assertThat(verify.err()).isEmpty();
        assertThat(verify.out()).contains("replayed: all events equal, byte for byte");

        CommandLineRun export =
                CommandLineRun.of("journal", "export", path("data"), "-o", path("export.csv"));
        assertThat(export.exitCode()).isZero();
        assertThat(path("export.csv")).hasSameBinaryContentAs(path("events.csv"));
    }

    @Test
    void countsOfTheImportAddUpToItsCommands() throws Exception {
        GeneratedDay day = new GeneratedDay(5, 5, 60, ROWS);

        String text = importDay(day).out();

        long commands = count(text, " levels, ([\\d,]+) commands");
        long sum = count(text, "([\\d,]+) NEW     anonymous orders of the book");
        sum += count(text, "([\\d,]+) CANCEL  orders of");
        sum += count(text, "([\\d,]+) NEW     levels that showed again");
        for (String type : List.of("1 new limit order", "2 partial cancel", "3 whole cancel")) {
            Matcher row =
                    Pattern.compile(type + " +[\\d,]+ +([\\d,]+) +([\\d,]+) +([\\d,]+) +([\\d,]+)")
                            .matcher(text);
            assertThat(row.find()).isTrue();
            for (int i = 1; i <= 4; i++) {
                sum += number(row.group(i));
            }
        }
        sum += day.rowsOfType(4);
        assertThat(sum).isEqualTo(commands);
        assertThat(Files.readAllLines(path("day.csv"))).hasSize((int) commands + 1);
    }

    @Test
    void rowThatIsAnotherIsNamedAndFails() throws Exception {
        GeneratedDay day = new GeneratedDay(6, 5, 60, 500);
        importDay(day);
        List<String> rows = Files.readAllLines(day.orderBook(directory));
        String[] fields = rows.get(99).split(",", 3);
        rows.set(99, fields[0] + "," + (Long.parseLong(fields[1]) + 1) + "," + fields[2]);
        Files.write(day.orderBook(directory), rows);

        CommandLineRun match = match();

        assertThat(match.exitCode()).isEqualTo(1);
        assertThat(match.out())
                .contains("best 5 levels: 1 differ\n")
                .containsPattern(
                        "  row 100, after command \\d+: ask level 1 is "
                                + fields[1]
                                + " at "
                                + fields[0]
                                + ", expected "
                                + (Long.parseLong(fields[1]) + 1)
                                + " at "
                                + fields[0]);
    }

    @Test
    void orderBookFileOfAnotherLengthFails() throws Exception {
        GeneratedDay day = new GeneratedDay(7, 5, 60, 500);
        importDay(day);
        Path orderBook = day.orderBook(directory);
        List<String> rows = Files.readAllLines(orderBook);

        Files.write(orderBook, rows.subList(0, rows.size() - 1));
        assertThat(match().err()).contains("do not belong together").contains("the index has more");

        rows.add(rows.get(0));
        Files.write(orderBook, rows);
        assertThat(match().err()).contains("do not belong together").contains("the file has more");
    }

    @Test
    void withoutAnIndexEachRowStandsBehindItsCommand() throws Exception {
        Files.writeString(path("i.csv"), "symbol,tick_size\nABC,0.01\n");
        Files.writeString(
                path("orders.csv"),
                """
                time_ns,action,symbol,account,order_id,side,quantity,price
                1,NEW,ABC,d,a,BUY,10,1.00
                2,NEW,ABC,d,b,SELL,5,1.01
                """);
        Files.writeString(
                path("ABC_2030-01-02_orderbook_1.csv"),
                """
                9999999999,0,10000,10
                10100,5,10000,10
                """);

        CommandLineRun run =
                CommandLineRun.of(
                        "match",
                        path("orders.csv"),
                        "--instruments",
                        path("i.csv"),
                        "--check-book",
                        path("ABC_2030-01-02_orderbook_1.csv"));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("2 rows compared, best 1 levels: all equal");
    }

    private CommandLineRun importDay(GeneratedDay day) throws IOException {
        Path message = day.write(directory);
        return CommandLineRun.of(
                "import", "lobster", message, day.orderBook(directory), "-o", path("day.csv"));
    }

    private CommandLineRun match(Object... more) throws IOException {
        Object[] arguments = new Object[6 + more.length];
        arguments[0] = "match";
        arguments[1] = path("day.csv");
        arguments[2] = "--instruments";
        arguments[3] = path("day.instruments.csv");
        arguments[4] = "--check-book";
        arguments[5] = orderBook();
        System.arraycopy(more, 0, arguments, 6, more.length);
        return CommandLineRun.of(arguments);
    }

    private Path orderBook() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(f -> f.toString().contains("_orderbook_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private long rows() throws IOException {
        return Files.readAllLines(orderBook()).size();
    }

    private Path path(String name) {
        return directory.resolve(name);
    }

    private static long count(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return number(matcher.group(1));
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }
}
