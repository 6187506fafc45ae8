// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.gateway.csv.CsvOut;
import io.ringbook.gateway.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LobsterImporterTest {
    private static final String MESSAGE = "ABC_2030-01-02_0_1_message_2.csv";
    private static final String ORDER_BOOK = "ABC_2030-01-02_0_1_orderbook_2.csv";

    @TempDir private Path directory;
    private final ByteArrayOutputStream commands = new ByteArrayOutputStream();
    private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    private final ByteArrayOutputStream instruments = new ByteArrayOutputStream();

    /** Each line below is a message, and the order book row after it, of two levels. */
    private static final String[][] DAY = {
        {"34200.5,1,11,50,1000000,1", "1000100,10,1000000,80,1000200,20,999900,40"},
        {"34200.5,2,11,20,1000000,1", "1000100,10,1000000,60,1000200,20,999900,40"},
        {"34201,5,0,7,1000050,-1", "1000100,10,1000000,60,1000200,20,999900,40"},
        {"34202,4,0,10,1000100,-1", "1000200,20,1000000,60,1000300,5,999900,40"},
        {"34203,1,12,9,1000100,-1", "1000100,9,1000000,60,1000200,20,999900,40"},
        {"34204,3,9,30,1000000,1", "1000100,9,1000000,30,1000200,20,999900,40"},
        {"34205,7,0,0,-1,-1", "1000100,9,1000000,30,1000200,20,999900,40"},
        {"34206,3,11,30,1000000,1", "1000100,9,999900,40,1000200,20,-9999999999,0"},
    };

    @Test
    void eachMessageBecomesACommandOfItsKind() throws Exception {
        writeDay(DAY);

        ImportCounts counts = importDay();

        assertThat(commands.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        time_ns,action,symbol,account,order_id,orig_order_id,side,type,tif,quantity,price
                        1893576600500000000,NEW,ABC,BOOK,A1,,BUY,LIMIT,GTC,30,100.0000
                        1893576600500000000,NEW,ABC,BOOK,A2,,BUY,LIMIT,GTC,40,99.9900
                        1893576600500000000,NEW,ABC,BOOK,A3,,SELL,LIMIT,GTC,10,100.0100
                        1893576600500000000,NEW,ABC,BOOK,A4,,SELL,LIMIT,GTC,20,100.0200
                        1893576600500000000,NEW,ABC,BOOK,11,,BUY,LIMIT,GTC,50,100.0000
                        1893576600500000000,REDUCE,ABC,BOOK,,11,,,,20,
                        1893576602000000000,NEW,ABC,TAKER,X4,,BUY,LIMIT,IOC,10,100.0100
                        1893576602000000000,NEW,ABC,BOOK,A5,,SELL,LIMIT,GTC,5,100.0300
                        1893576603000000000,NEW,ABC,BOOK,12,,SELL,LIMIT,GTC,9,100.0100
                        1893576603000000000,CANCEL,ABC,BOOK,,A5,,,,,
                        1893576604000000000,CANCEL,ABC,BOOK,,A1,,,,,
                        1893576606000000000,CANCEL,ABC,BOOK,,11,,,,,
                        """);
        assertThat(rows.toString(StandardCharsets.UTF_8))
                .isEqualTo("row,commands\n1,5\n2,6\n3,6\n4,8\n5,10\n6,11\n7,11\n8,12\n");
        assertThat(instruments.toString(StandardCharsets.UTF_8))
                .isEqualTo("symbol,tick_size,lot_size,currency,price_decimals\nABC,0.01,1,USD,4\n");
        assertThat(counts.commands()).isEqualTo(12);
        assertThat(counts.seedOrders()).isEqualTo(4);
        assertThat(counts.levelsShownAgain()).isEqualTo(1);
        assertThat(counts.ordersLeft()).isEqualTo(1);
        assertThat(counts.cancels(3)).isEqualTo(2);
    }

    @Test
    void zipGivesTheSameAsItsFiles() throws Exception {
        writeDay(DAY);
        importDay();
        String plain = commands.toString(StandardCharsets.UTF_8);
        commands.reset();
        Path zip = directory.resolve("day.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (String name : new String[] {ORDER_BOOK, MESSAGE}) {
                packed.putNextEntry(new ZipEntry(name));
                packed.write(Files.readAllBytes(directory.resolve(name)));
            }
        }

        LobsterFiles files = LobsterFiles.zip(zip);
        importDay(files);

        assertThat(commands.toString(StandardCharsets.UTF_8)).isEqualTo(plain);
        assertThat(files.symbol()).isEqualTo("ABC");
        assertThat(files.date()).isEqualTo(LocalDate.of(2030, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 60", "2, 5, 12", "3, 1, 30", "4, 10, 200"})
    void generatedDayImportsWithoutContradiction(long seed, int levels, int population)
            throws Exception {
        GeneratedDay day = new GeneratedDay(seed, levels, population, 5_000);
        day.write(directory);

        ImportCounts counts =
                importDay(LobsterFiles.plain(day.message(directory), day.orderBook(directory)));

        for (int type = 1; type <= 7; type++) {
            assertThat(counts.rows(type)).isEqualTo(day.rowsOfType(type));
        }
        assertThat(counts.newOrders(1)).isEqualTo(day.rowsOfType(1));
        assertThat(counts.newOrders(4)).isEqualTo(day.rowsOfType(4));
        assertThat(counts.levels()).isEqualTo(levels);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 34200.5,1,11,50,1000000 | found 5 fields, expected 6",
                "1 | noon,1,11,50,1000000,1 | column time: found \"noon\", expected seconds after",
                "2 | 34200.4,2,11,20,1000000,1 | column time: found \"34200.4\", expected not before",
                "1 | 34200.5,8,11,50,1000000,1 | column type: found \"8\", expected a number from 1",
                "1 | 34200.5,1,x,50,1000000,1 | column order id: found \"x\", expected a whole number",
                "1 | 34200.5,1,11,0,1000000,1 | column size: found \"0\", expected a positive number",
                "1 | 34200.5,1,11,50,-5,1 | column price: found \"-5\", expected a positive price",
                "1 | 34200.5,1,11,50,1000000,0 | column direction: found \"0\", expected 1 for buy",
                "2 | 34200.5,1,11,20,1000000,1 | type 1, order 11: order 11 is in the book already",
                "2 | 34200.5,1,13,20,1000100,1 | type 1, order 13: the new order would trade at once",
                "4 | 34202,4,0,10,1000200,-1 | type 4, order 0: the execution is not at the best price",
                "4 | 34202,4,0,11,1000100,-1 | type 4, order 0: the book has too few shares",
                "8 | 34206,3,11,31,1000000,1 | type 3, order 11: the book has 1 shares too few for it"
            })
    void faultOfAMessageIsNamedWithItsLine(int row, String message, String sentence)
            throws Exception {
        String[][] day = copy();
        day[row - 1][0] = message;
        writeDay(day);

        assertThatThrownBy(this::importDay)
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith(
                        directory.resolve(MESSAGE) + ", line " + row + ": " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1,2,3 | found 3 fields, expected four for each level",
                "2 | 1000100,10,1000000,60 | found 4 fields, expected 8 as on the first line",
                "2 | 1000100,10,1000000,61,1000200,20,999900,40 | bid 1000000 holds 61, expected 60",
                "2 | 1000100,10,999900,40,1000200,20,-9999999999,0 | bid 1000000 holds 0, expected 60",
                "2 | 1000000,10,1000000,60,1000200,20,999900,40 | the best bid 1000000 is not below",
                "2 | 1000100,-1,1000000,60,1000200,20,999900,40 | column size of level 1: found \"-1\"",
                "2 | 1000300,1,1000000,60,1000200,2,999900,40 | column price of level 2: found"
                        + " \"1000200\", expected a positive price behind the level before it",
                "1 | 1000100,10,1000000,40,1000200,20,999900,40 | the first message does not fit"
            })
    void faultOfAnOrderBookRowIsNamedWithItsLine(int row, String text, String sentence)
            throws Exception {
        String[][] day = copy();
        day[row - 1][1] = text;
        writeDay(day);

        assertThatThrownBy(this::importDay)
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith(
                        directory.resolve(ORDER_BOOK) + ", line " + row + ": " + sentence);
    }

    @Test
    void filesOfUnequalLengthContradictEachOther() throws Exception {
        writeDay(DAY);
        Path orderBook = directory.resolve(ORDER_BOOK);
        String whole = Files.readString(orderBook);

        Files.writeString(orderBook, whole.substring(0, whole.indexOf('\n') + 1));
        assertThatThrownBy(this::importDay)
                .hasMessage(
                        directory.resolve(MESSAGE)
                                + ", line 2: "
                                + orderBook
                                + " ends before it, expected a row for each message");

        Files.writeString(orderBook, whole + DAY[0][1] + "\n");
        assertThatThrownBy(this::importDay)
                .hasMessageStartingWith(orderBook + ", line 9: ")
                .hasMessageEndingWith("ends before it, expected a message for each row");
    }

    @Test
    void timesWithMoreThanNineDecimalsAreRoundedToTheNanosecond() throws Exception {
        writeDay(new String[][] {{"43002.632812671998,5,0,7,1000050,-1", DAY[0][1]}});

        importDay();

        assertThat(commands.toString(StandardCharsets.UTF_8)).contains("\n1893585402632812672,NEW");
    }

    private ImportCounts importDay() {
        return importDay(
                LobsterFiles.plain(directory.resolve(MESSAGE), directory.resolve(ORDER_BOOK)));
    }

    private ImportCounts importDay(LobsterFiles files) {
        return new LobsterImporter(files, "ABC", LocalDate.of(2030, 1, 2))
                .run(
                        new CsvOut(commands, "commands"),
                        new CsvOut(rows, "rows"),
                        new CsvOut(instruments, "instruments"));
    }

    private void writeDay(String[][] day) throws IOException {
        StringBuilder messages = new StringBuilder();
        StringBuilder books = new StringBuilder();
        for (String[] line : day) {
            messages.append(line[0]).append('\n');
            books.append(line[1]).append('\n');
        }
        Files.writeString(directory.resolve(MESSAGE), messages);
        Files.writeString(directory.resolve(ORDER_BOOK), books);
    }

    private static String[][] copy() {
        String[][] day = new String[DAY.length][];
        for (int i = 0; i < day.length; i++) {
            day[i] = DAY[i].clone();
        }
        return day;
    }
}
