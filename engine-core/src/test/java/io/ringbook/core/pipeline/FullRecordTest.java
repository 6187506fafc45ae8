// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.oracle.Commands;
import io.ringbook.core.oracle.EventCopy;
import io.ringbook.core.oracle.ExchangeUnderTest;
import io.ringbook.core.oracle.ReferenceExchange;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule 2.8 at its real bound of 65,536 events, in the reference and in the engine. */
final class FullRecordTest {
    private static final int BOUND = ReferenceExchange.EVENTS_PER_RECORD;
    private static final long PRICE = 50;

    private final List<ExchangeUnderTest> exchanges =
            List.of(new ReferenceExchange(), new EngineUnderTest(BOUND, 1));
    private long sequence;

    @BeforeEach
    void introduce() {
        for (ExchangeUnderTest exchange : exchanges) {
            exchange.addInstrument(
                    new Instrument(1, "XYZ", "", 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, Phase.CONTINUOUS));
            exchange.addAccount(new Account(1, 1, "A", "A"));
            exchange.addSession(new Session(1, 1, "A", 0, 0, 0, 0, 0));
        }
    }

    @Test
    void massCancelPutsAllButOneEventIntoItsRecordAndGoesOn() {
        // given as many orders as a record has places
        for (int i = 0; i < BOUND; i++) {
            process(order(Side.SELL, 1, TimeInForce.GTC));
        }

        // when
        Command massCancel = of(CommandKind.MASS_CANCEL);
        List<EventCopy> first = process(massCancel);
        boolean pending = exchanges.get(0).continuePending();
        Command goOn = of(CommandKind.CONTINUE);
        goOn.originSequence = massCancel.sequence;
        List<EventCopy> second = process(goOn);

        // then
        assertThat(first).hasSize(BOUND - 1);
        assertThat(pending).isTrue();
        assertThat(second).hasSize(2);
        assertThat(second.get(1).kind()).isEqualTo(EventKind.MASS_CANCELED);
        assertThat(second.get(1).quantity()).isEqualTo(BOUND);
        assertThat(exchanges.get(1).continuePending()).isFalse();
    }

    @Test
    void sweepEndsWhenFewerThanFourPlacesAreLeft() {
        // given more orders than a record has room for trades
        for (int i = 0; i < BOUND / 2; i++) {
            process(order(Side.SELL, 1, TimeInForce.GTC));
        }

        // when
        List<EventCopy> events = process(order(Side.BUY, BOUND, TimeInForce.DAY));

        // then: ACCEPTED, 32,766 trades of two events each, and the rest goes
        assertThat(events).hasSize(BOUND - 2);
        EventCopy last = events.get(events.size() - 1);
        assertThat(last.kind()).isEqualTo(EventKind.CANCELED);
        assertThat(last.reason()).isEqualTo(CancelReason.SWEEP_LIMIT.code());
        assertThat(last.cumQuantity()).isEqualTo(BOUND / 2 - 2);
        assertThat(process(order(Side.BUY, 2, TimeInForce.FOK))).hasSize(5);
    }

    private Command order(Side side, long quantity, TimeInForce tif) {
        Command command = of(CommandKind.NEW_ORDER);
        Commands.setClientOrderId(command, "O" + command.sequence);
        command.accountId = 1;
        command.instrumentId = 1;
        command.side = side.code();
        command.type = OrderType.LIMIT.code();
        command.tif = tif.code();
        command.quantity = quantity;
        command.price = PRICE;
        return command;
    }

    private Command of(CommandKind kind) {
        Command command = Commands.of(kind);
        sequence++;
        command.sequence = sequence;
        command.timeNs = sequence;
        command.sessionId = 1;
        return command;
    }

    /** What both exchanges answer, who must agree. */
    private List<EventCopy> process(Command command) {
        if (command.kind == CommandKind.CONTINUE) {
            command.sessionId = 0;
        }
        Set<List<EventCopy>> answers =
                exchanges.stream()
                        .map(exchange -> exchange.process(Commands.copy(command)))
                        .collect(Collectors.toSet());
        assertThat(answers).as(Commands.text(command)).hasSize(1);
        return answers.iterator().next();
    }
}
