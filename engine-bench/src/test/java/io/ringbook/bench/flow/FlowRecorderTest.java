// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlowRecorderTest {
    private static final int RESTING = 1_000;
    private static final int COMMANDS = 20_000;

    @Test
    void givesTheSameFlowForTheSameSeed() {
        // when
        List<String> first = played(FlowRecorder.record(7, RESTING, COMMANDS));
        List<String> second = played(FlowRecorder.record(7, RESTING, COMMANDS));
        List<String> other = played(FlowRecorder.record(8, RESTING, COMMANDS));

        // then
        assertThat(second).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void keepsTheBookAtItsSizeAndNoCommandIsRefused() {
        // given
        OrderFlow flow = FlowRecorder.record(7, RESTING, COMMANDS);
        Map<CommandKind, Integer> kinds = new EnumMap<>(CommandKind.class);
        Map<EventKind, Integer> events = new EnumMap<>(EventKind.class);
        LiveNumbers live = new LiveNumbers(flow.count());
        DirectEngine engine = new DirectEngine(RESTING, flow.count());
        Command command = new Command();

        // when
        for (int i = 0; i < flow.count(); i++) {
            flow.load(i, command);
            kinds.merge(command.kind, 1, Integer::sum);
            engine.accept(
                    command,
                    event -> {
                        events.merge(event.kind, 1, Integer::sum);
                        live.onEvent(event);
                    });
        }

        // then
        assertThat(live.count()).isBetween(RESTING * 8 / 10, RESTING * 12 / 10);
        assertThat(events)
                .containsOnlyKeys(
                        EventKind.ACCEPTED,
                        EventKind.EXECUTED,
                        EventKind.REPLACED,
                        EventKind.REDUCED,
                        EventKind.CANCELED);
        assertThat(kinds.get(CommandKind.CANCEL_ORDER)).isGreaterThan(COMMANDS * 3 / 10);
        assertThat(kinds.get(CommandKind.REPLACE_ORDER)).isGreaterThan(COMMANDS * 7 / 100);
    }

    @Test
    void aCycleLeavesTheBookEmptySoThatItCanBePlayedAgainWithNewIds() {
        // given
        OrderFlow cycle = FlowRecorder.recordCycle(7, 100, 2_000);
        int passes = 3;
        long commands = (long) cycle.count() * passes;
        DirectEngine engine = new DirectEngine(200, (int) cycle.ids(commands));
        Map<EventKind, Integer> events = new EnumMap<>(EventKind.class);
        List<Integer> resting = new ArrayList<>();
        LiveNumbers live = new LiveNumbers((int) cycle.ids(commands));
        Command command = new Command();

        // when
        for (long position = 0; position < commands; position++) {
            cycle.load(position, command);
            engine.accept(
                    command,
                    event -> {
                        events.merge(event.kind, 1, Integer::sum);
                        live.onEvent(event);
                    });
            if ((position + 1) % cycle.count() == 0) {
                resting.add(live.count());
            }
        }

        // then: live numbers know no other kinds, so nothing was refused
        assertThat(resting).containsExactly(0, 0, 0);
        assertThat(events.get(EventKind.ACCEPTED) % passes).isZero();
        assertThat(events.get(EventKind.EXECUTED) % passes).isZero();
    }

    private static List<String> played(OrderFlow flow) {
        List<String> lines = new ArrayList<>();
        DirectEngine engine = new DirectEngine(RESTING, flow.count());
        Command command = new Command();
        for (int i = 0; i < flow.count(); i++) {
            flow.load(i, command);
            engine.accept(
                    command,
                    event ->
                            lines.add(
                                    event.kind
                                            + " "
                                            + event.clientOrderId0
                                            + " "
                                            + event.price
                                            + " "
                                            + event.quantity));
        }
        return lines;
    }
}
