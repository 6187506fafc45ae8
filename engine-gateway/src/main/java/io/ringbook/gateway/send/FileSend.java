// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.send;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.gateway.client.ClientDirectory;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.csv.Action;
import io.ringbook.gateway.csv.BadLineException;
import io.ringbook.gateway.csv.CommandCsvReader;
import io.ringbook.gateway.csv.CommandFileAccounts;
import io.ringbook.gateway.csv.CommandRow;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.ToLongFunction;

/**
 * One command file, sent. The exchange carries the commands out in the order of the file: those of
 * one account follow each other in one session, and before another account's turn all answers are
 * awaited. Times in the file are not sent; the exchange has its own clock. What an earlier run on
 * the same file sent today is not sent again.
 */
public final class FileSend implements AutoCloseable {
    private static final int MAX_LISTED = 1000;

    private final SendOptions options;
    private final LongConsumer progress;
    private final Consumer<String> notices;
    private final Map<String, SendSession> sessions = new LinkedHashMap<>();
    private final List<String> badLines = new ArrayList<>();
    private long sentCount;
    private long leftOutCount;

    /** Session that was told of the end of its day, or null. */
    private volatile String endedDay;

    /**
     * @param progress told how many commands have been sent
     * @param notices told where it goes on, and on the sessions' threads of cuts
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
        for (String account : CommandFileAccounts.of(options.commands(), Integer.MAX_VALUE)) {
            sessions.put(account, connect(account));
        }
        if (!sessions.isEmpty()) {
            learn(sessions.values().iterator().next().directory(), instruments);
        }
        Resume resume = new Resume(options, sessions.values(), notices);
        long startNs = System.nanoTime();
        try (CommandCsvReader reader = new CommandCsvReader(options.commands(), instruments)) {
            send(reader, resume);
        }
        return new SendResult(
                resume.passedCount(),
                sentCount,
                sum(SendSession::refusedCount),
                sum(SendSession::lostCount),
                sum(SendSession::cutCount),
                leftOutCount,
                List.copyOf(badLines),
                System.nanoTime() - startNs);
    }

    @Override
    public void close() {
        sessions.values().forEach(SendSession::close);
    }

    private void send(CommandCsvReader reader, Resume resume) {
        CommandRow row = new CommandRow();
        SendSession last = null;
        while (next(reader, row)) {
            if (row.account().isEmpty()) {
                leaveOut(row);
                continue;
            }
            SendSession session = sessions.computeIfAbsent(row.account(), this::connect);
            if (resume.passes(session, row)) {
                continue;
            }
            if (last != null && session != last) {
                awaitAnswers(last);
            }
            last = session;
            requireDay();
            send(session, row);
            sentCount++;
            progress.accept(sentCount);
        }
        resume.end();
        if (last != null) {
            awaitAnswers(last);
            requireDay();
        }
    }

    /** The rest of a file is not meant for the next day, still less for another journal. */
    private void requireDay() {
        String ended = endedDay;
        if (ended != null) {
            throw stopped(
                    new Fault(
                            "the trading day of session "
                                    + ended
                                    + " has ended, or the server at "
                                    + options.address()
                                    + " goes on with another journal: it is asked for nothing"
                                    + " more"));
        }
    }

    private void send(SendSession session, CommandRow row) {
        try {
            session.send(row.command());
        } catch (Fault e) {
            throw stopped(e);
        }
    }

    private void awaitAnswers(SendSession session) {
        try {
            session.awaitAnswers();
        } catch (Fault e) {
            throw stopped(e);
        }
    }

    private long sum(ToLongFunction<SendSession> count) {
        return sessions.values().stream().mapToLong(count).sum();
    }

    private Fault stopped(Fault cause) {
        return new Fault(
                cause.getMessage() + " (" + Counted.of(sentCount, "command") + " had been sent)",
                cause);
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
                            + Counted.of(sentCount, "command")
                            + " before it sent; --orders-only leaves such lines out)");
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
                                    + Counted.of(sentCount, "command")
                                    + " before it sent; --keep-going goes on behind bad lines)",
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

    private SendSession connect(String account) {
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
        return new SendSession(account, settings, notices, ended -> endedDay = ended);
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
}
