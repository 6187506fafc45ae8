// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.codec.orderentry.OrderReportEncoder;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.gateway.load.order.OrderSource.Outcome;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class SteadyOrdersTest {
    private static final long RUN_MS = 1_767_364_200_000L;
    private static final LoadMarket MARKET = new LoadMarket(3, 5, 10, 2, 1_000, 10_000, 200);
    private static final int RESTING = 100;

    private final SteadyOrders orders = new SteadyOrders(List.of(MARKET), RESTING, 9, RUN_MS, 1);
    private final Command command = new Command();

    /** The market's side: what rests there, by client order id. */
    private final Map<String, Boolean> resting = new HashMap<>();

    @Test
    void flowOfManyOrdersKeepsTheBookItsSizeAndMixesItsKinds() {
        // given
        int count = 100_000;
        Map<CommandKind, Integer> kinds = new EnumMap<>(CommandKind.class);
        int taking = 0;
        SplittableRandom random = new SplittableRandom(2);
        prepare();

        // when
        for (int i = 0; i < count; i++) {
            int mark = orders.next(command);
            kinds.merge(command.kind, 1, Integer::sum);
            taking += command.tif == TimeInForce.IOC.code() ? 1 : 0;
            assertThat(answer(mark)).isEqualTo(Outcome.DONE);
            if (random.nextInt(20) == 0 && !resting.isEmpty()) {
                fill(resting.keySet().iterator().next());
            }
            assertThat(resting.size())
                    .isEqualTo(orders.population())
                    .isBetween(RESTING - 10, RESTING);
        }

        // then
        assertThat(taking).isBetween(count / 100 * 9, count / 100 * 11);
        assertThat(kinds.get(CommandKind.REPLACE_ORDER))
                .isBetween(count / 100 * 4, count / 100 * 6);
        assertThat(kinds.get(CommandKind.CANCEL_ORDER))
                .isBetween(count / 100 * 38, count / 100 * 42);
        assertThat(kinds.get(CommandKind.NEW_ORDER) - taking)
                .isBetween(count / 100 * 43, count / 100 * 47);
    }

    @Test
    void everyOrderIsOnTheGridsAndPassiveOnesDoNotCross() {
        prepare();
        for (int i = 0; i < 10_000; i++) {
            int mark = orders.next(command);
            if (command.kind != CommandKind.CANCEL_ORDER) {
                assertThat(command.price % MARKET.tick()).isZero();
                assertThat(command.price).isBetween(9_000L, 11_000L);
                assertThat(command.quantity % MARKET.lot()).isZero();
                assertThat(command.quantity).isGreaterThanOrEqualTo(20);
                boolean buysBelow = command.price < MARKET.middle();
                boolean passive = command.tif != TimeInForce.IOC.code();
                if (command.kind == CommandKind.NEW_ORDER) {
                    assertThat(buysBelow == (command.side == 1)).isEqualTo(passive);
                }
            }
            answer(mark);
        }
    }

    @Test
    void idsOfAllOrdersDifferAndThoseOfAnotherRunToo() {
        Set<String> ids = new HashSet<>();
        SteadyOrders later = new SteadyOrders(List.of(MARKET), RESTING, 9, RUN_MS + 1, 1);
        for (SteadyOrders run : List.of(orders, later)) {
            for (int i = 0; i < 1_000; i++) {
                run.next(command);
                if (command.hasClientOrderId()) {
                    assertThat(ids.add(id())).isTrue();
                }
            }
        }
    }

    @Test
    void changeThatMeetsAFilledOrderIsTooLateAndAnyOtherRefusalIsNot() {
        // given
        prepare();
        String target = nextChange(CommandKind.CANCEL_ORDER);
        int mark = lastMark;
        fill(target);

        // when
        Outcome late =
                orders.onAnswer(
                        mark, MessageType.CANCEL_REJECTED, RejectReason.TOO_LATE_TO_CANCEL.code());
        nextChange(CommandKind.REPLACE_ORDER);
        Outcome refused =
                orders.onAnswer(
                        lastMark, MessageType.REPLACE_REJECTED, RejectReason.PRICE_BAND.code());

        // then
        assertThat(late).isEqualTo(Outcome.TOO_LATE);
        assertThat(refused).isEqualTo(Outcome.REFUSED);
        assertThat(resting.size()).isEqualTo(orders.population());
    }

    @Test
    void refusedOrderIsCountedOutOfTheBook() {
        int mark = orders.prepareOne(command);
        int before = orders.population();

        Outcome outcome =
                orders.onAnswer(
                        mark, MessageType.ORDER_REJECTED, RejectReason.UNKNOWN_SYMBOL.code());

        assertThat(outcome).isEqualTo(Outcome.REFUSED);
        assertThat(orders.population()).isEqualTo(before - 1);
    }

    @Test
    void allThatRestsIsCanceledInTheEnd() {
        prepare();
        for (int mark = orders.cancelOne(command);
                mark != OrderSource.NONE;
                mark = orders.cancelOne(command)) {
            answer(mark);
        }
        assertThat(resting).isEmpty();
        assertThat(orders.population()).isZero();
    }

    @Test
    void reportOfSomebodyElsesOrderChangesNothing() {
        prepare();
        int before = orders.population();

        report(MessageType.ORDER_CANCELED, "their-order", 0, 0);
        report(MessageType.ORDER_EXECUTED, "00000000zzzzzzzzAAAA", 0, 0);

        assertThat(orders.population()).isEqualTo(before);
    }

    private int lastMark;

    /** Sends until a change of this kind; the id of its target. It is not answered. */
    private String nextChange(CommandKind kind) {
        while (true) {
            lastMark = orders.next(command);
            if (command.kind == kind) {
                return target();
            }
            answer(lastMark);
        }
    }

    private void prepare() {
        for (int mark = orders.prepareOne(command);
                mark != OrderSource.NONE;
                mark = orders.prepareOne(command)) {
            assertThat(answer(mark)).isEqualTo(Outcome.DONE);
        }
        assertThat(resting).hasSize(RESTING);
    }

    /** Carries the command out, and tells its source. */
    private Outcome answer(int mark) {
        byte type =
                switch (command.kind) {
                    case NEW_ORDER -> MessageType.ORDER_ACCEPTED;
                    case REPLACE_ORDER -> MessageType.ORDER_REPLACED;
                    default -> MessageType.ORDER_CANCELED;
                };
        boolean entered = command.kind == CommandKind.NEW_ORDER;
        boolean canceled = command.kind == CommandKind.CANCEL_ORDER;
        if (!entered) {
            assertThat(resting.remove(target())).isNotNull();
        }
        if (!canceled && command.tif != TimeInForce.IOC.code()) {
            assertThat(resting.put(id(), true)).isNull();
        }
        report(type, canceled ? target() : id(), command.quantity, 0);
        return orders.onAnswer(mark, type, (byte) 0);
    }

    private void fill(String id) {
        resting.remove(id);
        report(MessageType.ORDER_EXECUTED, id, 0, 50);
    }

    private void report(byte type, String id, long leaves, long cum) {
        UnsafeBuffer body = new UnsafeBuffer(new byte[OrderReportEncoder.FRAME_LENGTH]);
        new OrderReportEncoder()
                .wrap(body, 0, MessageType.ORDER_ACCEPTED, (byte) 0, 1)
                .clientOrderId(
                        ClientOrderId.word(id, 0),
                        ClientOrderId.word(id, 1),
                        (int) ClientOrderId.word(id, 2))
                .leavesQuantity(leaves)
                .cumQuantity(cum);
        orders.onReport(type, new OrderReportDecoder().wrap(body, 32));
    }

    private String id() {
        return ClientOrderId.text(
                command.clientOrderId0, command.clientOrderId1, command.clientOrderId2);
    }

    private String target() {
        return ClientOrderId.text(
                command.origClientOrderId0, command.origClientOrderId1, command.origClientOrderId2);
    }
}
