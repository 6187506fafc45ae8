// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.terminal;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.Desk;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderEntryListener;
import io.ringbook.gateway.client.Report;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.fault.Fault;
import java.util.List;
import java.util.function.Function;

/**
 * A session under a person's hands. Reports are printed as they come; those of earlier today only
 * make up the lists of open orders and trades. Without a person each line is answered before the
 * next one is read.
 */
public final class OrderTerminal implements AutoCloseable {
    private final OwnOrders orders = new OwnOrders();
    private final Printer printer = new Printer();
    private final OrderEntryClient client;
    private final LineConsole console;
    private final TerminalCommands commands;

    /**
     * Logs in.
     *
     * @param account to trade for; null for the only one, or the one named like the session
     * @param console made once the exchange told what it trades; closed by {@link #close}
     * @throws Fault if the exchange is not there or refuses
     */
    public OrderTerminal(
            ClientSettings settings,
            String account,
            Function<TerminalCompleter, LineConsole> console) {
        client = OrderEntryClient.connect(settings, printer);
        try {
            Desk desk = client.desk(account == null ? account(settings.key().session()) : account);
            this.commands = new TerminalCommands(client, desk, orders);
            this.console = console.apply(new TerminalCompleter(client.directory(), orders));
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
        greet(settings);
        printer.begin(this.console);
    }

    /** Carries out lines until one says quit, or there are no more. */
    public void run() {
        for (String line = console.read(); line != null; line = console.read()) {
            try {
                if (!commands.execute(line, console::print)) {
                    return;
                }
                if (!console.isInteractive()) {
                    client.awaitAnswers();
                }
            } catch (Fault | IllegalStateException e) {
                if (printer.hasEnded()) {
                    throw e;
                }
                console.print(e.getMessage());
            }
        }
        client.awaitAnswers();
    }

    @Override
    public void close() {
        // Reports may come up to the logout.
        client.close();
        printer.mute();
        console.close();
    }

    private void greet(ClientSettings settings) {
        List<String> symbols =
                client.directory().instruments().stream().map(Instrument::symbol).toList();
        console.print(
                "Logged in at "
                        + settings.address()
                        + " as "
                        + settings.key().session()
                        + ", account "
                        + commands.account()
                        + "; "
                        + Counted.of(symbols.size(), "instrument")
                        + ", "
                        + Counted.of(orders.open().size(), "open order")
                        + ". help lists what can be said.");
    }

    private String account(String session) {
        List<String> names = client.directory().accounts().stream().map(Account::name).toList();
        if (names.contains(session)) {
            return session;
        }
        if (names.size() == 1) {
            return names.get(0);
        }
        throw new Fault(
                "session " + session + " may trade for " + names + ": choose one with --account");
    }

    /** Keeps the orders, and prints once the terminal stands. */
    private final class Printer implements OrderEntryListener {
        private volatile LineConsole shown;
        private volatile boolean ended;

        void begin(LineConsole target) {
            shown = target;
        }

        void mute() {
            shown = null;
        }

        boolean hasEnded() {
            return ended;
        }

        @Override
        public void onReport(Report report) {
            orders.onReport(report);
            print(ReportText.of(report));
        }

        @Override
        public void onLost(long ticket) {
            print("The answer to a command was lost: it may or may not have been carried out.");
        }

        @Override
        public void onHeld(String reason) {
            print("Waiting: " + reason);
        }

        @Override
        public void onReleased() {
            print("The exchange takes commands again.");
        }

        @Override
        public void onDayOver() {
            orders.onDayOver();
            print("The trading day is over.");
        }

        @Override
        public void onCut(String reason) {
            print("Cut, coming back: " + reason);
        }

        @Override
        public void onReady() {
            print("Logged in again.");
        }

        @Override
        public void onEnd(String reason) {
            ended = true;
            if (!reason.isEmpty()) {
                print("The session is over: " + reason);
            }
        }

        private void print(String line) {
            LineConsole target = shown;
            if (target != null) {
                target.print(line);
            }
        }
    }
}
