// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.reference.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandCsvReaderTest {
    private static final String HEADER =
            "time_ns,action,symbol,account,order_id,orig_order_id,side,type,tif,quantity,price,"
                    + "stop_price,display_quantity,min_quantity,exec_inst,stp_group,stp_mode,"
                    + "expire_ns,poss_resend,phase\n";

    @TempDir private Path directory;
    private final ReferenceData instruments = new ReferenceData();

    @BeforeEach
    void oneInstrument() {
        instruments.add(
                new Instrument(1, "ABC", "USD", 2, 1, 1, 10, 0, 0, 0, 0, 0, 0, Phase.CONTINUOUS));
    }

    @Test
    void everyColumnOfANewOrderArrives() throws Exception {
        Path file =
                write(
                        HEADER
                                + "5,NEW,ABC,desk,o-1,,SELL,LIMIT,GTD,12.5,100.25,1,2,3,POST_ONLY,7,"
                                + "DECREMENT,99,1,\n");

        CommandRow row = only(file);

        Command command = row.command();
        assertThat(command.kind).isEqualTo(CommandKind.NEW_ORDER);
        assertThat(command.timeNs).isEqualTo(5);
        assertThat(command.instrumentId).isEqualTo(1);
        assertThat(row.symbol()).isEqualTo("ABC");
        assertThat(row.account()).isEqualTo("desk");
        assertThat(row.line()).isEqualTo(2);
        assertThat(id(command)).isEqualTo("o-1");
        assertThat(command.side).isEqualTo(Side.SELL.code());
        assertThat(command.type).isEqualTo(OrderType.LIMIT.code());
        assertThat(command.tif).isEqualTo(TimeInForce.GTD.code());
        assertThat(command.quantity).isEqualTo(125);
        assertThat(command.price).isEqualTo(10_025);
        assertThat(command.stopPrice).isEqualTo(100);
        assertThat(command.displayQuantity).isEqualTo(20);
        assertThat(command.minQuantity).isEqualTo(30);
        assertThat(command.execInst).isEqualTo(Command.POST_ONLY);
        assertThat(command.stpGroup).isEqualTo(7);
        assertThat(command.stpMode).isEqualTo(StpMode.DECREMENT.code());
        assertThat(command.expireNs).isEqualTo(99);
        assertThat(command.possResend).isTrue();
    }

    @Test
    void columnsStandInAnyOrderAndOptionalOnesMayBeMissing() throws Exception {
        Path file =
                write(
                        """
                        price,quantity,side,order_id,account,symbol,action,time_ns
                        1.5,3,BUY,a,desk,ABC,NEW,7
                        """);

        Command command = only(file).command();

        assertThat(command.price).isEqualTo(150);
        assertThat(command.quantity).isEqualTo(30);
        assertThat(command.type).isEqualTo(OrderType.LIMIT.code());
        assertThat(command.tif).isEqualTo(TimeInForce.DAY.code());
        assertThat(command.stpMode).isZero();
    }

    @Test
    void otherActionsTakeTheirOwnColumns() throws Exception {
        String rows =
                """
                                1,CANCEL,ABC,d,c1,o1,,,,,,,,,,,,,,
                                2,REPLACE,ABC,d,c2,o1,,,,7,9.99,,,,,,,,,
                                3,REDUCE,ABC,d,,o1,,,,4,,,,,,,,,,
                                4,MASS_CANCEL,,d,m1,,BUY,,,,,,,,,,,,,
                                5,TICK,ABC,,,,,,,2,10,,,,,,,,,
                                6,PHASE,,,,,,,,,,,,,,,,,,HALTED
                                6,END_OF_DAY,,,,,,,,,,,,,,,,,,
                                """;
        Path file = write(HEADER + rows);
        CommandRow row = new CommandRow();
        Command command = row.command();
        try (CommandCsvReader reader = new CommandCsvReader(file, instruments)) {
            assertThat(reader.next(row)).isTrue();
            assertThat(command.kind).isEqualTo(CommandKind.CANCEL_ORDER);
            assertThat(id(command)).isEqualTo("c1");
            assertThat(command.origClientOrderId0).isEqualTo(ClientOrderId.word("o1", 0));

            assertThat(reader.next(row)).isTrue();
            assertThat(command.kind).isEqualTo(CommandKind.REPLACE_ORDER);
            assertThat(command.quantity).isEqualTo(70);
            assertThat(command.price).isEqualTo(999);

            assertThat(reader.next(row)).isTrue();
            assertThat(command.kind).isEqualTo(CommandKind.REDUCE_ORDER);
            assertThat(command.hasClientOrderId()).isFalse();
            assertThat(command.quantity).isEqualTo(40);

            assertThat(reader.next(row)).isTrue();
            assertThat(command.kind).isEqualTo(CommandKind.MASS_CANCEL);
            assertThat(command.instrumentId).isZero();
            assertThat(command.side).isEqualTo(Side.BUY.code());

            assertThat(reader.next(row)).isTrue();
            assertThat(command.kind).isEqualTo(CommandKind.MARKET_TICK);
            assertThat(command.price).isEqualTo(1000);
            assertThat(command.quantity).isEqualTo(20);

            assertThat(reader.next(row)).isTrue();
            assertThat(command.kind).isEqualTo(CommandKind.PHASE_CHANGE);
            assertThat(command.phase).isEqualTo(Phase.HALTED.code());

            assertThat(reader.next(row)).isTrue();
            assertThat(command.kind).isEqualTo(CommandKind.END_OF_DAY);
            assertThat(reader.next(row)).isFalse();
        }
    }

    @Test
    void pricesOfAnUnknownSymbolHaveNineDecimals() throws Exception {
        Path file = write(HEADER + "1,NEW,XYZ,d,o,,BUY,,,3,0.5,,,,,,,,,\n");

        CommandRow row = only(file);

        assertThat(row.command().instrumentId).isZero();
        assertThat(row.symbol()).isEqualTo("XYZ");
        assertThat(row.command().price).isEqualTo(500_000_000L);
        assertThat(row.command().quantity).isEqualTo(3_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,NEW,ABC,d,o,,BUY,,,1,1 | time_ns: found \"x\", expected nanoseconds",
                "-1,NEW,ABC,d,o,,BUY,,,1,1 | time_ns: found \"-1\", expected nanoseconds",
                "1.0,NEW,ABC,d,o,,BUY,,,1,1 | time_ns: found \"1.0\", expected nanoseconds",
                "1,BUY,ABC,d,o,,BUY,,,1,1 | action: found \"BUY\", expected NEW, CANCEL",
                "1,NEW,,d,o,,BUY,,,1,1 | symbol: is empty, expected 1 to 16 printable ASCII",
                "1,NEW,ABC,,o,,BUY,,,1,1 | account: is empty, expected 1 to 32 printable ASCII",
                "1,NEW,ABC,d,,,BUY,,,1,1 | order_id: is empty, expected 1 to 20 printable ASCII",
                "1,NEW,ABC,d,o o,,BUY,,,1,1 | order_id: found \"o o\", expected 1 to 20",
                "1,NEW,ABC,d,ö,,BUY,,,1,1 | order_id: found \"ö\", expected 1 to 20",
                "1,NEW,ABC,d,o,,,,,1,1 | side: is empty, expected BUY, SELL",
                "1,NEW,ABC,d,o,,buy,,,1,1 | side: found \"buy\", expected BUY, SELL",
                "1,NEW,ABC,d,o,,BUY,PEG,,1,1 | type: found \"PEG\", expected LIMIT, MARKET",
                "1,NEW,ABC,d,o,,BUY,,GTX,1,1 | tif: found \"GTX\", expected DAY, GTC, GTD, IOC, FOK",
                "1,NEW,ABC,d,o,,BUY,,,,1 | quantity: is empty, expected a quantity as a decimal",
                "1,NEW,ABC,d,o,,BUY,,,1.25,1 | quantity: found \"1.25\", expected a quantity with at"
                        + " most 1 decimals for ABC",
                "1,NEW,ABC,d,o,,BUY,,,1,1.001 | price: found \"1.001\", expected a price with at most"
                        + " 2 decimals for ABC",
                "1,NEW,ABC,d,o,,BUY,,,1,99999999999999999999 | price: found"
                        + " \"99999999999999999999\", expected a price below 9.2e16",
                "1,NEW,ABC,d,o,,BUY,,,1, | price: is empty, expected a price as a decimal",
                "1,CANCEL,ABC,d,c,,,,,, | orig_order_id: is empty, expected 1 to 20",
                "1,PHASE,XYZ,,,,,,,, | symbol: found \"XYZ\", expected a symbol of the instruments"
            })
    void malformedValueIsNamedWithLineAndColumn(String line, String sentence) throws Exception {
        Path file =
                write(
                        "time_ns,action,symbol,account,order_id,orig_order_id,side,type,tif,"
                                + "quantity,price\n"
                                + line
                                + "\n");

        assertThatThrownBy(() -> only(file))
                .isInstanceOf(BadLineException.class)
                .hasMessageStartingWith(file + ", line 2, column " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exec_inst | AON | POST_ONLY, or nothing",
                "stp_group | 2147483648 | a whole number up to 2147483647, or nothing",
                "stp_mode | CANCEL | CANCEL_NEWEST, CANCEL_OLDEST, CANCEL_BOTH, DECREMENT",
                "expire_ns | soon | nanoseconds since 1970 as digits, or nothing",
                "poss_resend | yes | 1, 0 or nothing",
                "min_quantity | a | a quantity as a decimal number",
                "stop_price | a | a price as a decimal number",
                "display_quantity | 0.55 | a quantity with at most 1 decimals for ABC"
            })
    void malformedOptionalValueIsNamed(String column, String value, String expected)
            throws Exception {
        Path file =
                write(
                        "time_ns,action,symbol,account,order_id,side,quantity,price,"
                                + column
                                + "\n1,NEW,ABC,d,o,BUY,1,1,"
                                + value
                                + "\n");

        assertThatThrownBy(() -> only(file))
                .isInstanceOf(BadLineException.class)
                .hasMessageStartingWith(
                        file
                                + ", line 2, column "
                                + column
                                + ": found \""
                                + value
                                + "\", expected "
                                + expected);
    }

    @Test
    void timeGoingBackIsNamedWithBothTimesAndTheReaderGoesOn() throws Exception {
        Path file = write("time_ns,action\n10,END_OF_DAY\n9,END_OF_DAY\n\n10,END_OF_DAY\n");
        CommandRow row = new CommandRow();
        try (CommandCsvReader reader = new CommandCsvReader(file, instruments)) {
            assertThat(reader.next(row)).isTrue();
            assertThatThrownBy(() -> reader.next(row))
                    .hasMessage(
                            file
                                    + ", line 3: time goes back: found time_ns 9, expected at least"
                                    + " 10 as on an earlier line");
            assertThat(reader.next(row)).isTrue();
            assertThat(row.line()).isEqualTo(5);
            assertThat(reader.next(row)).isFalse();
        }
    }

    @Test
    void lineWithOtherThanTheHeadersFieldsIsMalformed() throws Exception {
        Path file = write("time_ns,action\n1,END_OF_DAY,\n");

        assertThatThrownBy(() -> only(file))
                .hasMessage(file + ", line 2: found 3 fields, expected 2 as in the header");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time_ns,action,prize | , line 1: unknown column \"prize\"; known are time_ns,",
                "time_ns | , line 1: required column action is missing",
                "action,time_ns,action | , line 1: column action stands there twice"
            })
    void wrongHeaderIsAFaultOfTheFile(String header, String sentence) throws Exception {
        Path file = write(header + "\n");

        assertThatThrownBy(() -> only(file))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith(file + sentence);
    }

    @Test
    void unreadableFilesAreFaults() throws Exception {
        Path empty = write("");

        assertThatThrownBy(() -> only(empty)).hasMessageStartingWith(empty + " is empty: expected");
        assertThatThrownBy(() -> only(directory))
                .hasMessage("cannot read " + directory + ": it is a directory");
        assertThatThrownBy(() -> only(directory.resolve("none.csv")))
                .hasMessage(
                        "cannot read "
                                + directory.resolve("none.csv")
                                + ": no such file or directory");
        Path quote = write("time_ns,action\n1,\"END");
        assertThatThrownBy(() -> only(quote))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith(quote + " is not well-formed CSV");
    }

    private CommandRow only(Path file) throws BadLineException {
        CommandRow row = new CommandRow();
        try (CommandCsvReader reader = new CommandCsvReader(file, instruments)) {
            assertThat(reader.next(row)).isTrue();
        }
        return row;
    }

    private static String id(Command command) {
        return ClientOrderId.text(
                command.clientOrderId0, command.clientOrderId1, command.clientOrderId2);
    }

    private Path write(String text) throws IOException {
        Path file = directory.resolve("orders.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
