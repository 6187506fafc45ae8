// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Side;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderEntryListener;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.session.Desks;
import io.ringbook.gateway.terminal.OrderTerminal;
import io.ringbook.gateway.terminal.PlainConsole;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal asks a real server. */
@Timeout(90)
class TerminalQuestionsTest {
    @TempDir private Path folder;
    private final Desks desks = new Desks(1);

    @Test
    void ordersOfAllSessionsOfTheAccountAreAskedFor() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ServerRig rig = ServerRig.start(folder, desks)) {
            // given
            try (OrderEntryClient other =
                    OrderEntryClient.connect(
                            settings(rig, "DESK1B"), new OrderEntryListener() {})) {
                other.desk("ACC1").limit("theirs", "SYM", Side.BUY, "7", "99.00");
                other.awaitAnswers();
            }
            String lines = "open\nopen SYM\nstatus theirs\nopen NONE\nstatus\nquit\n";

            // when
            try (OrderTerminal terminal =
                    new OrderTerminal(
                            settings(rig, "DESK1A"),
                            null,
                            completer ->
                                    new PlainConsole(
                                            new ByteArrayInputStream(
                                                    lines.getBytes(StandardCharsets.UTF_8)),
                                            new PrintStream(out, true, StandardCharsets.UTF_8)))) {
                terminal.run();
            }
        }

        // then
        String order = "theirs               BUY           7 SYM      @ 99           traded 0";
        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .containsExactly(
                        order,
                        order,
                        "theirs is not an open order of this session",
                        "the exchange does not trade NONE",
                        "expected: status ID");
    }

    private ClientSettings settings(ServerRig rig, String session) {
        return ClientSettings.of(
                new ServerAddress("127.0.0.1", rig.server.port()),
                new SessionKey("FIRM1", session, desks.key()));
    }
}
