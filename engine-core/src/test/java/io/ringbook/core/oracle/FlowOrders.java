// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.oracle.LiveOrders.KnownOrder;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import java.util.SplittableRandom;

/** Makes well-formed order commands: new orders around a wandering middle, changes of live ones. */
final class FlowOrders {
    private static final String LONG_ID = "A-LONG-CLIENT-";

    private final FlowProfile.Settings settings;
    private final FlowUniverse universe;
    private final LiveOrders live;
    private final SplittableRandom random;

    /** The middle of the prices of each instrument, in ticks; the index is the id less one. */
    private final long[] middle;

    private long lastId;

    /** What the last cancel, replace or reduce is about. */
    private KnownOrder target;

    FlowOrders(
            FlowProfile.Settings settings,
            FlowUniverse universe,
            LiveOrders live,
            SplittableRandom random) {
        this.settings = settings;
        this.universe = universe;
        this.live = live;
        this.random = random;
        this.middle = new long[universe.instruments.size()];
        for (Instrument instrument : universe.instruments) {
            long reference = instrument.referencePrice();
            middle[instrument.instrumentId() - 1] =
                    reference == 0 ? 1_000 : reference / instrument.tickSize();
        }
    }

    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    String newId() {
        lastId++;
        return (lastId % 5 == 0 ? LONG_ID : "O") + Long.toString(lastId, 36);
    }

    long nearPrice(Instrument instrument, int ticksAway) {
        return (middle[instrument.instrumentId() - 1] + ticksAway) * instrument.tickSize();
    }

    Command newOrder(long timeNs) {
        Command command = Commands.of(CommandKind.NEW_ORDER);
        int firmId = random.nextInt(1, settings.firms + 1);
        Instrument instrument = universe.instruments.get(random.nextInt(middle.length));
        command.timeNs = timeNs;
        command.sessionId = universe.sessionOf(firmId, random).sessionId();
        command.accountId = universe.accountOf(firmId, random).accountId();
        command.instrumentId = instrument.instrumentId();
        Commands.setClientOrderId(command, newId());
        command.side = (byte) random.nextInt(1, 3);
        command.quantity = quantity(instrument);
        if (percent(settings.stp)) {
            command.stpGroup = random.nextInt(1, 3);
            command.stpMode = (byte) random.nextInt(1, 5);
        }
        if (percent(settings.market)) {
            market(command);
        } else {
            limit(command, instrument);
        }
        wander(instrument);
        return command;
    }

    private long quantity(Instrument instrument) {
        int lots = random.nextInt(1, percent(settings.largeQuantity) ? 150 : 20);
        return instrument.lotSize() * lots;
    }

    private void wander(Instrument instrument) {
        if (percent(5)) {
            middle[instrument.instrumentId() - 1] += random.nextInt(-1, 2);
        }
    }

    private void market(Command command) {
        command.type = OrderType.MARKET.code();
        TimeInForce tif =
                percent(20)
                        ? TimeInForce.FOK
                        : random.nextBoolean() ? TimeInForce.DAY : TimeInForce.IOC;
        command.tif = tif.code();
        minQuantity(command);
    }

    private void limit(Command command, Instrument instrument) {
        command.type = OrderType.LIMIT.code();
        int away =
                percent(settings.aggressive)
                        ? -random.nextInt(settings.levels + 1)
                        : random.nextInt(1, settings.levels + 1);
        command.price = nearPrice(instrument, command.side == Side.BUY.code() ? -away : away);
        if (percent(settings.immediate)) {
            command.tif = (random.nextBoolean() ? TimeInForce.IOC : TimeInForce.FOK).code();
            minQuantity(command);
            return;
        }
        if (percent(settings.gtd)) {
            command.tif = TimeInForce.GTD.code();
            command.expireNs = expiry(command.timeNs);
        } else {
            command.tif = (random.nextBoolean() ? TimeInForce.DAY : TimeInForce.GTC).code();
        }
        if (percent(10)) {
            command.execInst = Command.POST_ONLY;
        }
        if (percent(20)) {
            command.execInst |= Command.PERSIST;
        }
    }

    private long expiry(long timeNs) {
        long aheadNs = random.nextLong(1, 40_000_000);
        // Round instants, so that several orders expire together.
        return percent(50)
                ? (timeNs + aheadNs) / 1_000_000 * 1_000_000 + 1_000_000
                : timeNs + aheadNs;
    }

    private void minQuantity(Command command) {
        if (command.tif != TimeInForce.IOC.code() || !percent(40)) {
            return;
        }
        Instrument instrument = universe.instruments.get(command.instrumentId - 1);
        long lots = command.quantity / instrument.lotSize();
        long minLots = percent(15) ? lots : random.nextLong(1, lots + 1);
        command.minQuantity = minLots * instrument.lotSize();
    }

    /** A cancel, replace or reduce without what it changes; null if there is no target. */
    private Command onTarget(CommandKind kind, long timeNs) {
        target = percent(4) ? live.anyEnded(random) : live.any(random);
        if (target == null) {
            return null;
        }
        Command command = Commands.of(kind);
        command.timeNs = timeNs;
        command.instrumentId = target.instrumentId;
        command.accountId = target.accountId;
        command.sessionId = target.sessionId;
        boolean byOurId = percent(25) || target.clientOrderId.isEmpty();
        if (byOurId) {
            int firmId =
                    percent(3)
                            ? random.nextInt(1, settings.firms + 1)
                            : universe.firmOfAccount(target.accountId);
            command.sessionId = universe.sessionOf(firmId, random).sessionId();
            command.accountId = universe.accountOf(firmId, random).accountId();
            command.origOrderId = target.orderId;
        } else {
            Commands.setOrigClientOrderId(command, target.clientOrderId);
        }
        if (percent(60)) {
            Commands.setClientOrderId(command, newId());
        }
        return command;
    }

    Command cancel(long timeNs) {
        return onTarget(CommandKind.CANCEL_ORDER, timeNs);
    }

    Command reduce(long timeNs) {
        Command command = onTarget(CommandKind.REDUCE_ORDER, timeNs);
        if (command != null) {
            Instrument instrument = universe.instruments.get(command.instrumentId - 1);
            command.quantity = instrument.lotSize() * random.nextInt(1, 12);
        }
        return command;
    }

    Command replace(long timeNs) {
        Command command = onTarget(CommandKind.REPLACE_ORDER, timeNs);
        if (command == null) {
            return null;
        }
        Instrument instrument = universe.instruments.get(command.instrumentId - 1);
        long lot = instrument.lotSize();
        command.price =
                percent(50)
                        ? target.price
                        : target.price
                                + instrument.tickSize()
                                        * random.nextInt(-settings.levels, settings.levels + 1);
        command.quantity =
                switch (random.nextInt(6)) {
                    case 0, 1 -> target.orderQuantity;
                    case 2 -> target.cum + lot * random.nextInt(0, 2);
                    case 3 -> target.orderQuantity - lot * random.nextInt(1, 6);
                    default -> target.orderQuantity + lot * random.nextInt(1, 6);
                };
        boolean mayExpire = target.tif == TimeInForce.GTD.code() || percent(3);
        if (mayExpire && percent(settings.replaceExpiry)) {
            command.expireNs = expiry(timeNs);
        }
        return command;
    }
}
