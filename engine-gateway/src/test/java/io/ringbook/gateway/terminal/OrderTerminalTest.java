// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SimulatedExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OrderTerminalTest {
    private static final Pattern GIVEN_ID = Pattern.compile("[0-9a-z]{6}-");

    @TempDir private Path folder;
    private final KeyPair pair = SessionKey.generate();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void linesAreAnsweredOneAfterTheOther() throws Exception {
        String shown = run("buy 10 ABC 12.50\norders\nsell 5 ABC 12.60 ioc\norders\nquit\n");

        assertThat(shown.lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .endsWith(
                                                "as DESK, account DESK; 1 instrument, 0 open"
                                                        + " orders. help lists what can be said."),
                        line -> assertThat(line).isEqualTo("ACCEPTED ID1: BUY 10 ABC @ 12.5"),
                        line -> assertThat(line).startsWith("ID1 ").contains("10 ABC"),
                        line -> assertThat(line).isEqualTo("ACCEPTED ID2: SELL 5 ABC @ 12.6"),
                        line -> assertThat(line).startsWith("ID1 "),
                        line -> assertThat(line).startsWith("ID2 "));
    }

    @Test
    void lineThatIsNotUnderstoodSaysWhatIsExpected() throws Exception {
        String shown =
                run(
                        "bye\nbuy 10 ABC\nbuy ten ABC 1\nbuy 1 XYZ 1\nbuy 1 ABC 1 soon\n"
                                + "cancel nothing\n");

        assertThat(shown.lines().skip(1))
                .containsExactly(
                        "\"bye\" is not understood; help lists what is",
                        "expected: buy QUANTITY SYMBOL PRICE [gtc|ioc|fok|post]",
                        "\"ten\" is not a quantity of ABC: expected a whole number",
                        "the exchange does not trade XYZ",
                        "\"soon\" is not gtc, ioc, fok or post",
                        "there is no open order nothing; orders lists them");
    }

    @Test
    void ordersOfEarlierTodayAreKnownAfterALaterLogin() throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            run(exchange, "buy 10 ABC 12.50\n");
            out.reset();

            String shown = run(exchange, "orders\n");

            assertThat(shown).contains("1 open order.").contains("10 ABC");
        }
    }

    @Test
    void whatComesUpToTheLogoutIsShown() throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            exchange.expireAtLogout();

            String shown = run(exchange, "buy 10 ABC 12.50\nquit\n");

            assertThat(shown.lines().skip(1))
                    .containsExactly("ACCEPTED ID1: BUY 10 ABC @ 12.5", "EXPIRED ID1: 10 went");
        }
    }

    @Test
    void accountThatTheSessionMayNotUseIsRefused() throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            assertThatThrownBy(
                            () ->
                                    new OrderTerminal(
                                            settings(exchange), "OTHER", completer -> plain("")))
                    .hasMessageContaining("may not trade for account OTHER");
        }
    }

    @Test
    void wordsSymbolsAndIdsAreCompleted() throws Exception {
        AtomicReference<TerminalCompleter> completer = new AtomicReference<>();
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0);
                OrderTerminal terminal =
                        new OrderTerminal(
                                settings(exchange),
                                null,
                                made -> {
                                    completer.set(made);
                                    return plain("buy 10 ABC 1\n");
                                })) {
            terminal.run();

            assertThat(completer.get().words(List.of(""), 0)).contains("buy", "cancel", "quit");
            assertThat(completer.get().words(List.of("buy", "1", ""), 2)).containsExactly("ABC");
            assertThat(completer.get().words(List.of("sell", "1", "ABC", "2", ""), 4))
                    .containsExactly("gtc", "ioc", "fok", "post");
            assertThat(completer.get().words(List.of("cancel", ""), 1).map(this::anonymous))
                    .containsExactly("ID1", "all");
            assertThat(completer.get().words(List.of("orders", ""), 1)).isEmpty();
        }
    }

    @Test
    void terminalOfAPersonKeepsAHistory() throws Exception {
        Path history = folder.resolve("history");
        byte[] typed = "buy 10 ABC 12.50\nquit\n".getBytes(StandardCharsets.UTF_8);
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            try (OrderTerminal terminal =
                    new OrderTerminal(
                            settings(exchange),
                            null,
                            completer -> jline(typed, history, completer))) {
                terminal.run();
            }
            assertThat(exchange.processed()).hasSize(1);
        }

        assertThat(Files.readString(history)).contains("buy 10 ABC 12.50");
    }

    private JLineConsole jline(byte[] typed, Path history, TerminalCompleter completer) {
        try {
            return new JLineConsole(
                    new DumbTerminal(new ByteArrayInputStream(typed), out), history, completer);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private String run(String lines) throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            return run(exchange, lines);
        }
    }

    private String run(SimulatedExchange exchange, String lines) {
        try (OrderTerminal terminal =
                new OrderTerminal(settings(exchange), null, completer -> plain(lines))) {
            terminal.run();
        }
        return anonymous(out.toString(StandardCharsets.UTF_8));
    }

    private String anonymous(String text) {
        return GIVEN_ID.matcher(text).replaceAll("ID");
    }

    private PlainConsole plain(String lines) {
        return new PlainConsole(
                new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private ClientSettings settings(SimulatedExchange exchange) {
        return ClientSettings.of(
                exchange.address(), new SessionKey("FIRM", "DESK", pair.getPrivate()));
    }
}
