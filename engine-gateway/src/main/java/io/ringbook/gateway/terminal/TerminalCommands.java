// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.terminal;

import io.ringbook.codec.text.DecimalWriter;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.gateway.client.Desk;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderStatus;
import io.ringbook.gateway.fault.Fault;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The lines that a terminal understands. One thread. */
final class TerminalCommands {
    static final List<String> WORDS =
            List.of(
                    "buy",
                    "sell",
                    "cancel",
                    "replace",
                    "reduce",
                    "orders",
                    "status",
                    "open",
                    "trades",
                    "instruments",
                    "help",
                    "quit");
    static final List<String> ORDER_WORDS = List.of("gtc", "ioc", "fok", "post");
    static final String MARKET = "market";
    static final String ALL = "all";

    private static final List<String> HELP =
            List.of(
                    "buy QUANTITY SYMBOL PRICE [gtc|ioc|fok|post]   enter a limit order, for the day"
                            + " unless said otherwise",
                    "buy QUANTITY SYMBOL market                     enter a market order",
                    "sell …                                         likewise",
                    "cancel ID                                      cancel an order",
                    "cancel all [SYMBOL]                            cancel all orders of the account",
                    "replace ID QUANTITY PRICE                      give an order another total"
                            + " quantity and price",
                    "reduce ID QUANTITY                             take quantity off an order",
                    "orders | trades | instruments                  show open orders, the last trades,"
                            + " what is traded",
                    "status ID                                      ask the exchange what an order"
                            + " is like now",
                    "open [SYMBOL]                                  ask it for the account's open"
                            + " orders, of all sessions",
                    "quit                                           log out; orders stay");

    private final OrderEntryClient client;
    private final Desk desk;
    private final OwnOrders orders;
    private final String idPrefix;
    private long lastId;

    TerminalCommands(OrderEntryClient client, Desk desk, OwnOrders orders) {
        this.client = client;
        this.desk = desk;
        this.orders = orders;
        // Ids are used once a day: those of another terminal on this session begin otherwise.
        long seconds = TimeUnit.MILLISECONDS.toSeconds(System.currentTimeMillis());
        this.idPrefix = Long.toString(seconds, Character.MAX_RADIX) + "-";
    }

    /** Name of the account. */
    String account() {
        return desk.account();
    }

    /**
     * Carries out a line.
     *
     * @return false if it says quit
     * @throws Fault if it is not understood, or cannot be expressed
     */
    boolean execute(String line, Consumer<String> out) {
        List<String> words = List.of(line.strip().split("\\s+"));
        switch (words.get(0).toLowerCase(Locale.ROOT)) {
            case "" -> {}
            case "buy" -> enter(Side.BUY, words);
            case "sell" -> enter(Side.SELL, words);
            case "cancel" -> cancel(words);
            case "replace" -> replace(words);
            case "reduce" -> {
                requireCount(words, 3, 3, "reduce ID QUANTITY");
                desk.reduce(order(words.get(1)).symbol(), words.get(1), words.get(2));
            }
            case "orders" -> list(orders.open(), "no open orders", out);
            case "status" -> {
                requireCount(words, 2, 2, "status ID");
                out.accept(text(await(desk.status(words.get(1)))));
            }
            case "open" -> {
                requireCount(words, 1, 2, "open [SYMBOL]");
                String symbol = words.size() == 2 ? words.get(1) : null;
                List<OrderStatus> open = await(desk.openOrders(symbol));
                list(open.stream().map(TerminalCommands::text).toList(), "no open orders", out);
            }
            case "trades" -> list(orders.trades(), "no trades today", out);
            case "instruments" ->
                    client.directory().instruments().forEach(i -> out.accept(text(i)));
            case "help" -> HELP.forEach(out);
            case "quit", "exit" -> {
                return false;
            }
            default ->
                    throw new Fault(
                            "\"" + words.get(0) + "\" is not understood; help lists what is");
        }
        return true;
    }

    private void enter(Side side, List<String> words) {
        requireCount(words, 4, 5, words.get(0) + " QUANTITY SYMBOL PRICE [gtc|ioc|fok|post]");
        String quantity = words.get(1);
        String symbol = words.get(2);
        String price = words.get(3);
        if (price.equalsIgnoreCase(MARKET)) {
            requireCount(words, 4, 4, words.get(0) + " QUANTITY SYMBOL market");
            desk.market(nextId(), symbol, side, quantity);
            return;
        }
        String how = words.size() == 5 ? words.get(4).toLowerCase(Locale.ROOT) : "day";
        switch (how) {
            case "post" -> desk.postOnly(nextId(), symbol, side, quantity, price);
            case "day", "gtc", "ioc", "fok" ->
                    desk.limit(
                            nextId(),
                            symbol,
                            side,
                            quantity,
                            price,
                            TimeInForce.valueOf(how.toUpperCase(Locale.ROOT)));
            default -> throw new Fault("\"" + words.get(4) + "\" is not gtc, ioc, fok or post");
        }
    }

    private void cancel(List<String> words) {
        requireCount(words, 2, 3, "cancel ID, or cancel all [SYMBOL]");
        if (words.get(1).equalsIgnoreCase(ALL)) {
            desk.cancelAll(nextId(), words.size() == 3 ? words.get(2) : null);
        } else {
            requireCount(words, 2, 2, "cancel ID");
            desk.cancel(order(words.get(1)).symbol(), words.get(1));
        }
    }

    private void replace(List<String> words) {
        requireCount(words, 4, 4, "replace ID QUANTITY PRICE");
        String id = words.get(1);
        desk.replace(nextId(), order(id).symbol(), id, words.get(2), words.get(3));
    }

    private OwnOrder order(String id) {
        OwnOrder order = orders.open(id);
        if (order == null) {
            throw new Fault("there is no open order " + id + "; orders lists them");
        }
        return order;
    }

    private String nextId() {
        lastId++;
        return idPrefix + lastId;
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Fault fault ? fault : e;
        }
    }

    private static String text(OrderStatus order) {
        if (!order.open()) {
            return order.clientOrderId() + " is not an open order of this session";
        }
        return new OwnOrder(
                        order.clientOrderId(),
                        order.symbol(),
                        order.side(),
                        order.price(),
                        order.leavesQuantity(),
                        order.cumQuantity())
                .toString();
    }

    private static void list(List<?> rows, String none, Consumer<String> out) {
        if (rows.isEmpty()) {
            out.accept(none);
        }
        rows.forEach(row -> out.accept(row.toString()));
    }

    private static String text(Instrument instrument) {
        StringBuilder line = new StringBuilder(instrument.symbol()).append(": tick ");
        DecimalWriter.appendShortest(line, instrument.tickSize(), instrument.priceDecimals());
        line.append(", lot ");
        DecimalWriter.appendShortest(line, instrument.lotSize(), instrument.quantityDecimals());
        return line.append(' ').append(instrument.currency()).toString().strip();
    }

    private static void requireCount(List<String> words, int least, int most, String form) {
        if (words.size() < least || words.size() > most) {
            throw new Fault("expected: " + form);
        }
    }
}
