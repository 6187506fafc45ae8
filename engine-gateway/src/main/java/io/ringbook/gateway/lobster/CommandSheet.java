// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.core.order.Side;
import io.ringbook.gateway.csv.CsvOut;
import java.util.List;

/** Writes the commands of an imported day and counts them. */
final class CommandSheet implements AutoCloseable {
    static final String RESTING_ACCOUNT = "BOOK";
    static final String TAKING_ACCOUNT = "TAKER";

    /** Decimals of LOBSTER's prices. */
    static final int PRICE_DECIMALS = 4;

    private static final List<String> COLUMNS =
            List.of(
                    "time_ns",
                    "action",
                    "symbol",
                    "account",
                    "order_id",
                    "orig_order_id",
                    "side",
                    "type",
                    "tif",
                    "quantity",
                    "price");

    private final CsvOut out;
    private final String symbol;
    private long timeNs;
    private long commandCount;

    CommandSheet(CsvOut out, String symbol) {
        this.out = out;
        this.symbol = symbol;
        out.header(COLUMNS);
    }

    /** Time of the commands from here on. */
    void time(long timeNs) {
        this.timeNs = timeNs;
    }

    /** An order that rests. */
    void rest(String clientOrderId, Side side, long quantity, long price) {
        begin("NEW", RESTING_ACCOUNT).text(clientOrderId).empty().text(side.name());
        out.text("LIMIT").text("GTC").number(quantity).decimal(price, PRICE_DECIMALS).endRow();
    }

    /** An order that trades at once. */
    void trade(String clientOrderId, Side side, long quantity, long price) {
        begin("NEW", TAKING_ACCOUNT).text(clientOrderId).empty().text(side.name());
        out.text("LIMIT").text("IOC").number(quantity).decimal(price, PRICE_DECIMALS).endRow();
    }

    void cancel(String clientOrderId) {
        begin("CANCEL", RESTING_ACCOUNT).empty().text(clientOrderId);
        out.empty().empty().empty().empty().empty().endRow();
    }

    void reduce(String clientOrderId, long quantity) {
        begin("REDUCE", RESTING_ACCOUNT).empty().text(clientOrderId);
        out.empty().empty().empty().number(quantity).empty().endRow();
    }

    /** Commands written so far. */
    long commandCount() {
        return commandCount;
    }

    @Override
    public void close() {
        out.close();
    }

    private CsvOut begin(String action, String account) {
        commandCount++;
        return out.number(timeNs).text(action).text(symbol).text(account);
    }
}
