// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.flow;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import java.util.SplittableRandom;

/**
 * Makes flow by trading it on a real engine, so that cancels and replaces meet orders that are
 * live.
 *
 * <p>After orders that fill the book to its size, of 100 commands about 48 are new orders near the
 * touch, 6 are orders that take up to five levels at once and leave no rest, 32 are cancels, 8
 * replaces and 6 reduces; they make about 20 trades. The middle walks by a tick now and then, so
 * that some passive orders trade too.
 */
public final class FlowRecorder {
    private static final long MIDDLE_TICKS = 10_000;

    private final SplittableRandom random;
    private final int restingOrders;
    private final int widthTicks;
    private final DirectEngine engine;
    private final LiveNumbers live;
    private final OrderFlow flow;
    private final Command command = new Command();
    private long middleTicks = MIDDLE_TICKS;
    private int lastNumber;

    private FlowRecorder(long seed, int restingOrders, int commandCount) {
        this.random = new SplittableRandom(seed);
        this.restingOrders = restingOrders;
        this.widthTicks = Math.max(20, restingOrders / 100);
        int total = restingOrders + commandCount;
        this.engine = new DirectEngine(restingOrders * 2, total);
        this.live = new LiveNumbers(total);
        this.flow = new OrderFlow(total);
    }

    /**
     * Records a flow.
     *
     * @param seed the same seed gives the same flow
     * @param restingOrders size of the book, which the first so many commands fill
     * @param commandCount commands after these
     */
    public static OrderFlow record(long seed, int restingOrders, int commandCount) {
        return recorder(seed, restingOrders, commandCount).flow;
    }

    /**
     * Records a flow that can be played again and again: behind the commands asked for it cancels
     * what rests, so that it leaves the book as it found it.
     *
     * @param seed the same seed gives the same flow
     * @param restingOrders size of the book, which the first so many commands fill
     * @param commandCount commands after these
     */
    public static OrderFlow recordCycle(long seed, int restingOrders, int commandCount) {
        FlowRecorder recorder = recorder(seed, restingOrders, commandCount);
        while (recorder.live.count() > 0) {
            recorder.cancel();
        }
        return recorder.flow;
    }

    private static FlowRecorder recorder(long seed, int restingOrders, int commandCount) {
        FlowRecorder recorder = new FlowRecorder(seed, restingOrders, commandCount);
        for (int i = 0; i < restingOrders; i++) {
            recorder.enterPassive();
        }
        for (int i = 0; i < commandCount; i++) {
            recorder.step();
        }
        return recorder;
    }

    private void step() {
        if (random.nextInt(64) == 0) {
            middleTicks += random.nextInt(3) - 1;
        }
        int draw = random.nextInt(100);
        boolean isFull = live.count() >= restingOrders;
        if (draw < 6) {
            take();
        } else if (draw < 14 && live.count() > 0) {
            replace();
        } else if (draw < 20 && live.count() > 0) {
            reduce();
        } else if (live.count() > 0 && random.nextInt(100) < (isFull ? 80 : 20)) {
            cancel();
        } else {
            enterPassive();
        }
    }

    private void enterPassive() {
        Side side = sideOf(lastNumber + 1);
        enter(side, passivePrice(side), 1 + random.nextInt(10) * 10L, TimeInForce.GTC);
    }

    private void take() {
        Side side = sideOf(lastNumber + 1);
        long reach = 1L + random.nextInt(5);
        long ticks = side == Side.BUY ? middleTicks + reach : middleTicks - reach;
        enter(side, ticks * FlowMarket.TICK, 1 + random.nextInt(150), TimeInForce.IOC);
    }

    private void enter(Side side, long price, long quantity, TimeInForce tif) {
        begin(CommandKind.NEW_ORDER);
        command.clientOrderId0 = ++lastNumber;
        command.side = side.code();
        command.type = OrderType.LIMIT.code();
        command.tif = tif.code();
        command.quantity = quantity;
        command.price = price;
        send();
    }

    private void cancel() {
        begin(CommandKind.CANCEL_ORDER);
        command.origClientOrderId0 = draw();
        send();
    }

    /** A new total above any that is filled, at a new price: the order goes to the back. */
    private void replace() {
        begin(CommandKind.REPLACE_ORDER);
        int number = draw();
        command.origClientOrderId0 = number;
        command.quantity = 100 + random.nextInt(10) * 10L;
        command.price = passivePrice(sideOf(number));
        send();
    }

    private void reduce() {
        begin(CommandKind.REDUCE_ORDER);
        int number = draw();
        command.origClientOrderId0 = number;
        command.quantity = Math.max(1, live.leavesQuantity(number) / 2);
        send();
    }

    /** Nearer prices are likelier: a draw below a draw. */
    private long passivePrice(Side side) {
        long away = 1L + random.nextInt(1 + random.nextInt(widthTicks));
        long ticks = side == Side.BUY ? middleTicks - away : middleTicks + away;
        return ticks * FlowMarket.TICK;
    }

    /** Sides take turns, so that a number tells its order's side. */
    private static Side sideOf(int number) {
        return number % 2 == 0 ? Side.BUY : Side.SELL;
    }

    private int draw() {
        return live.number(random.nextInt(live.count()));
    }

    private void begin(CommandKind kind) {
        command.reset();
        command.kind = kind;
    }

    /** Records the command, and trades it as it will be played. */
    private void send() {
        flow.add(command);
        flow.load(flow.count() - 1, command);
        engine.accept(command, live);
    }
}
