// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 7.1: when the orders of a session that is gone go. */
final class SessionTimersTest {
    private static final long GRACE_NS = 100;

    private final EngineState state = new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE));
    private final List<String> commands = new ArrayList<>();
    private final Command command = new Command();
    private final RecordHandler published =
            (buffer, offset, length) ->
                    commands.add(
                            CommandKind.of(buffer.getByte(offset + 4))
                                    + "@"
                                    + buffer.getLong(offset + 16)
                                    + " "
                                    + buffer.getInt(offset + 44));
    private final Engine engine =
            Engine.start(
                    state,
                    new UnkeptJournal(),
                    published,
                    (sequence, cause) -> {
                        throw new AssertionError("failed at " + sequence, cause);
                    });
    private final Ingest ingest = engine.ingest();

    @Test
    void ordersGoWhenTheGraceHasPassed() {
        define();
        login(10, true);
        order(11);
        session(CommandKind.LOGOFF, 20);
        assertThat(ingest.onTime(119)).isTrue();
        assertThat(ingest.onTime(125)).isTrue();
        assertThat(ingest.onTime(500)).isTrue();
        assertThat(commands)
                .containsExactly("LOGIN@10 0", "NEW_ORDER@11 1", "LOGOFF@20 0", "DISCONNECT@120 1");
    }

    @Test
    void loginWithinTheGraceStopsIt() {
        define();
        login(10, true);
        order(11);
        session(CommandKind.LOGOFF, 20);
        login(119, true);
        ingest.onTime(1_000);
        assertThat(commands).last().isEqualTo("LOGIN@119 0");
    }

    @Test
    void whoDidNotAskKeepsTheOrders() {
        define();
        login(10, false);
        order(11);
        session(CommandKind.LOGOFF, 20);
        ingest.onTime(1_000);
        assertThat(commands).last().isEqualTo("LOGOFF@20 0");
    }

    @Test
    void commandOfThatTimeComesAfterTheCancels() {
        define();
        login(10, true);
        order(11);
        session(CommandKind.LOGOFF, 20);
        order(120);
        assertThat(commands).endsWith("DISCONNECT@120 1", "NEW_ORDER@120 1");
    }

    @Test
    void afterARestartTheGraceBeginsAnew() {
        define();
        login(10, true);
        order(11);

        // when the state goes through its bytes, as at a stop and start
        StateWriter image = new StateWriter();
        state.save(image);
        state.load(image.buffer(), image.length());
        assertThat(ingest.logOffAll(1_000)).isTrue();
        ingest.onTime(1_099);
        ingest.onTime(1_100);

        // then
        assertThat(commands).endsWith("LOGOFF@1000 0", "DISCONNECT@1100 1");
        assertThat(ingest.logOffAll(2_000)).isTrue();
        assertThat(commands).last().isEqualTo("DISCONNECT@1100 1");
    }

    private void define() {
        ingest.add(
                new Instrument(1, "SYM", "USD", 2, 0, 1, 1, 0, 0, 0, 0, 0, 0, Phase.CONTINUOUS), 1);
        ingest.add(new Account(1, 1, "ACC", "FIRM"), 1);
        ingest.add(new Session(1, 1, "SES", 0, 0, 0, 0, 0), 1);
        commands.clear();
    }

    private void login(long timeNs, boolean cancelOnDisconnect) {
        command.reset();
        command.kind = CommandKind.LOGIN;
        command.sessionId = 1;
        command.cancelOnDisconnect = cancelOnDisconnect;
        command.graceNs = GRACE_NS;
        ingest.submit(command, timeNs);
    }

    private void session(CommandKind kind, long timeNs) {
        command.reset();
        command.kind = kind;
        command.sessionId = 1;
        ingest.submit(command, timeNs);
    }

    private void order(long timeNs) {
        command.reset();
        command.kind = CommandKind.NEW_ORDER;
        command.sessionId = 1;
        command.accountId = 1;
        command.instrumentId = 1;
        command.side = Side.BUY.code();
        command.type = OrderType.LIMIT.code();
        command.tif = TimeInForce.GTC.code();
        command.quantity = 1;
        command.price = 100;
        ingest.submit(command, timeNs);
    }
}
