// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.codec.text.DecimalFault;
import io.ringbook.codec.text.DecimalParser;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.gateway.client.outbound.Question;
import io.ringbook.gateway.fault.Fault;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Order entry for one account, with names and decimal numbers as text. Each method sends one
 * command and gives its ticket; what cannot be expressed, such as an unknown symbol or more
 * decimals than the instrument has, is a {@link Fault} and nothing is sent. Any thread.
 */
public final class Desk {
    private final OrderEntryClient client;
    private final Account account;

    Desk(OrderEntryClient client, String account) {
        this.client = client;
        this.account = client.directory().account(account);
        if (this.account == null) {
            throw new Fault(
                    "the session may not trade for account "
                            + account
                            + "; it may for "
                            + client.directory().accounts().stream().map(Account::name).toList());
        }
    }

    /** Name of the account. */
    public String account() {
        return account.name();
    }

    /** A limit order for the day. */
    public long limit(String id, String symbol, Side side, String quantity, String price) {
        return limit(id, symbol, side, quantity, price, TimeInForce.DAY);
    }

    /** A limit order. */
    public long limit(
            String id, String symbol, Side side, String quantity, String price, TimeInForce tif) {
        Instrument instrument = instrument(symbol);
        Command command = order(id, instrument, side, quantity);
        command.type = OrderType.LIMIT.code();
        command.tif = tif.code();
        command.price = price(instrument, price);
        return client.send(command);
    }

    /** A limit order for the day that must not take liquidity (rule 2.5). */
    public long postOnly(String id, String symbol, Side side, String quantity, String price) {
        Instrument instrument = instrument(symbol);
        Command command = order(id, instrument, side, quantity);
        command.type = OrderType.LIMIT.code();
        command.tif = TimeInForce.DAY.code();
        command.execInst = Command.POST_ONLY;
        command.price = price(instrument, price);
        return client.send(command);
    }

    /** A market order; what does not trade at once is canceled. */
    public long market(String id, String symbol, Side side, String quantity) {
        Command command = order(id, instrument(symbol), side, quantity);
        command.type = OrderType.MARKET.code();
        command.tif = TimeInForce.IOC.code();
        return client.send(command);
    }

    /** Cancels an order of this session. */
    public long cancel(String symbol, String target) {
        return client.send(change(CommandKind.CANCEL_ORDER, symbol, target));
    }

    /** Gives an order of this session another total quantity and price (rule 3). */
    public long replace(String id, String symbol, String target, String quantity, String price) {
        Instrument instrument = instrument(symbol);
        Command command = change(CommandKind.REPLACE_ORDER, symbol, target);
        setId(command, id);
        command.quantity = quantity(instrument, quantity);
        command.price = price(instrument, price);
        return client.send(command);
    }

    /** Takes quantity off an order of this session. */
    public long reduce(String symbol, String target, String quantity) {
        Command command = change(CommandKind.REDUCE_ORDER, symbol, target);
        command.quantity = quantity(instrument(symbol), quantity);
        return client.send(command);
    }

    /** Cancels all orders of the account; of one instrument if a symbol is given, else null. */
    public long cancelAll(String id, String symbol) {
        Command command = command(CommandKind.MASS_CANCEL);
        setId(command, id);
        command.instrumentId = symbol == null ? 0 : instrument(symbol).instrumentId();
        return client.send(command);
    }

    /**
     * Asks what an order of this session is like now. What the client was told may be ahead of the
     * answer or behind it.
     */
    public CompletableFuture<OrderStatus> status(String id) {
        long id0 = word(id, 0);
        long id1 = word(id, 1);
        int id2 = (int) word(id, 2);
        return client.ask(taker -> Question.status(id0, id1, id2, taker))
                .thenApply(orders -> orders.get(0));
    }

    /**
     * Asks for the open orders of the account, of all sessions of the firm; of one instrument if a
     * symbol is given, else null.
     */
    public CompletableFuture<List<OrderStatus>> openOrders(String symbol) {
        int instrumentId = symbol == null ? 0 : instrument(symbol).instrumentId();
        return client.ask(taker -> Question.openOrders(account.accountId(), instrumentId, taker));
    }

    private Command order(String id, Instrument instrument, Side side, String quantity) {
        Command command = command(CommandKind.NEW_ORDER);
        setId(command, id);
        command.instrumentId = instrument.instrumentId();
        command.side = side.code();
        command.quantity = quantity(instrument, quantity);
        return command;
    }

    private Command change(CommandKind kind, String symbol, String target) {
        Command command = command(kind);
        command.instrumentId = instrument(symbol).instrumentId();
        command.origClientOrderId0 = word(target, 0);
        command.origClientOrderId1 = word(target, 1);
        command.origClientOrderId2 = (int) word(target, 2);
        return command;
    }

    private Command command(CommandKind kind) {
        Command command = new Command();
        command.kind = kind;
        command.accountId = account.accountId();
        return command;
    }

    private Instrument instrument(String symbol) {
        Instrument instrument = client.directory().instrument(symbol);
        if (instrument == null) {
            throw new Fault("the exchange does not trade " + symbol);
        }
        return instrument;
    }

    private static void setId(Command command, String id) {
        command.clientOrderId0 = word(id, 0);
        command.clientOrderId1 = word(id, 1);
        command.clientOrderId2 = (int) word(id, 2);
    }

    private static long word(String id, int index) {
        try {
            return ClientOrderId.word(id, index);
        } catch (IllegalArgumentException e) {
            throw new Fault(e.getMessage(), e);
        }
    }

    private static long price(Instrument instrument, String text) {
        return mantissa(text, instrument.priceDecimals(), "price", instrument);
    }

    private static long quantity(Instrument instrument, String text) {
        return mantissa(text, instrument.quantityDecimals(), "quantity", instrument);
    }

    private static long mantissa(String text, int decimals, String what, Instrument instrument) {
        DecimalParser parser = new DecimalParser();
        DecimalFault fault = parser.parseSigned(text, 0, text.length(), decimals);
        if (fault != DecimalFault.NONE) {
            throw new Fault(
                    "\""
                            + text
                            + "\" is not a "
                            + what
                            + " of "
                            + instrument.symbol()
                            + ": expected "
                            + (decimals == 0
                                    ? "a whole number"
                                    : "a decimal number with at most " + decimals + " decimals"));
        }
        return parser.mantissa();
    }
}
