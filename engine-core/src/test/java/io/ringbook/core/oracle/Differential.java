// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.Command;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Holds an exchange against the reference on a random flow: the same events after every command,
 * the same book of the touched instrument while it is small, and of all instruments regularly.
 *
 * <p>The number of commands is {@value #COUNT_PROPERTY}, the seed {@value #SEED_PROPERTY}; both
 * have defaults, so that the build takes the same path each time.
 */
public final class Differential {
    private static final String COUNT_PROPERTY = "ringbook.differential.count";
    private static final String SEED_PROPERTY = "ringbook.differential.seed";

    private static final int DEFAULT_COUNT = 100_000;
    private static final long DEFAULT_SEED = 20_260_101;
    private static final int LAST_COMMANDS_SHOWN = 12;

    /** Books up to this many orders are compared after each command that touches them. */
    private static final int SMALL_BOOK = 100;

    private static final int FULL_COMPARISON_EVERY = 500;

    private final FlowProfile profile;
    private final long seed;
    private final CommandFlow flow;
    private final ReferenceExchange reference;
    private final ExchangeUnderTest exchange;
    private final StreamChecks checks = new StreamChecks();
    private final Deque<String> lastCommands = new ArrayDeque<>();
    private long number;

    /**
     * @param exchanges makes the exchange under test for a record bound
     */
    public Differential(
            FlowProfile profile, long seed, IntFunction<? extends ExchangeUnderTest> exchanges) {
        this.profile = profile;
        this.seed = seed;
        this.flow = new CommandFlow(profile, seed);
        int recordBound = profile.settings().recordBound;
        this.reference = new ReferenceExchange(recordBound);
        this.exchange = exchanges.apply(recordBound);
        flow.introduceTo(reference);
        flow.introduceTo(exchange);
    }

    /** How many commands a run has. */
    public static int count() {
        return Integer.getInteger(COUNT_PROPERTY, DEFAULT_COUNT);
    }

    /** The seed of a run. */
    public static long seed() {
        return Long.getLong(SEED_PROPERTY, DEFAULT_SEED);
    }

    /** Runs this many commands; the checks have seen every event of the reference. */
    public StreamChecks run(int count) {
        while (number < count) {
            step();
        }
        compareAllBooks();
        return checks;
    }

    private void step() {
        Command command = flow.next();
        number++;
        remember(Commands.text(command));
        List<EventCopy> expected = reference.process(command);
        try {
            checks.observe(command, expected);
        } catch (AssertionError broken) {
            throw new AssertionError(message("reference: " + broken.getMessage()), broken);
        }
        List<EventCopy> actual = answerOf(command);
        if (!expected.equals(actual)) {
            throw new AssertionError(difference("events", expected, actual));
        }
        if (reference.continuePending() != exchange.continuePending()) {
            throw new AssertionError(
                    message("continuePending is not " + reference.continuePending()));
        }
        flow.observe(command, expected, reference.continuePending());
        if (number % FULL_COMPARISON_EVERY == 0) {
            compareAllBooks();
        } else if (flow.instrumentIds().contains(command.instrumentId)) {
            compareIfSmall(command.instrumentId);
        }
    }

    private List<EventCopy> answerOf(Command command) {
        try {
            return exchange.process(Commands.copy(command));
        } catch (RuntimeException | AssertionError thrown) {
            throw new AssertionError(message("the exchange throws " + thrown), thrown);
        }
    }

    private void compareIfSmall(int instrumentId) {
        if (reference.restingOrders(instrumentId) <= SMALL_BOOK) {
            compareBook(instrumentId, reference.book(instrumentId));
        }
    }

    private void compareAllBooks() {
        for (int instrumentId : flow.instrumentIds()) {
            List<BookLine> expected = reference.book(instrumentId);
            compareBook(instrumentId, expected);
            if (!reference.continuePending()) {
                checks.checkBook(instrumentId, expected);
            }
        }
    }

    private void compareBook(int instrumentId, List<BookLine> expected) {
        List<BookLine> actual = exchange.book(instrumentId);
        if (!expected.equals(actual)) {
            throw new AssertionError(
                    difference("book of instrument " + instrumentId, expected, actual));
        }
    }

    private void remember(String command) {
        if (lastCommands.size() == LAST_COMMANDS_SHOWN) {
            lastCommands.removeFirst();
        }
        lastCommands.addLast(command);
    }

    private String difference(String what, List<?> expected, List<?> actual) {
        return message(
                "different "
                        + what
                        + "\nexpected:\n  "
                        + lines(expected)
                        + "\nactual:\n  "
                        + lines(actual));
    }

    private String message(String what) {
        return profile
                + " with seed "
                + seed
                + ", command "
                + number
                + ": "
                + what
                + "\nlast commands:\n  "
                + String.join("\n  ", lastCommands)
                + "\nagain: mvn -q -pl engine-core -am verify -Dtest='*DifferentialTest'"
                + " -Dsurefire.failIfNoSpecifiedTests=false -D"
                + SEED_PROPERTY
                + "="
                + seed
                + " -D"
                + COUNT_PROPERTY
                + "="
                + Math.max(number, count());
    }

    private static String lines(List<?> values) {
        return values.isEmpty()
                ? "(nothing)"
                : String.join("\n  ", values.stream().map(Object::toString).toList());
    }
}
