// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.exchange;

import io.ringbook.bench.flow.OrderFlow;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderEntryListener;
import io.ringbook.gateway.client.Report;
import io.ringbook.gateway.client.ReportKind;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.fault.Fault;

/**
 * Plays a flow at an exchange over TCP, one session. One thread sends; answers come on the client's
 * own thread.
 */
public final class FlowClient implements AutoCloseable {
    private final OrderEntryClient client;
    private final Told told;
    private final Command command = new Command();
    private final int accountId;
    private final int instrumentId;

    private FlowClient(OrderEntryClient client, Told told, SessionKey key) {
        this.client = client;
        this.told = told;
        this.accountId = client.directory().account(key.session()).accountId();
        this.instrumentId = client.directory().instrument(ExchangeFolder.SYMBOL).instrumentId();
    }

    /** Told of the answer to each command, on the client's thread. */
    @FunctionalInterface
    public interface Answers {
        /** The command at this position of the flow has its answer. */
        void onAnswer(long position);
    }

    /**
     * Logs in.
     *
     * @throws Fault if there is no exchange, or it refuses
     */
    public static FlowClient connect(ServerAddress address, SessionKey key, Answers answers) {
        Told told = new Told(answers);
        return new FlowClient(
                OrderEntryClient.connect(ClientSettings.of(address, key), told), told, key);
    }

    /**
     * Sends the command at a position of a flow: all, from 0, in their order. Waits while the
     * exchange owes too many answers.
     *
     * @throws Fault if the session is over
     * @throws IllegalStateException if the exchange has refused a command
     */
    public void send(OrderFlow flow, long position) {
        told.check();
        flow.load(position, command);
        command.accountId = accountId;
        command.instrumentId = instrumentId;
        client.send(command);
    }

    /** Waits until every command has its answer. */
    public void awaitAnswers() {
        client.awaitAnswers();
        told.check();
    }

    /** Commands that were answered. */
    public long answered() {
        return told.answered;
    }

    @Override
    public void close() {
        client.close();
    }

    /** Written by the client's thread. */
    private static final class Told implements OrderEntryListener {
        private final Answers answers;
        private volatile long answered;
        private volatile String refusal;

        Told(Answers answers) {
            this.answers = answers;
        }

        void check() {
            if (refusal != null) {
                throw new IllegalStateException(refusal);
            }
        }

        @Override
        public void onAnswer(long ticket, Report report) {
            if (isRefusal(report.kind())) {
                refusal = "the exchange has refused command " + ticket + ": " + report.kind();
            }
            answers.onAnswer(ticket - 1);
            answered = ticket;
        }

        @Override
        public void onCut(String reason) {
            refusal = "the exchange has cut the session: " + reason;
        }

        private static boolean isRefusal(ReportKind kind) {
            return kind == ReportKind.REJECTED
                    || kind == ReportKind.CANCEL_REJECTED
                    || kind == ReportKind.REPLACE_REJECTED;
        }
    }
}
