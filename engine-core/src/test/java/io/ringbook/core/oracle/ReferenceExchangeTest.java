// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.RejectReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reference on random flow: the properties of every stream, and that nothing is random. */
final class ReferenceExchangeTest {
    private static final int COUNT = 20_000;

    @ParameterizedTest
    @EnumSource(FlowProfile.class)
    void everyStreamKeepsTheRulesThatHoldForAllStreams(FlowProfile profile) {
        // given
        Differential twins = new Differential(profile, Differential.seed(), ReferenceExchange::new);

        // when
        StreamChecks checks = twins.run(COUNT);

        // then
        assertThat(checks.seen())
                .as("a flow that is worth its name")
                .containsKeys("ACCEPTED", "EXECUTED", "REPLACED", "REDUCED", "CANCELED(USER)")
                .containsKeys("EXPIRED", "MASS_CANCELED", "REPLACE_REJECTED(UNKNOWN_ORDER)");
    }

    @Test
    void theProfilesTogetherReachEveryKindOfEventAndEveryReason() {
        // given
        Set<String> seen = new HashSet<>();
        for (FlowProfile profile : FlowProfile.values()) {
            Differential twins = new Differential(profile, 1, ReferenceExchange::new);
            seen.addAll(twins.run(COUNT).seen().keySet());
        }

        // when
        String all = String.join(" ", seen) + " ";

        // then
        assertThat(all).contains("REPEAT ");
        for (EventKind kind : EventKind.values()) {
            assertThat(all).containsPattern("\\b" + kind + "[( ]");
        }
        for (CancelReason reason : CancelReason.values()) {
            assertThat(all).contains("CANCELED(" + reason + ")");
        }
        for (RejectReason reason : RejectReason.values()) {
            assertThat(all).contains("REJECTED(" + reason + ")");
        }
    }

    @Test
    void theSameSeedGivesTheSameCommands() {
        assertThat(commands(7)).isEqualTo(commands(7)).isNotEqualTo(commands(8));
    }

    private static List<String> commands(long seed) {
        CommandFlow flow = new CommandFlow(FlowProfile.HOSTILE, seed);
        ReferenceExchange reference = new ReferenceExchange();
        flow.introduceTo(reference);
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Command command = flow.next();
            commands.add(Commands.text(command));
            flow.observe(command, reference.process(command), reference.continuePending());
        }
        return commands;
    }

    @Test
    void aWrongEventIsReportedWithItsSeedAndCommand() {
        // given an exchange that tells the 500th answer wrongly
        Differential differential =
                new Differential(
                        FlowProfile.CROSSING, 3, bound -> new Forgetful(bound, 500, false));

        // when, then
        assertThatThrownBy(() -> differential.run(2_000))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("CROSSING with seed 3, command 500: different events")
                .hasMessageContaining("-Dringbook.differential.seed=3");
    }

    @Test
    void aWrongBookIsReportedThoughTheEventsAreRight() {
        // given an exchange that loses an order of its book
        Differential differential =
                new Differential(FlowProfile.THIN, 3, bound -> new Forgetful(bound, 500, true));

        // when, then
        assertThatThrownBy(() -> differential.run(2_000))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("different book of instrument");
    }

    /** A reference with a fault from some command on. */
    private static final class Forgetful implements ExchangeUnderTest {
        private final ReferenceExchange inner;
        private final long fromCommand;
        private final boolean inBook;
        private long commands;

        Forgetful(int recordBound, long fromCommand, boolean inBook) {
            this.inner = new ReferenceExchange(recordBound);
            this.fromCommand = fromCommand;
            this.inBook = inBook;
        }

        @Override
        public void addInstrument(Instrument instrument) {
            inner.addInstrument(instrument);
        }

        @Override
        public void addAccount(Account account) {
            inner.addAccount(account);
        }

        @Override
        public void addSession(Session session) {
            inner.addSession(session);
        }

        @Override
        public List<EventCopy> process(Command command) {
            commands++;
            List<EventCopy> events = inner.process(command);
            return commands >= fromCommand && !inBook ? List.of() : events;
        }

        @Override
        public List<BookLine> book(int instrumentId) {
            List<BookLine> lines = inner.book(instrumentId);
            boolean wrong = inBook && commands >= fromCommand && !lines.isEmpty();
            return wrong ? lines.subList(1, lines.size()) : lines;
        }

        @Override
        public boolean continuePending() {
            return inner.continuePending();
        }
    }
}
