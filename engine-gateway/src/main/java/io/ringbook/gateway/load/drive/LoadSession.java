// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.drive;

import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.client.protocol.DrivenSession;
import io.ringbook.gateway.client.protocol.SessionListener;
import io.ringbook.gateway.client.protocol.SessionTerms;
import io.ringbook.gateway.load.measure.Latencies;
import io.ringbook.gateway.load.order.OrderSource;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * A session of a load: sends what its source gives, and takes the time of each answer and of an
 * order's first trade. A cut ends it; a load does not come back, since what it measured before and
 * after would not be one thing. One thread; allocates nothing for an order.
 */
public final class LoadSession implements SessionListener {
    private static final byte TAKER = 2;

    private final String name;
    private final DrivenSession session;
    private final InFlight inFlight = new InFlight();
    private final Command command = new Command();
    private final OrderReportDecoder report = new OrderReportDecoder();
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private OrderSource source;
    private Tally tally = new Tally();
    private Latencies latencies;
    private byte reportType;
    private byte reportReason;
    private long lastEnteredId;
    private long lastEnteredDueNs;
    private boolean lastEnteredMeasured;
    private boolean unsent;
    private boolean ready;
    private String failure;

    /**
     * A session that is to log in.
     *
     * @param name for sentences
     */
    public LoadSession(String name, SessionTerms terms, Selector selector) {
        this.name = name;
        this.session = new DrivenSession(terms, this, selector);
    }

    /** Name of the session. */
    public String name() {
        return name;
    }

    /** Instruments of the exchange; once it is logged in. */
    public List<Instrument> instruments() {
        return instruments;
    }

    /** Accounts that it may trade for; once it is logged in. */
    public List<Account> accounts() {
        return accounts;
    }

    /** What it is to send from now on. */
    public void source(OrderSource orders) {
        source = orders;
    }

    DrivenSession session() {
        return session;
    }

    /** True once it is logged in. */
    boolean isReady() {
        return ready;
    }

    /** Why it is over, or null. */
    String failure() {
        return failure;
    }

    int inFlightCount() {
        return inFlight.count();
    }

    boolean hasRoom() {
        return !inFlight.isFull();
    }

    /** What is sent and answered from here on belongs to a step; no latencies for none. */
    void begin(Latencies to, Tally count) {
        latencies = to;
        tally = count;
    }

    /**
     * Sends the next command.
     *
     * @param fromNs from when its latency counts
     * @param measured true if it belongs to the measured time
     */
    void sendNext(long fromNs, boolean measured) {
        send(source.next(command), fromNs, measured);
        if (measured) {
            latencies.onSent(System.nanoTime() - fromNs);
        }
    }

    /** Sends what has to come before a load; false if there is nothing. */
    boolean sendPreparation(long nowNs) {
        int mark = source.prepareOne(command);
        return mark != OrderSource.NONE && send(mark, nowNs, false);
    }

    /** Cancels an order; false if none is left. */
    boolean sendCancel(long nowNs) {
        int mark = source.cancelOne(command);
        return mark != OrderSource.NONE && send(mark, nowNs, false);
    }

    private boolean send(int mark, long fromNs, boolean measured) {
        session.send(command);
        inFlight.add(command.kind, mark, command.clientOrderId1, fromNs, measured);
        tally.onSent();
        unsent = true;
        return true;
    }

    /** Gives the socket what was sent since. */
    void flush(long nowNs) {
        if (unsent) {
            unsent = !session.flush(nowNs);
        }
    }

    /** How long the oldest command without an answer has waited. */
    long behindNs(long nowNs) {
        return inFlight.count() == 0 ? 0 : nowNs - inFlight.dueNs(0);
    }

    @Override
    public void onReport(byte type, DirectBuffer buffer, int frame, int body, int text) {
        reportType = type;
        if (type == MessageType.MASS_CANCEL_REPORT) {
            reportReason = 0;
            return;
        }
        report.wrap(buffer, body);
        reportReason = report.reason();
        if (type == MessageType.ORDER_EXECUTED) {
            onTrade();
        }
        source.onReport(type, report);
    }

    /** The trades of an order stand right behind its answer. */
    private void onTrade() {
        tally.onTrade();
        if (report.liquidity() == TAKER && report.clientOrderIdWord1() == lastEnteredId) {
            lastEnteredId = 0;
            if (lastEnteredMeasured) {
                latencies.onFill(System.nanoTime() - lastEnteredDueNs);
            }
        }
    }

    @Override
    public void onAnswer(long ticket) {
        long nowNs = System.nanoTime();
        long dueNs = inFlight.dueNs(0);
        boolean measured = inFlight.isMeasured(0);
        if (measured) {
            latencies.onAnswer(inFlight.kind(0), nowNs - dueNs);
            tally.onAnswered(nowNs);
        }
        lastEnteredId = reportType == MessageType.ORDER_ACCEPTED ? inFlight.id() : 0;
        lastEnteredDueNs = dueNs;
        lastEnteredMeasured = measured;
        switch (source.onAnswer(inFlight.mark(), reportType, reportReason)) {
            case TOO_LATE -> tally.onTooLate();
            case REFUSED -> tally.onRefused(reportReason);
            case DONE -> {}
        }
        inFlight.removeFirst();
    }

    /** Counts what has no answer with the time that it has waited, and not again. */
    void giveUp(long nowNs) {
        for (int i = 0; i < inFlight.count(); i++) {
            if (inFlight.isMeasured(i)) {
                latencies.onAnswer(inFlight.kind(i), nowNs - inFlight.dueNs(i));
                inFlight.giveUp(i);
            }
        }
    }

    @Override
    public void onInstrument(Instrument instrument) {
        instruments.add(instrument);
    }

    @Override
    public void onAccount(Account account) {
        accounts.add(account);
    }

    @Override
    public void onReady() {
        ready = true;
    }

    @Override
    public void onCut(String reason) {
        fail("session " + name + " was cut: " + reason);
    }

    @Override
    public void onEnd(String reason) {
        fail(reason);
    }

    @Override
    public void onDayOver() {
        fail("the trading day of session " + name + " has ended");
    }

    @Override
    public void onHeld(String reason) {
        fail(reason);
    }

    private void fail(String reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    @Override
    public void onAccepted(long lastClientSequence) {
        // What the session sent before is nobody's business here.
    }

    @Override
    public void onReleased() {
        // Being held has ended the load.
    }

    @Override
    public void onLost(long ticket) {
        // A day that ends in a cut has ended the load.
    }
}
