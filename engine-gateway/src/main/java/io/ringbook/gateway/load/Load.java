// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load;

import io.ringbook.codec.text.DecimalFault;
import io.ringbook.codec.text.DecimalParser;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.load.arrival.Arrivals;
import io.ringbook.gateway.load.arrival.ConstantArrivals;
import io.ringbook.gateway.load.arrival.HawkesArrivals;
import io.ringbook.gateway.load.arrival.RecordedArrivals;
import io.ringbook.gateway.load.drive.LoadLoop;
import io.ringbook.gateway.load.drive.LoadSession;
import io.ringbook.gateway.load.drive.Schedule;
import io.ringbook.gateway.load.drive.StepEnd;
import io.ringbook.gateway.load.drive.Tally;
import io.ringbook.gateway.load.measure.IntervalLog;
import io.ringbook.gateway.load.measure.Latencies;
import io.ringbook.gateway.load.order.LoadMarket;
import io.ringbook.gateway.load.order.RecordedDay;
import io.ringbook.gateway.load.order.SteadyOrders;
import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A load that is logged in at an exchange, its books filled: runs one step after the other on the
 * thread that calls. {@link #close} cancels what is left of its orders.
 */
public final class Load implements AutoCloseable {
    /** Who is silent for three of these is cut: long, because a stall is to be measured. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final LoadSettings settings;
    private final long runMs = System.currentTimeMillis();
    private final List<LoadSession> sessions = new ArrayList<>();
    private final Selector selector;
    private final LoadLoop loop;
    private RecordedDay day;

    private Load(LoadSettings settings, List<SessionKey> keys) {
        this.settings = settings;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new Fault("cannot open a selector: " + e.getMessage(), e);
        }
        for (SessionKey key : keys) {
            ClientSettings client =
                    ClientSettings.of(settings.address(), key)
                            .withHeartbeat(HEARTBEAT)
                            .givingUpAfter(Duration.ZERO);
            sessions.add(
                    new LoadSession(key.session(), client.terms().skippingEarlier(), selector));
        }
        this.loop = new LoadLoop(sessions, selector, settings.waiting());
    }

    /**
     * Logs in and fills the books.
     *
     * @throws Fault if keys are missing, there is no exchange, it refuses, or there is nothing to
     *     trade
     */
    public static Load open(LoadSettings settings) {
        List<SessionKey> keys =
                settings.recording() == null
                        ? LoadKeys.first(settings.keys(), settings.connections())
                        : LoadKeys.named(
                                settings.keys(), RecordedDay.accounts(settings.recording()));
        Load load = new Load(settings, keys);
        try {
            load.loop.logIn();
            load.chooseOrders();
            load.loop.prepare();
            return load;
        } catch (RuntimeException | Error e) {
            load.abandon();
            throw e;
        }
    }

    private void chooseOrders() {
        if (settings.recording() != null) {
            day = RecordedDay.read(settings.recording(), sessions.get(0).instruments());
            for (int i = 0; i < sessions.size(); i++) {
                sessions.get(i).source(day.source(i, accountId(sessions.get(i)), runMs));
            }
            return;
        }
        List<LoadMarket> markets = markets(sessions.get(0).instruments());
        int resting = Math.ceilDiv(settings.resting(), sessions.size());
        for (int i = 0; i < sessions.size(); i++) {
            LoadSession session = sessions.get(i);
            session.source(
                    new SteadyOrders(
                            markets, resting, accountId(session), runMs, settings.seed() + i));
        }
    }

    /** The account named like the session, else the first. */
    private static int accountId(LoadSession session) {
        for (Account account : session.accounts()) {
            if (account.name().equals(session.name())) {
                return account.accountId();
            }
        }
        if (session.accounts().isEmpty()) {
            throw new Fault("session " + session.name() + " may trade for no account");
        }
        return session.accounts().get(0).accountId();
    }

    private List<LoadMarket> markets(List<Instrument> instruments) {
        if (instruments.isEmpty()) {
            throw new Fault("the exchange at " + settings.address() + " trades nothing");
        }
        if (settings.symbols().isEmpty()) {
            return List.of(LoadMarket.of(instruments.get(0), 0));
        }
        List<LoadMarket> markets = new ArrayList<>();
        for (Map.Entry<String, String> asked : settings.symbols().entrySet()) {
            Instrument instrument = find(instruments, asked.getKey());
            markets.add(LoadMarket.of(instrument, price(instrument, asked.getValue())));
        }
        return markets;
    }

    private Instrument find(List<Instrument> instruments, String symbol) {
        for (Instrument instrument : instruments) {
            if (instrument.symbol().equals(symbol)) {
                return instrument;
            }
        }
        throw new Fault("the exchange at " + settings.address() + " does not trade " + symbol);
    }

    private static long price(Instrument instrument, String text) {
        if (text.isEmpty()) {
            return 0;
        }
        DecimalParser parser = new DecimalParser();
        if (parser.parse(text, 0, text.length(), instrument.priceDecimals()) != DecimalFault.NONE
                || parser.mantissa() <= 0
                || parser.mantissa() % instrument.tickSize() != 0) {
            throw new Fault(
                    "\"" + text + "\" is no price of " + instrument.symbol() + " on its ticks");
        }
        return parser.mantissa();
    }

    /** The recorded day, or null. */
    public RecordedDay day() {
        return day;
    }

    /**
     * How long the recorded day lasts from its first command to its last.
     *
     * @param speed 2 for twice as fast
     */
    public Duration recordedLength(double speed) {
        long[] timesNs = day.timesNs();
        return Duration.ofNanos((long) ((timesNs[timesNs.length - 1] - timesNs[0]) / speed) + 1);
    }

    /** Sessions that are logged in. */
    public int sessionCount() {
        return sessions.size();
    }

    /**
     * Runs a step; everything before it has been answered when it begins.
     *
     * @param intervals told each answer of the measured time too; null for nobody
     */
    public StepResult run(Step step, IntervalLog intervals) {
        if (intervals != null) {
            intervals.mark(step.toString());
        }
        Latencies latencies = new Latencies(intervals);
        Tally tally = new Tally();
        StepEnd end =
                loop.run(
                        schedule(step),
                        latencies,
                        tally,
                        step.closedLoop(),
                        step.mostBehind().toNanos());
        return new StepResult(step, end, loop.failure(), tally, latencies);
    }

    private Schedule schedule(Step step) {
        long warmUpNs = step.warmUp().toNanos();
        long measuredNs = step.measured().toNanos();
        if (step.profile() instanceof Profile.Recorded recorded) {
            return Schedule.recorded(
                    new RecordedArrivals(day.timesNs(), recorded.speed()),
                    day.turns(),
                    warmUpNs,
                    measuredNs);
        }
        return Schedule.inTurns(arrivals(step), sessions.size(), warmUpNs, measuredNs);
    }

    private static Arrivals arrivals(Step step) {
        if (step.profile() instanceof Profile.Bursty bursty) {
            return new HawkesArrivals(
                    step.perSecond(), bursty.branching(), bursty.decayNs(), bursty.seed());
        }
        return new ConstantArrivals(step.perSecond());
    }

    /** Ends the step that is under way, and lets none begin. Any thread. */
    public void stop() {
        loop.stop();
    }

    /** Cancels what is left of the orders, logs out. */
    @Override
    public void close() {
        if (loop.failure() == null) {
            loop.cancelAll();
        }
        loop.logOut();
        abandon();
    }

    private void abandon() {
        loop.close();
        try {
            selector.close();
        } catch (IOException e) {
            throw new Fault("the selector cannot be closed: " + e.getMessage(), e);
        }
    }
}
