// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.Desk;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderEntryListener;
import io.ringbook.gateway.client.Report;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.client.SessionKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class EchoServerTest implements OrderEntryListener {
    private static final long SPIN_NS = 20_000;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @ParameterizedTest
    @EnumSource(EchoIo.class)
    void clientOfAnExchangeIsAnsweredAsByOne(EchoIo io) {
        try (EchoServer echo = EchoServer.start(settings(io), failure::set);
                OrderEntryClient client = connect(echo)) {
            Desk desk = client.desk("DESK");
            desk.limit("a", "ECHO", Side.BUY, "10", "99.95");
            desk.limit("b", "ECHO", Side.SELL, "5", "99.95", TimeInForce.IOC);
            desk.replace("c", "ECHO", "a", "20", "99.90");
            desk.reduce("ECHO", "c", "1");
            desk.cancel("ECHO", "c");
            desk.cancelAll("", null);
            client.awaitAnswers();
        }
        assertThat(told)
                .containsExactly(
                        "ACCEPTED a 10 leaves 10",
                        "ACCEPTED b 5 leaves 5",
                        "EXECUTED b 5 leaves 0",
                        "REPLACED c 20 leaves 20",
                        "REDUCED c 1 leaves 0",
                        "CANCELED c 0 leaves 0",
                        "MASS_CANCELED  0 leaves 0");
        assertThat(failure).hasValue(null);
    }

    @ParameterizedTest
    @EnumSource(EchoIo.class)
    void manyOrdersWithoutAPauseAreAllAnsweredInTheirOrder(EchoIo io) {
        int count = 3_000;
        try (EchoServer echo = EchoServer.start(settings(io), failure::set);
                OrderEntryClient client = connect(echo)) {
            Command command = new Command();
            command.kind = CommandKind.NEW_ORDER;
            command.side = Side.BUY.code();
            command.type = OrderType.LIMIT.code();
            command.tif = TimeInForce.DAY.code();
            for (int i = 1; i <= count; i++) {
                command.clientOrderId0 = 'a' + (long) (i % 26);
                command.quantity = i;
                client.send(command);
            }
            client.awaitAnswers();
        }
        assertThat(told).hasSize(count);
        for (int i = 1; i <= count; i++) {
            assertThat(told.get(i - 1)).endsWith(" " + i + " leaves " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(EchoIo.class)
    void bytesThatAreNoFrameEndTheConnectionAndOnlyThat(EchoIo io) throws Exception {
        try (EchoServer echo = EchoServer.start(settings(io), failure::set);
                Socket stranger = new Socket(InetAddress.getLoopbackAddress(), echo.port())) {
            stranger.getOutputStream()
                    .write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            stranger.getInputStream().readAllBytes();

            try (OrderEntryClient client = connect(echo)) {
                client.desk("DESK").cancel("ECHO", "a");
                client.awaitAnswers();
            }
        }
        assertThat(told).containsExactly("CANCELED a 0 leaves 0");
        assertThat(failure).hasValue(null);
    }

    @Test
    void stallTakesItsTimeBeforeEveryNthCommandAndNoOther() {
        Stall stall =
                new Stall(
                        new EchoSettings(
                                new InetSocketAddress(0), EchoIo.GATEWAY, SPIN_NS, 20_000_000, 3));
        long startNs = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            stall.onCommand();
        }
        assertThat(System.nanoTime() - startNs).isGreaterThanOrEqualTo(60_000_000);
    }

    private static EchoSettings settings(EchoIo io) {
        return new EchoSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), io, SPIN_NS);
    }

    private OrderEntryClient connect(EchoServer echo) {
        SessionKey key = new SessionKey("FIRM", "DESK", SessionKey.generate().getPrivate());
        return OrderEntryClient.connect(
                ClientSettings.of(new ServerAddress("127.0.0.1", echo.port()), key), this);
    }

    @Override
    public void onReport(Report report) {
        told.add(
                report.kind()
                        + " "
                        + report.clientOrderId()
                        + " "
                        + report.quantity()
                        + " leaves "
                        + report.leavesQuantity());
    }
}
