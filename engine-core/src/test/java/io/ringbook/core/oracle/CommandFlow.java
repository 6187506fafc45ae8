// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A random flow of sequenced commands, the same for the same profile and seed. It reads the answers
 * of the reference, so that its cancels, replaces and reduces often hit; and like ingest it puts
 * TIME before the first command at or after an armed expiry, and CONTINUE while work is left.
 */
public final class CommandFlow {
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final int RECENT_KEPT = 200;

    private final FlowProfile.Settings settings;
    private final SplittableRandom random;
    private final FlowUniverse universe;
    private final LiveOrders live = new LiveOrders();
    private final FlowOrders orders;
    private final FlowHostility hostility;

    /** Expiries of the raw commands that are still to come. */
    private final TreeSet<Long> armedNs = new TreeSet<>();

    private final List<Command> recent = new ArrayList<>();
    private long sequence;
    private long timeNs = START_NS;
    private Command waiting;
    private long pendingOrigin;

    /** Some instrument may not be trading. */
    private boolean disturbed;

    public CommandFlow(FlowProfile profile, long seed) {
        this.settings = profile.settings();
        this.random = new SplittableRandom(seed);
        this.universe = new FlowUniverse(settings, random);
        this.orders = new FlowOrders(settings, universe, live, random);
        this.hostility = new FlowHostility(random);
    }

    /** Tells an exchange of everything that this flow trades. */
    public void introduceTo(ExchangeUnderTest exchange) {
        universe.introduceTo(exchange);
    }

    /** Ids of all instruments. */
    public List<Integer> instrumentIds() {
        return universe.instruments.stream().map(Instrument::instrumentId).toList();
    }

    /** The next command, sequenced. */
    public Command next() {
        if (pendingOrigin != 0) {
            Command goOn = Commands.of(CommandKind.CONTINUE);
            goOn.originSequence = pendingOrigin;
            goOn.timeNs = timeNs;
            return sequenced(goOn);
        }
        Command command = waiting != null ? waiting : draw();
        waiting = null;
        if (!armedNs.isEmpty() && armedNs.first() <= command.timeNs) {
            waiting = command;
            Command due = Commands.of(CommandKind.TIME);
            due.expireNs = armedNs.pollFirst();
            due.timeNs = Math.max(due.expireNs, timeNs);
            return sequenced(due);
        }
        if (command.expireNs > command.timeNs) {
            armedNs.add(command.expireNs);
        }
        return sequenced(command);
    }

    /** What the reference made of the command. */
    public void observe(Command command, List<EventCopy> events, boolean continuePending) {
        live.observe(command, events);
        if (!continuePending) {
            pendingOrigin = 0;
        } else if (pendingOrigin == 0) {
            pendingOrigin = command.sequence;
        }
    }

    private Command sequenced(Command command) {
        sequence++;
        command.sequence = sequence;
        timeNs = command.timeNs;
        return command;
    }

    private Command draw() {
        long atNs = timeNs + (orders.percent(10) ? 0 : random.nextLong(400_000));
        Command rare = rare(random.nextInt(1_000));
        if (rare != null) {
            rare.timeNs = atNs;
            return rare;
        }
        if (!recent.isEmpty() && orders.percent(settings.resend)) {
            return resend(atNs);
        }
        Command command = common(atNs);
        if (orders.percent(settings.hostile)) {
            hostility.spoil(command);
        }
        if (orders.percent(2)) {
            command.possResend = true;
        }
        remember(command);
        return command;
    }

    private Command common(long atNs) {
        int draw = random.nextInt(100);
        int newShare = live.count() < settings.liveTarget ? 70 : 40;
        Command change = null;
        if (draw >= newShare) {
            int part = (draw - newShare) * 100 / (100 - newShare);
            change =
                    part < 50
                            ? orders.cancel(atNs)
                            : part < 85 ? orders.replace(atNs) : orders.reduce(atNs);
        }
        return change != null ? change : orders.newOrder(atNs);
    }

    private void remember(Command command) {
        if (recent.size() == RECENT_KEPT) {
            recent.remove(0);
        }
        recent.add(command);
    }

    /** A used id once more: an honest repeat, a forgotten mark, or another order under it. */
    private Command resend(long atNs) {
        Command command = Commands.copy(recent.get(random.nextInt(recent.size())));
        command.timeNs = atNs;
        command.possResend = orders.percent(75);
        if (orders.percent(30)) {
            hostility.spoil(command);
        }
        return command;
    }

    /** One of the commands that come seldom, or null. */
    private Command rare(int draw) {
        int bound = settings.massCancelPerMille;
        if (draw < bound) {
            return massCancel();
        }
        bound += settings.tickPerMille;
        if (draw < bound) {
            return tick();
        }
        bound += settings.phasePerMille;
        if (draw < bound) {
            return phaseChange();
        }
        bound += disturbed ? 20 : 0;
        if (draw < bound) {
            return allContinuous();
        }
        bound += settings.endOfDayPerMille;
        if (draw < bound) {
            return Commands.of(CommandKind.END_OF_DAY);
        }
        if (draw == bound && orders.percent(settings.hostile)) {
            return Commands.of(CommandKind.CONTINUE);
        }
        return null;
    }

    private Command massCancel() {
        boolean cut = orders.percent(30);
        Command command = Commands.of(cut ? CommandKind.DISCONNECT : CommandKind.MASS_CANCEL);
        int firmId = random.nextInt(1, settings.firms + 1);
        command.sessionId = universe.sessionOf(firmId, random).sessionId();
        if (cut) {
            return command;
        }
        command.accountId =
                orders.percent(50) ? 0 : random.nextInt(1, universe.accounts.size() + 2);
        command.instrumentId =
                orders.percent(50) ? 0 : random.nextInt(1, universe.instruments.size() + 2);
        command.side = (byte) (orders.percent(50) ? 0 : random.nextInt(1, 4));
        command.possResend = orders.percent(10);
        if (orders.percent(50)) {
            Commands.setClientOrderId(command, orders.newId());
        }
        return command;
    }

    private Command tick() {
        Command command = Commands.of(CommandKind.MARKET_TICK);
        Instrument instrument =
                universe.instruments.get(random.nextInt(universe.instruments.size()));
        command.instrumentId = instrument.instrumentId();
        command.price =
                orders.nearPrice(instrument, random.nextInt(-settings.levels, settings.levels + 1));
        command.quantity = random.nextInt(1_000);
        if (orders.percent(20)) {
            command.price += random.nextInt(3); // off the grid is fine for a tick
        }
        if (orders.percent(2)) {
            command.price = -command.price;
        }
        if (orders.percent(2)) {
            command.instrumentId = random.nextBoolean() ? 0 : 9_999;
        }
        return command;
    }

    private Command phaseChange() {
        Command command = Commands.of(CommandKind.PHASE_CHANGE);
        command.instrumentId = random.nextInt(universe.instruments.size() + 2);
        command.phase = (byte) random.nextInt(1, 4);
        disturbed = true;
        return command;
    }

    private Command allContinuous() {
        Command command = Commands.of(CommandKind.PHASE_CHANGE);
        command.phase = Phase.CONTINUOUS.code();
        disturbed = false;
        return command;
    }
}
