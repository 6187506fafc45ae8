// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.order;

import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A steady flow on a book that keeps its size: of 100 commands 10 are immediate-or-cancel orders
 * that cross the middle, 5 are replaces at another price, the others passive orders while there are
 * too few and cancels of any live order while there are enough: 40 to 45 of each. Instruments take
 * turns at random.
 *
 * <p>Passive orders lie 1 to {@link LoadMarket#widthTicks} ticks behind the middle, nearer ones
 * likelier, with 1 to {@value #MOST_LOTS} lots; the others reach a quarter as far across it, for up
 * to {@value #MOST_LOTS_TAKEN} lots. A session trades with itself as with others.
 *
 * <p>A change may come too late: its order was filled while it was under way.
 */
public final class SteadyOrders implements OrderSource {
    private static final int MOST_LOTS = 100;
    private static final int MOST_LOTS_TAKEN = 60;
    private static final int OF = 100;
    private static final int TAKING = 10;
    private static final int REPLACING = 5;
    private static final int REACH_PARTS = 4;

    /** Room for orders that are on their way, beside those that rest. */
    private static final int UNDER_WAY = 1 << 16;

    private final List<LoadMarket> markets;
    private final int resting;
    private final int accountId;
    private final long run;
    private final SplittableRandom random;
    private final RestingOrders orders;
    private long lastNumber;

    /** Orders that rest or will, if nothing fills them. */
    private int population;

    /**
     * @param markets where it trades
     * @param resting orders that it keeps in the books
     * @param accountId whose orders they are
     * @param runMs when the run began, milliseconds since 1970
     * @param seed of the random numbers
     */
    public SteadyOrders(
            List<LoadMarket> markets, int resting, int accountId, long runMs, long seed) {
        this.markets = List.copyOf(markets);
        this.resting = resting;
        this.accountId = accountId;
        this.run = OrderIds.word(runMs);
        this.random = new SplittableRandom(seed);
        this.orders = new RestingOrders(resting + UNDER_WAY);
    }

    /** Most orders that a session can keep. */
    public static int maxResting() {
        return OrderIds.PLACES - UNDER_WAY - 1;
    }

    @Override
    public int prepareOne(Command command) {
        return population < resting ? enter(command) : NONE;
    }

    @Override
    public int next(Command command) {
        int draw = random.nextInt(OF);
        if (draw < TAKING || !orders.hasRoom()) {
            return take(command);
        }
        if (draw < TAKING + REPLACING && orders.liveCount() > 0) {
            return replace(command, draw());
        }
        if (population >= resting && orders.liveCount() > 0) {
            return cancel(command, draw());
        }
        return enter(command);
    }

    @Override
    public int cancelOne(Command command) {
        return orders.liveCount() == 0 ? NONE : cancel(command, orders.live(0));
    }

    private int draw() {
        return orders.live(random.nextInt(orders.liveCount()));
    }

    private int enter(Command command) {
        int market = random.nextInt(markets.size());
        byte side = side();
        int place = orders.enter(OrderIds.word(++lastNumber), side, market);
        order(command, market, side, TimeInForce.DAY);
        nameOwn(command, place);
        command.price = passivePrice(markets.get(market), side);
        command.quantity = quantity(markets.get(market), MOST_LOTS);
        population++;
        return place;
    }

    private int take(Command command) {
        int market = random.nextInt(markets.size());
        byte side = side();
        order(command, market, side, TimeInForce.IOC);
        command.clientOrderId0 = run;
        command.clientOrderId1 = OrderIds.word(++lastNumber);
        LoadMarket at = markets.get(market);
        long reach = at.tick() * (1 + random.nextInt(1 + at.widthTicks() / REACH_PARTS));
        command.price = isBuy(side) ? at.middle() + reach : at.middle() - reach;
        command.quantity = quantity(at, MOST_LOTS_TAKEN);
        return NONE;
    }

    /** A new total above what is filled, at a new price: it goes to the back. */
    private int replace(Command command, int place) {
        change(command, CommandKind.REPLACE_ORDER, place);
        LoadMarket market = markets.get(orders.market(place));
        orders.change(place, OrderIds.word(++lastNumber));
        nameOwn(command, place);
        command.price = passivePrice(market, orders.side(place));
        command.quantity =
                Math.min(
                        market.mostLots() * market.lot(),
                        orders.filled(place) + quantity(market, MOST_LOTS));
        return place;
    }

    /** Without an id of its own: none is used up. */
    private int cancel(Command command, int place) {
        change(command, CommandKind.CANCEL_ORDER, place);
        orders.change(place, orders.id(place));
        population--;
        return place;
    }

    private void order(Command command, int market, byte side, TimeInForce tif) {
        begin(command, CommandKind.NEW_ORDER, market);
        command.side = side;
        command.type = OrderType.LIMIT.code();
        command.tif = tif.code();
    }

    private void change(Command command, CommandKind kind, int place) {
        begin(command, kind, orders.market(place));
        command.origClientOrderId0 = run;
        command.origClientOrderId1 = orders.id(place);
        command.origClientOrderId2 = OrderIds.shortWord(place);
    }

    private void begin(Command command, CommandKind kind, int market) {
        command.reset();
        command.kind = kind;
        command.accountId = accountId;
        command.instrumentId = markets.get(market).instrumentId();
    }

    private void nameOwn(Command command, int place) {
        command.clientOrderId0 = run;
        command.clientOrderId1 = OrderIds.word(lastNumber);
        command.clientOrderId2 = OrderIds.shortWord(place);
    }

    private byte side() {
        return random.nextBoolean() ? Side.BUY.code() : Side.SELL.code();
    }

    private static boolean isBuy(byte side) {
        return side == Side.BUY.code();
    }

    /** Nearer prices are likelier: a draw below a draw. */
    private long passivePrice(LoadMarket market, byte side) {
        long away = market.tick() * (1 + random.nextInt(1 + random.nextInt(market.widthTicks())));
        return isBuy(side) ? market.middle() - away : market.middle() + away;
    }

    private long quantity(LoadMarket market, int mostLots) {
        long lots = market.leastLots() + random.nextInt(mostLots);
        return Math.min(lots, market.mostLots()) * market.lot();
    }

    @Override
    public void onReport(byte type, OrderReportDecoder report) {
        if (report.clientOrderIdWord0() != run) {
            return;
        }
        int place = OrderIds.place(report.clientOrderIdWord2());
        if (!orders.isOf(place, report.clientOrderIdWord1())) {
            return;
        }
        switch (type) {
            case MessageType.ORDER_EXECUTED -> {
                orders.onFill(place, report.cumQuantity());
                if (report.leavesQuantity() == 0) {
                    onGone(place);
                }
            }
            case MessageType.ORDER_REPLACED -> orders.onReplaced(place);
            case MessageType.ORDER_CANCELED, MessageType.ORDER_EXPIRED -> onGone(place);
            default -> {}
        }
    }

    private void onGone(int place) {
        byte state = orders.state(place);
        // Under its own id it is a cancel that is under way, which has counted it out already.
        if (state != RestingOrders.GONE && !isCanceling(place, state)) {
            population--;
        }
        orders.onGone(place);
    }

    private boolean isCanceling(int place, byte state) {
        return state == RestingOrders.CHANGING && !orders.isReplacing(place);
    }

    @Override
    public Outcome onAnswer(int mark, byte type, byte reason) {
        boolean refused =
                type == MessageType.ORDER_REJECTED
                        || type == MessageType.CANCEL_REJECTED
                        || type == MessageType.REPLACE_REJECTED;
        if (mark == NONE) {
            return refused ? Outcome.REFUSED : Outcome.DONE;
        }
        byte state = orders.state(mark);
        if (state == RestingOrders.GONE) {
            orders.release(mark);
            return refused ? Outcome.TOO_LATE : Outcome.DONE;
        }
        if (refused && state == RestingOrders.ENTERING) {
            population--;
            orders.release(mark);
            return Outcome.REFUSED;
        }
        if (refused && isCanceling(mark, state)) {
            population++;
        }
        orders.settle(mark);
        return refused ? Outcome.REFUSED : Outcome.DONE;
    }

    /** Orders that rest or will; for tests. */
    int population() {
        return population;
    }
}
