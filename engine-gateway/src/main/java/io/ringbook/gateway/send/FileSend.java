// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.send;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.client.ClientDirectory;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderEntryListener;
import io.ringbook.gateway.client.Report;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.csv.Action;
import io.ringbook.gateway.csv.BadLineException;
import io.ringbook.gateway.csv.CommandCsvReader;
import io.ringbook.gateway.csv.CommandFileAccounts;
import io.ringbook.gateway.csv.CommandRow;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * One command file, sent. The exchange carries the commands out in the order of the file: those of
 * one account follow each other in one session, and before another account's turn all answers are
 * awaited. Times in the file are not sent; the exchange has its own clock.
 */
public final class FileSend implements AutoCloseable {
    private static final int MAX_LISTED = 1000;

    private final SendOptions options;
    private final LongConsumer progress;
    private final Consumer<String> notices;
    private final Map<String, OrderEntryClient> clients = new HashMap<>();
    private final List<String> badLines = new ArrayList<>();
    private final LongAdder refusedCount = new LongAdder();
    private final LongAdder lostCount = new LongAdder();
    private final LongAdder cutCount = new LongAdder();
    private long sentCount;
    private long leftOutCount;

    /**
     * @param progress told how many commands have been sent
     * @param notices told of cuts, on the sessions' threads
     */
    public FileSend(SendOptions options, LongConsumer progress, Consumer<String> notices) {
        this.options = options;
        this.progress = progress;
        this.notices = notices;
    }

    /**
     * Sends the file and waits for the last answer.
     *
     * @throws Fault if the work fails; the sentence says how far it came
     */
    public SendResult run() {
        ReferenceData instruments = new ReferenceData();
        for (String account : CommandFileAccounts.of(options.commands(), 1)) {
            learn(client(account).directory(), instruments);
        }
        long startNs = System.nanoTime();
        try (CommandCsvReader reader = new CommandCsvReader(options.commands(), instruments)) {
            send(reader);
        }
        return new SendResult(
                sentCount,
                refusedCount.sum(),
                lostCount.sum(),
                cutCount.sum(),
                leftOutCount,
                List.copyOf(badLines),
                System.nanoTime() - startNs);
    }

    @Override
    public void close() {
        clients.values().forEach(OrderEntryClient::close);
    }

    private void send(CommandCsvReader reader) {
        CommandRow row = new CommandRow();
        OrderEntryClient last = null;
        while (next(reader, row)) {
            if (row.account().isEmpty()) {
                leaveOut(row);
                continue;
            }
            OrderEntryClient client = client(row.account());
            if (last != null && client != last) {
                awaitAnswers(last);
            }
            last = client;
            send(client, row);
            sentCount++;
            progress.accept(sentCount);
        }
        if (last != null) {
            awaitAnswers(last);
        }
    }

    private void send(OrderEntryClient client, CommandRow row) {
        Command command = row.command();
        Account account = client.directory().account(row.account());
        // An unknown one is the exchange's to refuse.
        command.accountId = account == null ? 0 : account.accountId();
        try {
            client.send(command);
        } catch (Fault e) {
            throw stopped(e);
        }
    }

    private void awaitAnswers(OrderEntryClient client) {
        try {
            client.awaitAnswers();
        } catch (Fault e) {
            throw stopped(e);
        }
    }

    private Fault stopped(Fault cause) {
        return new Fault(cause.getMessage() + " (" + sentCount + " commands had been sent)", cause);
    }

    private void leaveOut(CommandRow row) {
        if (!options.ordersOnly()) {
            throw new Fault(
                    options.commands()
                            + ", line "
                            + row.line()
                            + ": "
                            + Action.of(row.command().kind)
                            + " is the exchange's own, no session sends it ("
                            + sentCount
                            + " commands before it were sent; --orders-only leaves such lines"
                            + " out)");
        }
        leftOutCount++;
    }

    private boolean next(CommandCsvReader reader, CommandRow row) {
        while (true) {
            try {
                return reader.next(row);
            } catch (BadLineException e) {
                if (!options.keepGoing()) {
                    throw new Fault(
                            e.getMessage()
                                    + " ("
                                    + sentCount
                                    + " commands before it were sent; --keep-going goes on behind"
                                    + " bad lines)",
                            e);
                }
                if (badLines.size() == MAX_LISTED) {
                    throw new Fault(
                            e.getMessage() + " (and " + MAX_LISTED + " bad lines before it)", e);
                }
                badLines.add(e.getMessage());
            }
        }
    }

    private OrderEntryClient client(String account) {
        OrderEntryClient client = clients.get(account);
        if (client == null) {
            client = connect(account);
            clients.put(account, client);
        }
        return client;
    }

    private OrderEntryClient connect(String account) {
        Path file = SessionKeyFile.in(options.keys(), account);
        if (!Files.exists(file)) {
            throw new Fault(
                    "there is no key for account "
                            + account
                            + ": expected "
                            + file
                            + " (keygen --from makes one for each account of a file)");
        }
        ClientSettings settings =
                ClientSettings.of(options.address(), SessionKeyFile.read(file))
                        .givingUpAfter(options.patience());
        return OrderEntryClient.connect(settings, new Counter(account));
    }

    private void learn(ClientDirectory directory, ReferenceData instruments) {
        for (Instrument instrument : directory.instruments()) {
            if (instrument.instrumentId() != instruments.nextInstrumentId()) {
                throw new Fault(
                        "the server at "
                                + options.address()
                                + " does not tell instrument "
                                + instruments.nextInstrumentId());
            }
            instruments.add(instrument);
        }
    }

    /** Counts what becomes of one session's commands. */
    private final class Counter implements OrderEntryListener {
        private final String account;

        Counter(String account) {
            this.account = account;
        }

        @Override
        public void onAnswer(long ticket, Report report) {
            switch (report.kind()) {
                case REJECTED, CANCEL_REJECTED, REPLACE_REJECTED -> refusedCount.increment();
                default -> {}
            }
        }

        @Override
        public void onLost(long ticket) {
            lostCount.increment();
        }

        @Override
        public void onCut(String reason) {
            cutCount.increment();
            notices.accept("session " + account + " was cut and comes back: " + reason);
        }
    }
}
