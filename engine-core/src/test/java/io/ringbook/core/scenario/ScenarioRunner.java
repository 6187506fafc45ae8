// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.scenario;

import io.ringbook.core.oracle.ExchangeUnderTest;
import io.ringbook.core.order.Command;
import java.util.List;
import java.util.function.IntFunction;

/** Plays a scenario on an exchange and compares the whole list of events of every command. */
final class ScenarioRunner {
    private final Scenario scenario;
    private final ExchangeUnderTest exchange;
    private final CommandText commands;
    private final EventText events;
    private long sequence;
    private long timeNs;

    /**
     * @param exchanges makes the exchange for a record bound
     */
    ScenarioRunner(Scenario scenario, IntFunction<? extends ExchangeUnderTest> exchanges) {
        this.scenario = scenario;
        this.exchange = exchanges.apply(scenario.recordBound());
        this.commands = new CommandText(scenario.world());
        this.events = new EventText(scenario.world());
        scenario.world().introduceTo(exchange);
    }

    /** Plays every step; throws on the first that does not give what the file says. */
    void run() {
        for (Scenario.Step step : scenario.steps()) {
            List<String> actual = play(step);
            if (!actual.equals(step.expected)) {
                throw new AssertionError(
                        scenario.name()
                                + ":"
                                + step.lineNumber
                                + ": "
                                + step.text
                                + "\nexpected:\n  "
                                + String.join("\n  ", step.expected)
                                + "\nactual:\n  "
                                + String.join("\n  ", actual));
            }
        }
        if (exchange.continuePending()) {
            throw new AssertionError(scenario.name() + ": a continue is missing at the end");
        }
    }

    /** Plays one step; what came of it, as text. */
    List<String> play(Scenario.Step step) {
        return switch (step.what) {
            case COMMAND -> {
                Command command = commands.parse(step.text);
                sequence++;
                command.sequence = sequence;
                command.timeNs = timeNs;
                yield exchange.process(command).stream().map(events::text).toList();
            }
            case TIME -> {
                long next = new Words(step.text).time();
                if (next < timeNs) {
                    throw new IllegalArgumentException(
                            scenario.name() + ":" + step.lineNumber + ": time goes back");
                }
                timeNs = next;
                yield List.of();
            }
            case BOOK -> {
                int instrumentId =
                        step.text.isEmpty()
                                ? scenario.world().firstInstrument().instrumentId()
                                : scenario.world().instrumentId(step.text, World.NOBODY);
                yield exchange.book(instrumentId).stream().map(EventText::text).toList();
            }
        };
    }
}
