// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.send;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.client.ClientDirectory;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderEntryListener;
import io.ringbook.gateway.client.Report;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The session of one account: sends, and counts what becomes of its commands. One thread. */
final class SendSession implements OrderEntryListener, AutoCloseable {
    private final String account;
    private final Consumer<String> notices;
    private final Consumer<String> dayOver;
    private final AtomicLong refusedCount = new AtomicLong();
    private final AtomicLong lostCount = new AtomicLong();
    private final AtomicLong cutCount = new AtomicLong();
    private final EarlierCommands earlier = new EarlierCommands();
    private final OrderEntryClient client;
    private boolean ready;
    private int passedCount;

    /**
     * Logs in.
     *
     * @param notices told of cuts, on the client's thread
     * @param dayOver told the account when its day has ended, on the client's thread
     */
    SendSession(
            String account,
            ClientSettings settings,
            Consumer<String> notices,
            Consumer<String> dayOver) {
        this.account = account;
        this.notices = notices;
        this.dayOver = dayOver;
        this.client = OrderEntryClient.connect(settings, this);
    }

    String account() {
        return account;
    }

    ClientDirectory directory() {
        return client.directory();
    }

    /** Commands that the exchange had taken today before this session logged in. */
    int earlierCount() {
        return earlier.count();
    }

    /** How many of those were passed. */
    int passedCount() {
        return passedCount;
    }

    /**
     * Passes the next of the commands that were taken before.
     *
     * @return false if it is another than this one
     */
    boolean pass(Command command) {
        boolean same = earlier.matches(passedCount, command);
        passedCount++;
        return same;
    }

    void send(Command command) {
        Account known = client.directory().account(account);
        // An unknown one is the exchange's to refuse.
        command.accountId = known == null ? 0 : known.accountId();
        client.send(command);
    }

    void awaitAnswers() {
        client.awaitAnswers();
    }

    long refusedCount() {
        return refusedCount.get();
    }

    long lostCount() {
        return lostCount.get();
    }

    long cutCount() {
        return cutCount.get();
    }

    @Override
    public void onReady() {
        ready = true;
    }

    @Override
    public void onReport(Report report) {
        if (!ready && report.answer()) {
            earlier.add(report);
        }
    }

    @Override
    public void onAnswer(long ticket, Report report) {
        switch (report.kind()) {
            case REJECTED, CANCEL_REJECTED, REPLACE_REJECTED -> refusedCount.incrementAndGet();
            default -> {}
        }
    }

    @Override
    public void onLost(long ticket) {
        lostCount.incrementAndGet();
    }

    @Override
    public void onDayOver() {
        dayOver.accept(account);
    }

    @Override
    public void onHeld(String reason) {
        notices.accept("session " + account + " waits: " + reason);
    }

    @Override
    public void onCut(String reason) {
        cutCount.incrementAndGet();
        notices.accept("session " + account + " was cut and comes back: " + reason);
    }

    @Override
    public void close() {
        client.close();
    }
}
