// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Side;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.Desk;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderEntryListener;
import io.ringbook.gateway.client.OrderStatus;
import io.ringbook.gateway.client.Report;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.session.Desks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which message answers what, and questions, over real sockets. */
@Timeout(90)
class ClientAnswersTest {
    @TempDir private Path folder;
    private final Desks desks = new Desks(2);
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void nthAnswerOfADayIsThatOfTheNthCommand() throws Exception {
        try (ServerRig rig = ServerRig.start(folder, desks)) {
            // given
            try (OrderEntryClient other = connect(rig, "DESK1B", new OrderEntryListener() {});
                    OrderEntryClient client = connect(rig, "DESK1A", new Recorder())) {
                Desk desk = client.desk("ACC1");
                desk.limit("a", "SYM", Side.BUY, "10", "100.00");
                client.awaitAnswers();
                long orderId = desk.status("a").join().orderId();
                cancel(other, orderId);
                other.awaitAnswers();
                desk.cancel("SYM", "a");
                desk.limit("b", "SYM", Side.BUY, "10", "100.00");
                desk.market("c", "SYM", Side.SELL, "4");
                desk.reduce("SYM", "b", "1");
                desk.cancelAll("d", null);
                client.awaitAnswers();
            }

            // when
            told.clear();
            connect(rig, "DESK1A", new Recorder()).close();

            // then
            assertThat(told)
                    .containsExactly(
                            "ACCEPTED a answers 1",
                            "CANCELED a",
                            "CANCEL_REJECTED  answers 2",
                            "ACCEPTED b answers 3",
                            "ACCEPTED c answers 4",
                            "EXECUTED c",
                            "EXECUTED b",
                            "REDUCED b answers 5",
                            "CANCELED b",
                            "MASS_CANCELED d answers 6");
        }
    }

    @Test
    void cancelIsNotAnsweredByThatOfAnotherSession() throws Exception {
        // Neither cancel has an id of its own, so that their reports are the same in everything
        // else; that of the other session arrives when our own is on its way.
        List<String> answers = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<OrderEntryClient> self = new CompletableFuture<>();
        try (ServerRig rig = ServerRig.start(folder, desks);
                OrderEntryClient other = connect(rig, "DESK1B", new OrderEntryListener() {});
                OrderEntryClient client =
                        connect(
                                rig,
                                "DESK1A",
                                new OrderEntryListener() {
                                    @Override
                                    public void onReport(Report report) {
                                        if (report.answer() && report.clientOrderId().equals("a")) {
                                            cancel(other, report.orderId());
                                            other.awaitAnswers();
                                            self.join().desk("ACC1").cancel("SYM", "a");
                                        }
                                    }

                                    @Override
                                    public void onAnswer(long ticket, Report report) {
                                        answers.add(ticket + " " + report.kind());
                                    }
                                })) {
            self.complete(client);

            // when
            client.desk("ACC1").limit("a", "SYM", Side.BUY, "10", "100.00");
            client.awaitAnswers();

            // then
            assertThat(answers).containsExactly("1 ACCEPTED", "2 CANCEL_REJECTED");
        }
    }

    @Test
    void orderIsAskedForByItsId() throws Exception {
        try (ServerRig rig = ServerRig.start(folder, desks);
                OrderEntryClient client = connect(rig, "DESK1A", new Recorder())) {
            // given
            Desk desk = client.desk("ACC1");
            desk.limit("a", "SYM", Side.BUY, "10", "100.00");
            desk.market("b", "SYM", Side.SELL, "4");
            client.awaitAnswers();

            // when
            OrderStatus open = desk.status("a").join();
            OrderStatus finished = desk.status("b").join();
            OrderStatus unknown = desk.status("none").join();

            // then
            assertThat(open)
                    .isEqualTo(
                            new OrderStatus(
                                    true,
                                    "a",
                                    open.orderId(),
                                    "SYM",
                                    "ACC1",
                                    Side.BUY,
                                    "100",
                                    "10",
                                    "6",
                                    "4"));
            assertThat(open.orderId()).isPositive();
            assertThat(finished.open()).isFalse();
            assertThat(finished.clientOrderId()).isEqualTo("b");
            assertThat(unknown.open()).isFalse();
        }
    }

    @Test
    void openOrdersAreThoseOfTheAccountFromAllItsSessions() throws Exception {
        try (ServerRig rig = ServerRig.start(folder, desks);
                OrderEntryClient first = connect(rig, "DESK1A", new Recorder());
                OrderEntryClient second = connect(rig, "DESK1B", new Recorder())) {
            // given
            first.desk("ACC1").limit("a", "SYM", Side.BUY, "10", "100.00");
            second.desk("ACC1").limit("b", "SYM", Side.BUY, "10", "99.00");
            first.awaitAnswers();
            second.awaitAnswers();

            // when, then
            assertThat(first.desk("ACC1").openOrders(null).join())
                    .extracting(OrderStatus::clientOrderId)
                    .containsExactlyInAnyOrder("a", "b");
            assertThat(first.desk("ACC1").openOrders("SYM").join()).hasSize(2);
        }
    }

    @Test
    void questionUnderWayAtACutIsAskedAgain() throws Exception {
        try (ServerRig rig = ServerRig.start(folder, desks);
                OrderEntryClient client = connect(rig, "DESK1A", new Recorder())) {
            Desk desk = client.desk("ACC1");
            desk.limit("a", "SYM", Side.BUY, "10", "100.00");
            List<CompletableFuture<List<OrderStatus>>> answers = new ArrayList<>();

            for (int i = 0; i < 200; i++) {
                answers.add(desk.openOrders(null));
                if (i % 20 == 10) {
                    client.cut();
                }
            }

            client.awaitAnswers();
            for (CompletableFuture<List<OrderStatus>> answer : answers) {
                assertThat(answer.join()).hasSizeLessThanOrEqualTo(1);
            }
            assertThat(desk.openOrders(null).join()).hasSize(1);
        }
    }

    @Test
    void questionToAClosedClientFails() throws Exception {
        try (ServerRig rig = ServerRig.start(folder, desks)) {
            OrderEntryClient client = connect(rig, "DESK1A", new Recorder());
            Desk desk = client.desk("ACC1");

            client.close();

            assertThatThrownBy(() -> desk.openOrders(null).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(Fault.class)
                    .hasRootCauseMessage("the client was closed");
        }
    }

    private static void cancel(OrderEntryClient client, long orderId) {
        Command command = new Command();
        command.kind = CommandKind.CANCEL_ORDER;
        command.accountId = client.directory().account("ACC1").accountId();
        command.instrumentId = client.directory().instrument("SYM").instrumentId();
        command.origOrderId = orderId;
        client.send(command);
    }

    private OrderEntryClient connect(ServerRig rig, String session, OrderEntryListener listener) {
        ServerAddress address = new ServerAddress("127.0.0.1", rig.server.port());
        return OrderEntryClient.connect(
                ClientSettings.of(address, new SessionKey("FIRM1", session, desks.key())),
                listener);
    }

    /** Writes down what is told, and counts the answers. */
    private final class Recorder implements OrderEntryListener {
        private int answers;

        @Override
        public void onReport(Report report) {
            answers += report.answer() ? 1 : 0;
            told.add(
                    report.kind()
                            + " "
                            + report.clientOrderId()
                            + (report.answer() ? " answers " + answers : ""));
        }
    }
}
