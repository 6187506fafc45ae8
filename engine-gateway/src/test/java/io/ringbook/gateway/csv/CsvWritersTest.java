// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.Side;
import io.ringbook.gateway.reference.ReferenceData;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvWritersTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ReferenceData names = new ReferenceData();
    private final OrderEvent event = new OrderEvent();

    @Test
    void eventsFillTheColumnsThatAreTheirs() {
        oneInstrumentAndAccount();
        try (EventCsvWriter writer = new EventCsvWriter(out(), names)) {
            order(EventKind.EXECUTED, 10_025, 30);
            event.matchNumber = 4;
            event.contraOrderId = 3;
            event.contraClientOrderId0 = ClientOrderId.word("maker", 0);
            event.liquidity = Liquidity.TAKER.code();
            writer.event(9, 1000, event, "", "");

            order(EventKind.CANCELED, 0, 70);
            event.reason = CancelReason.IOC_REMAINDER.code();
            event.origClientOrderId0 = ClientOrderId.word("old", 0);
            event.flags = OrderEvent.REPEAT;
            writer.event(9, 1000, event, "", "");

            order(EventKind.MASS_CANCELED, 0, 2);
            event.orderId = 0;
            event.side = 0;
            writer.event(10, 1001, event, "", "");

            order(EventKind.PHASE_CHANGED, 0, 0);
            event.reason = Phase.HALTED.code();
            event.orderId = 0;
            event.side = 0;
            event.clientOrderId0 = 0;
            event.accountId = 0;
            writer.event(11, 1002, event, "", "");
        }
        assertThat(text())
                .isEqualTo(
                        """
                        sequence,time_ns,event,symbol,account,order_id,orig_order_id,\
                        engine_order_id,side,price,quantity,leaves_quantity,cum_quantity,\
                        prevented_quantity,match_number,contra_order_id,contra_engine_order_id,\
                        liquidity,reason,text,repeat
                        9,1000,EXECUTED,ABC,desk,o1,,7,BUY,100.25,3.0,7.0,3.0,0.0,4,maker,3,TAKER,,,
                        9,1000,CANCELED,ABC,desk,o1,old,7,BUY,,7.0,7.0,3.0,0.0,,,,,IOC_REMAINDER,,1
                        10,1001,MASS_CANCELED,ABC,desk,o1,,,,,2,,,,,,,,,,
                        11,1002,PHASE_CHANGED,ABC,,,,,,,,,,,,,,,HALTED,,
                        """);
    }

    @Test
    void refusalOfAnUnknownSymbolNamesWhatWasSent() {
        try (EventCsvWriter writer = new EventCsvWriter(out(), names)) {
            order(EventKind.REJECTED, 500_000_000L, 3_000_000_000L);
            event.instrumentId = 0;
            event.accountId = 0;
            event.reason = RejectReason.UNKNOWN_SYMBOL.code();
            writer.event(1, 2, event, "X,Y", "the \"desk\"");
        }
        assertThat(text().lines().skip(1))
                .containsExactly(
                        "1,2,REJECTED,\"X,Y\",\"the \"\"desk\"\"\",o1,,7,BUY,0.5,3,,,,,,,,"
                                + "UNKNOWN_SYMBOL,Unknown symbol,");
    }

    @Test
    void clientOrderIdsWithSpecialCharactersAreQuoted() {
        try (CsvOut out = out()) {
            out.id(ClientOrderId.word("a,\"b", 0), 0, 0)
                    .id(
                            ClientOrderId.word("12345678901234567890", 0),
                            ClientOrderId.word("12345678901234567890", 1),
                            (int) ClientOrderId.word("12345678901234567890", 2))
                    .id(0, 0, 0)
                    .endRow();
        }
        assertThat(text()).isEqualTo("\"a,\"\"b\",12345678901234567890,\n");
    }

    @Test
    void bookRowsCountLevelsFromTheBest() {
        oneInstrumentAndAccount();
        try (BookCsvWriter writer = new BookCsvWriter(out())) {
            writer.level(names.instrument(1), Side.BUY, 1, 10_000, 55, 2);
        }
        assertThat(text())
                .isEqualTo("symbol,side,level,price,quantity,orders\nABC,BUY,1,100.00,5.5,2\n");
    }

    @Test
    void numbersAreWrittenWithAllTheirDecimals() {
        Random random = new Random(11);
        long[] mantissas = new long[20_000];
        try (CsvOut out = out()) {
            for (int i = 0; i < mantissas.length; i++) {
                mantissas[i] = random.nextLong() >> (2 + random.nextInt(60));
                out.decimal(mantissas[i], i % 10).endRow();
            }
            out.number(Long.MIN_VALUE).endRow();
        }
        String[] lines = text().split("\n", -1);
        for (int i = 0; i < mantissas.length; i++) {
            assertThat(lines[i])
                    .isEqualTo(BigDecimal.valueOf(mantissas[i], i % 10).toPlainString());
        }
        assertThat(lines[mantissas.length]).isEqualTo("-9223372036854775808");
    }

    private void oneInstrumentAndAccount() {
        names.add(new Instrument(1, "ABC", "USD", 2, 1, 1, 10, 0, 0, 0, 0, 0, 0, Phase.CONTINUOUS));
        names.add(new Account(1, 1, "desk", "firm"));
    }

    private void order(EventKind kind, long price, long quantity) {
        event.reset();
        event.kind = kind;
        event.instrumentId = 1;
        event.accountId = 1;
        event.orderId = 7;
        event.clientOrderId0 = ClientOrderId.word("o1", 0);
        event.side = Side.BUY.code();
        event.price = price;
        event.quantity = quantity;
        event.leavesQuantity = 70;
        event.cumQuantity = 30;
    }

    private CsvOut out() {
        return new CsvOut(bytes, "memory");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
