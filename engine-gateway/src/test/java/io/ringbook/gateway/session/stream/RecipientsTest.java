// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RecipientsTest {
    private static final int OWNER = 3;
    private static final int ASKER = 5;

    @Test
    void eventGoesToTheSessionOfItsOrder() {
        assertThat(Recipients.owner(event(EventKind.EXECUTED))).isEqualTo(OWNER);
    }

    @ParameterizedTest
    @EnumSource(
            value = EventKind.class,
            names = {"PHASE_CHANGED", "TICK_REJECTED"})
    void eventOfAMarketGoesToNobody(EventKind kind) {
        assertThat(Recipients.owner(event(kind))).isEqualTo(Recipients.NOBODY);
    }

    @Test
    void sessionThatCancelsAnOrderOfAnotherIsToldToo() {
        assertThat(asker(CommandKind.CANCEL_ORDER, EventKind.CANCELED, 0)).isEqualTo(ASKER);
        assertThat(asker(CommandKind.REPLACE_ORDER, EventKind.REPLACED, 0)).isEqualTo(ASKER);
        assertThat(asker(CommandKind.REDUCE_ORDER, EventKind.REDUCED, 0)).isEqualTo(ASKER);
    }

    @Test
    void whatFollowsTheAnswerIsTheOwnersAlone() {
        assertThat(asker(CommandKind.REPLACE_ORDER, EventKind.CANCELED, 1)).isZero();
        assertThat(asker(CommandKind.REPLACE_ORDER, EventKind.EXECUTED, 0)).isZero();
    }

    @Test
    void ordersThatAWideCommandTakesAreTheirOwnersAlone() {
        assertThat(asker(CommandKind.MASS_CANCEL, EventKind.CANCELED, 0)).isZero();
        assertThat(asker(CommandKind.DISCONNECT, EventKind.CANCELED, 0)).isZero();
        assertThat(asker(CommandKind.NEW_ORDER, EventKind.CANCELED, 0)).isZero();
    }

    @Test
    void sessionThatCancelsItsOwnOrderIsToldOnce() {
        Command command = command(CommandKind.CANCEL_ORDER);
        command.sessionId = OWNER;

        assertThat(Recipients.asker(command, event(EventKind.CANCELED), 0)).isZero();
    }

    @Test
    void firstEventOfACommandAnswersItsSessionAlone() {
        assertThat(isAnswer(CommandKind.CANCEL_ORDER, EventKind.CANCELED, 0, ASKER)).isTrue();
        assertThat(isAnswer(CommandKind.CANCEL_ORDER, EventKind.CANCELED, 0, OWNER)).isFalse();
        assertThat(isAnswer(CommandKind.NEW_ORDER, EventKind.ACCEPTED, 0, ASKER)).isTrue();
        assertThat(isAnswer(CommandKind.NEW_ORDER, EventKind.EXECUTED, 1, ASKER)).isFalse();
    }

    @Test
    void massCancelIsAnsweredByItsSummary() {
        assertThat(isAnswer(CommandKind.MASS_CANCEL, EventKind.CANCELED, 0, ASKER)).isFalse();
        assertThat(isAnswer(CommandKind.MASS_CANCEL, EventKind.MASS_CANCELED, 2, ASKER)).isTrue();
        assertThat(isAnswer(CommandKind.CONTINUE, EventKind.MASS_CANCELED, 2, ASKER)).isTrue();
        assertThat(isAnswer(CommandKind.DISCONNECT, EventKind.CANCELED, 0, ASKER)).isFalse();
    }

    private static boolean isAnswer(CommandKind command, EventKind event, int index, int session) {
        return Recipients.isAnswer(command(command), event(event), index, session);
    }

    private static int asker(CommandKind command, EventKind event, int index) {
        return Recipients.asker(command(command), event(event), index);
    }

    private static Command command(CommandKind kind) {
        Command command = new Command();
        command.kind = kind;
        command.sessionId = ASKER;
        return command;
    }

    private static OrderEvent event(EventKind kind) {
        OrderEvent event = new OrderEvent();
        event.kind = kind;
        event.sessionId = OWNER;
        return event;
    }
}
