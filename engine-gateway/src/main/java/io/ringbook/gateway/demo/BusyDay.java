// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.demo;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Commands of a busy day: makers quote around a wandering fair price, replace and cancel, takers
 * trade through them. The same seed gives the same commands. Desks do not see their fills, as one
 * that trades blind: some of their cancels come too late, and are refused.
 */
final class BusyDay {
    private static final int PRICE_DECIMALS = 2;
    private static final long LOT = 100;
    private static final long BAND_PPM = 200_000;
    private static final int MAKERS = 4;
    private static final int REMEMBERED_ORDERS = 240;
    private static final int DEEPEST_QUOTE_TICKS = 9;

    private static final String[] SYMBOLS = {"AURA", "BOLT", "CRUX"};
    private static final long[] OPENING_PRICES = {5_000, 12_000, 2_500};
    private static final String[] DESKS = {
        "maker-north", "maker-east", "maker-south", "maker-west", "taker-fund", "taker-retail"
    };

    /** An order that its desk believes to be live. */
    private record Quote(int instrumentId, int deskId, Side side, long orderNumber) {}

    private final Random random;
    private final long[] fairPrices = OPENING_PRICES.clone();
    private final List<Quote> quotes = new ArrayList<>();
    private final Command command = new Command();
    private long orderNumber;

    BusyDay(long seed) {
        random = new Random(seed);
    }

    static List<Instrument> instruments() {
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < SYMBOLS.length; i++) {
            instruments.add(
                    new Instrument(
                            i + 1,
                            SYMBOLS[i],
                            "USD",
                            PRICE_DECIMALS,
                            0,
                            1,
                            LOT,
                            0,
                            0,
                            0,
                            0,
                            BAND_PPM,
                            OPENING_PRICES[i],
                            Phase.CONTINUOUS));
        }
        return instruments;
    }

    static List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < DESKS.length; i++) {
            accounts.add(new Account(i + 1, i + 1, DESKS[i], DESKS[i]));
        }
        return accounts;
    }

    static List<Session> sessions() {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < DESKS.length; i++) {
            sessions.add(new Session(i + 1, i + 1, DESKS[i], 0, 0, 0, 0, 0));
        }
        return sessions;
    }

    /** The next command; valid until the next call. Desk, account and session have one id. */
    Command next() {
        command.reset();
        int instrumentId = 1 + random.nextInt(SYMBOLS.length);
        wander(instrumentId);
        int choice = random.nextInt(1000);
        if (choice < 2) {
            massCancel(instrumentId);
        } else if (choice < 12) {
            tick(instrumentId);
        } else if (quotes.size() > REMEMBERED_ORDERS || (choice < 250 && !quotes.isEmpty())) {
            cancel();
        } else if (choice < 400 && !quotes.isEmpty()) {
            replace();
        } else if (choice < 780) {
            quote(instrumentId);
        } else {
            take(instrumentId);
        }
        return command;
    }

    private void wander(int instrumentId) {
        if (random.nextInt(8) == 0) {
            long opening = OPENING_PRICES[instrumentId - 1];
            long price = fairPrices[instrumentId - 1] + random.nextInt(3) - 1;
            fairPrices[instrumentId - 1] =
                    Math.clamp(price, opening - opening / 10, opening + opening / 10);
        }
    }

    private void quote(int instrumentId) {
        int deskId = 1 + random.nextInt(MAKERS);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        enter(instrumentId, deskId, side, TimeInForce.DAY);
        command.price = quotePrice(instrumentId, side);
        command.execInst = random.nextBoolean() ? Command.POST_ONLY : 0;
        command.stpGroup = 1;
        command.stpMode = StpMode.CANCEL_OLDEST.code();
        quotes.add(new Quote(instrumentId, deskId, side, orderNumber));
    }

    private long quotePrice(int instrumentId, Side side) {
        int distance = 1 + random.nextInt(DEEPEST_QUOTE_TICKS);
        long fair = fairPrices[instrumentId - 1];
        return side == Side.BUY ? fair - distance : fair + distance;
    }

    private void take(int instrumentId) {
        int deskId = MAKERS + 1 + random.nextInt(DESKS.length - MAKERS);
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        int kind = random.nextInt(10);
        enter(instrumentId, deskId, side, kind == 0 ? TimeInForce.FOK : TimeInForce.IOC);
        if (kind < 3) {
            command.type = OrderType.MARKET.code();
        } else {
            long fair = fairPrices[instrumentId - 1];
            command.price = side == Side.BUY ? fair + 4 : fair - 4;
        }
    }

    private void enter(int instrumentId, int deskId, Side side, TimeInForce tif) {
        command.kind = CommandKind.NEW_ORDER;
        command.instrumentId = instrumentId;
        desk(deskId);
        ownId();
        command.side = side.code();
        command.type = OrderType.LIMIT.code();
        command.tif = tif.code();
        command.quantity = LOT * (1 + random.nextInt(12));
    }

    private void cancel() {
        Quote quote = quotes.remove(random.nextInt(quotes.size()));
        command.kind = CommandKind.CANCEL_ORDER;
        target(quote);
    }

    private void replace() {
        Quote quote = quotes.remove(random.nextInt(quotes.size()));
        command.kind = CommandKind.REPLACE_ORDER;
        target(quote);
        ownId();
        command.price = quotePrice(quote.instrumentId(), quote.side());
        command.quantity = LOT * (1 + random.nextInt(12));
        quotes.add(new Quote(quote.instrumentId(), quote.deskId(), quote.side(), orderNumber));
    }

    private void massCancel(int instrumentId) {
        int deskId = 1 + random.nextInt(MAKERS);
        command.kind = CommandKind.MASS_CANCEL;
        command.instrumentId = instrumentId;
        desk(deskId);
        quotes.removeIf(q -> q.deskId() == deskId && q.instrumentId() == instrumentId);
    }

    private void tick(int instrumentId) {
        command.kind = CommandKind.MARKET_TICK;
        command.instrumentId = instrumentId;
        command.price = fairPrices[instrumentId - 1];
        command.quantity = LOT;
    }

    private void desk(int deskId) {
        command.accountId = deskId;
        command.sessionId = deskId;
    }

    private void ownId() {
        String id = "d" + ++orderNumber;
        command.clientOrderId0 = ClientOrderId.word(id, 0);
        command.clientOrderId1 = ClientOrderId.word(id, 1);
        command.clientOrderId2 = (int) ClientOrderId.word(id, 2);
    }

    private void target(Quote quote) {
        String id = "d" + quote.orderNumber();
        command.instrumentId = quote.instrumentId();
        desk(quote.deskId());
        command.origClientOrderId0 = ClientOrderId.word(id, 0);
        command.origClientOrderId1 = ClientOrderId.word(id, 1);
        command.origClientOrderId2 = (int) ClientOrderId.word(id, 2);
    }
}
