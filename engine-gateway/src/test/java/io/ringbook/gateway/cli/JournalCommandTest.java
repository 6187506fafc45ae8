// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalCommandTest {
    private static final byte[] MARK = "MARKED-ORDER".getBytes(StandardCharsets.US_ASCII);

    @TempDir private Path directory;
    private Path data;

    /** Sequences 1 to 5 define; then come three orders and a tick, one second apart. */
    @BeforeEach
    void journalOfAFewCommands() throws IOException {
        data = directory.resolve("data");
        Path instruments =
                Files.writeString(
                        directory.resolve("i.csv"),
                        "symbol,tick_size,price_decimals\nABC,0.01,2\n");
        Path orders =
                Files.writeString(
                        directory.resolve("o.csv"),
                        """
                        time_ns,action,symbol,account,order_id,side,tif,quantity,price
                        1767605400000000000,NEW,ABC,ann,MARKED-ORDER,SELL,GTC,10,100.05
                        1767605401000000000,NEW,ABC,ann,a2,SELL,GTC,7,100.06
                        1767605402000000000,NEW,ABC,bob,b1,BUY,IOC,4,100.05
                        1767605403000000000,TICK,ABC,,,,,1,100
                        """);
        CommandLineRun run =
                CommandLineRun.of("match", orders, "--instruments", instruments, "--journal", data);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void dumpShowsCommandsWithTheirEvents() {
        CommandLineRun run = CommandLineRun.of("journal", "dump", data, "--from", "8", "--to", "9");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().replaceAll("bytes=\\d+", "bytes=N"))
                .isEqualTo(
                        """
                        8 2026-01-05T09:30:02Z NEW_ORDER bytes=N symbol=ABC account=bob session=2 \
                        order_id=b1 side=BUY type=LIMIT tif=IOC quantity=4 price=100.05
                          ACCEPTED symbol=ABC account=bob order_id=b1 engine_order_id=8 side=BUY \
                        price=100.05 quantity=4 leaves_quantity=4
                          EXECUTED symbol=ABC account=bob order_id=b1 engine_order_id=8 side=BUY \
                        price=100.05 quantity=4 cum_quantity=4 match_number=1 \
                        contra_order_id=MARKED-ORDER contra_engine_order_id=4 liquidity=TAKER
                          EXECUTED symbol=ABC account=ann order_id=MARKED-ORDER engine_order_id=4 \
                        side=SELL price=100.05 quantity=4 leaves_quantity=6 cum_quantity=4 \
                        match_number=1 contra_order_id=b1 contra_engine_order_id=8 liquidity=MAKER
                        9 2026-01-05T09:30:03Z MARKET_TICK bytes=N symbol=ABC quantity=1 \
                        price=100.00
                        """);
    }

    @Test
    void dumpShowsDefinitions() {
        CommandLineRun run = CommandLineRun.of("journal", "dump", data, "--to", "3");

        assertThat(run.out().replaceAll("bytes=\\d+", "bytes=N"))
                .isEqualTo(
                        """
                        1 2026-01-05T09:30:00Z ADD_INSTRUMENT bytes=N symbol=ABC price_decimals=2 \
                        tick_size=0.01 lot_size=1 phase=CONTINUOUS
                        2 2026-01-05T09:30:00Z ADD_ACCOUNT bytes=N account=ann firm=ann
                        3 2026-01-05T09:30:00Z ADD_SESSION bytes=N session=1 name=ann firm_id=1
                        """);
    }

    @Test
    void dumpAsJsonIsAnObjectPerRecord() {
        CommandLineRun run =
                CommandLineRun.of("journal", "dump", data, "--from", "5", "--to", "5", "--json");

        assertThat(run.out().replaceAll("\"bytes\":\\d+", "\"bytes\":0"))
                .isEqualTo(
                        """
                        {"sequence":5,"time_ns":1767605401000000000,"command":"NEW_ORDER",\
                        "bytes":0,"symbol":"ABC","account":"ann","session":1,"order_id":"a2",\
                        "side":"SELL","type":"LIMIT","tif":"GTC","quantity":"7","price":"100.06",\
                        "events":[{"event":"ACCEPTED","symbol":"ABC","account":"ann",\
                        "order_id":"a2","engine_order_id":5,"side":"SELL","price":"100.06",\
                        "quantity":"7","leaves_quantity":"7"}]}
                        """);
    }

    @Test
    void bookIsThatOfTheMoment() {
        assertThat(book("--at", "4")).isEqualTo("ABC,SELL,1,100.05,10,1\n");
        assertThat(book("--at", "1767605401000000000"))
                .isEqualTo("ABC,SELL,1,100.05,10,1\nABC,SELL,2,100.06,7,1\n");
        assertThat(book("--at", "2026-01-05T10:30:01.5+01:00"))
                .isEqualTo("ABC,SELL,1,100.05,10,1\nABC,SELL,2,100.06,7,1\n");
        assertThat(book("--depth", "1")).isEqualTo("ABC,SELL,1,100.05,6,1\n");
        assertThat(book("--at", "8", "--json"))
                .isEqualTo(
                        """
                        {"symbol":"ABC","sequence":8,"time_ns":1767605402000000000,"bids":[],\
                        "asks":[{"price":"100.05","quantity":"6","orders":1},\
                        {"price":"100.06","quantity":"7","orders":1}]}
                        """);
    }

    @Test
    void momentsAndSymbolsThatAreNotThereAreSentences() {
        assertThat(CommandLineRun.of("journal", "book", data, "XYZ").err())
                .isEqualTo(
                        "ringbook: there is no instrument XYZ up to there; expected one of ABC\n");
        assertThat(CommandLineRun.of("journal", "book", data, "ABC", "--at", "99").err())
                .isEqualTo(
                        "ringbook: the journal in " + data + " ends with sequence 9, before 99\n");
        assertThat(
                        CommandLineRun.of(
                                        "journal",
                                        "book",
                                        data,
                                        "ABC",
                                        "--at",
                                        "1999-01-01T00:00:00Z")
                                .err())
                .isEqualTo(
                        "ringbook: the journal in "
                                + data
                                + " has no command at or before 1999-01-01T00:00:00Z\n");
    }

    @Test
    void statsCountWhatIsThere() {
        CommandLineRun text = CommandLineRun.of("journal", "stats", data);
        CommandLineRun json = CommandLineRun.of("journal", "stats", data, "--json");

        assertThat(text.out())
                .contains("sequence 1 to 9, ")
                .contains("time 2026-01-05T09:30:00Z to 2026-01-05T09:30:03Z\n")
                .contains("1 instrument, 2 accounts, 2 sessions\n")
                .containsPattern("EXECUTED +2\n");
        assertThat(json.out()).contains("\"market_tick\":1,").contains("\"executed\":2,");
    }

    @Test
    void verifySaysWhatItFound() {
        CommandLineRun text = CommandLineRun.of("journal", "verify", data, "--deep");
        CommandLineRun json = CommandLineRun.of("journal", "verify", data, "--json");

        assertThat(text.exitCode()).isZero();
        assertThat(text.out())
                .startsWith("9 records, last sequence 9, ")
                .contains("replayed: all events equal, byte for byte")
                .containsPattern("state hash [0-9a-f]{16}\n");
        assertThat(json.out()).startsWith("{\"records\":9,\"last_sequence\":9,");
    }

    @Test
    void changedByteFailsEveryReader() throws IOException {
        flipFirstMark();

        for (String command : new String[] {"verify", "dump", "stats", "export"}) {
            CommandLineRun run = CommandLineRun.of("journal", command, data);
            assertThat(run.exitCode()).as(command).isEqualTo(1);
            assertThat(run.err()).as(command).startsWith("ringbook: ").contains(" at byte ");
            assertThat(run.err().lines()).as(command).hasSize(1);
        }
    }

    @Test
    void directoryWithoutAJournalIsASentence() {
        CommandLineRun run = CommandLineRun.of("journal", "verify", directory.resolve("none"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("ringbook: ").contains("none");
        assertThat(run.err().lines()).hasSize(1);
    }

    private String book(Object... options) {
        Object[] arguments = new Object[4 + options.length];
        arguments[0] = "journal";
        arguments[1] = "book";
        arguments[2] = data;
        arguments[3] = "ABC";
        System.arraycopy(options, 0, arguments, 4, options.length);
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().replace("symbol,side,level,price,quantity,orders\n", "");
    }

    private void flipFirstMark() throws IOException {
        try (var files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                int mark = bytes.indexOf(new String(MARK, StandardCharsets.US_ASCII));
                if (mark >= 0) {
                    try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
                        opened.seek(mark);
                        opened.write('m');
                    }
                    return;
                }
            }
        }
        throw new AssertionError("no file has the order's id in it");
    }
}
