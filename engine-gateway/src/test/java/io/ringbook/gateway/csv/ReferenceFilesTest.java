// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Phase;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFilesTest {
    @TempDir private Path directory;

    @Test
    void instrumentHasWhatItsLineSays() throws Exception {
        Path file =
                write(
                        "symbol,tick_size,lot_size,min_quantity,max_quantity,max_notional,"
                                + "band_percent,reference_price,currency,phase,price_decimals,"
                                + "quantity_decimals\n"
                                + "ABC,0.05,0.1,1,500,1000000.5,2.5,100,EUR,HALTED,2,1\n");

        assertThat(InstrumentCsvReader.read(file, 3))
                .containsExactly(
                        new Instrument(
                                3,
                                "ABC",
                                "EUR",
                                2,
                                1,
                                5,
                                1,
                                10,
                                5000,
                                0,
                                1_000_000_500L,
                                25_000,
                                10_000,
                                Phase.HALTED));
    }

    @Test
    void emptyValuesOfAnInstrumentAreItsDefaults() throws Exception {
        Path file = write("symbol,tick_size\nABC,0.01\n");

        assertThat(InstrumentCsvReader.read(file, 1))
                .containsExactly(
                        new Instrument(
                                1, "ABC", "", 4, 0, 100, 1, 0, 0, 0, 0, 0, 0, Phase.CONTINUOUS));
    }

    @Test
    void largestNotionalMayNeedMoreThanALong() throws Exception {
        Path file = write("symbol,tick_size,max_notional\nABC,1,10000000000000000\n");

        Instrument instrument = InstrumentCsvReader.read(file, 1).get(0);

        assertThat(instrument.maxNotionalHigh()).isEqualTo(5);
        assertThat(instrument.maxNotionalLow()).isEqualTo(7_766_279_631_452_241_920L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tick_size | 0 | a positive number",
                "tick_size | 0.00001 | a price with at most 4 decimals for ABC",
                "lot_size | -1 | a positive number",
                "lot_size | 0.5 | a quantity with at most 0 decimals for ABC",
                "min_quantity | x | a quantity as a decimal number",
                "max_quantity | 0 | a positive number",
                "max_notional | 0 | a positive decimal number with at most 4 decimals",
                "max_notional | 1.00001 | a positive decimal number with at most 4 decimals",
                "band_percent | 101 | a percentage up to 100 with at most 4 decimals",
                "band_percent | 0 | a percentage up to 100 with at most 4 decimals",
                "reference_price | -2 | a positive number",
                "currency | usd | a code of three capital letters such as USD",
                "phase | OPEN | CONTINUOUS, HALTED, CLOSED, or nothing",
                "price_decimals | 10 | a number of decimals from 0 to 9",
                "quantity_decimals | -1 | a number of decimals from 0 to 9"
            })
    void malformedValueOfAnInstrumentIsNamed(String column, String value, String expected)
            throws Exception {
        String tick = column.equals("tick_size") ? "" : ",tick_size";
        Path file =
                write(
                        "symbol,"
                                + column
                                + tick
                                + "\nABC,"
                                + value
                                + (tick.isEmpty() ? "" : ",1")
                                + "\n");

        assertThatThrownBy(() -> InstrumentCsvReader.read(file, 1))
                .isInstanceOf(Fault.class)
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
    void symbolsAndAccountsStandOnce() throws Exception {
        Path instruments = write("symbol,tick_size\nABC,1\nABC,1\n");
        assertThatThrownBy(() -> InstrumentCsvReader.read(instruments, 1))
                .hasMessageEndingWith(
                        "line 3, column symbol: found \"ABC\", expected each symbol once");

        Path accounts = write("account\nA\nA\n");
        assertThatThrownBy(() -> AccountCsvReader.read(accounts))
                .hasMessageEndingWith(
                        "line 3, column account: found \"A\", expected each account once");
    }

    @Test
    void accountHasItsLimitsOrNone() throws Exception {
        Path file =
                write(
                        """
                        account,firm,order_rate,order_burst,cancel_rate,cancel_burst,ids_per_day
                        A,Big,100,20,200,,5000
                        B,,,,,,
                        """);

        assertThat(AccountCsvReader.read(file))
                .containsExactly(
                        new AccountLimits("A", "Big", 100, 20, 200, 200, 5000),
                        AccountLimits.named("B"));
    }

    @Test
    void instrumentsFileWithoutInstrumentsIsAFault() throws Exception {
        Path file = write("symbol,tick_size\n");

        assertThatThrownBy(() -> InstrumentCsvReader.read(file, 1))
                .hasMessage(
                        file + " has no instrument: expected a line for each behind the header");
    }

    private Path write(String text) throws IOException {
        Path file = directory.resolve("reference.csv");
        Files.writeString(file, text);
        return file;
    }
}
