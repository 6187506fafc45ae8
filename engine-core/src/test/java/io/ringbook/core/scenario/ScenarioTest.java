// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.oracle.ExchangeUnderTest;
import io.ringbook.core.oracle.ReferenceExchange;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.pipeline.EngineUnderTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every scenario file on the reference and on the engine, and that the files leave nothing out. */
final class ScenarioTest {
    /** Every rule of docs/MATCHING_RULES.md that this build has. */
    private static final List<String> RULES =
            List.of(
                    "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "2.1", "2.2", "2.3", "2.4",
                    "2.5", "2.6", "2.7", "2.8", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7",
                    "3.8", "3.9", "4.1", "4.2", "4.3", "4.4", "6.1", "6.2", "6.3", "6.4", "6.5",
                    "6.6", "6.8", "6.9", "7.1", "7.4", "7.6");

    @TestFactory
    Stream<DynamicTest> referenceAnswersAsTheFileSays() throws IOException {
        return tests(ReferenceExchange::new);
    }

    @TestFactory
    Stream<DynamicTest> engineAnswersAsTheFileSays() throws IOException {
        return tests(maxEvents -> new EngineUnderTest(maxEvents, 1));
    }

    @TestFactory
    Stream<DynamicTest> engineOfTwoShardsAnswersAsTheFileSays() throws IOException {
        return tests(maxEvents -> new EngineUnderTest(maxEvents, 2));
    }

    private static Stream<DynamicTest> tests(IntFunction<? extends ExchangeUnderTest> exchanges)
            throws IOException {
        return Scenario.all().stream()
                .map(
                        scenario ->
                                DynamicTest.dynamicTest(
                                        scenario.name(),
                                        () -> new ScenarioRunner(scenario, exchanges).run()));
    }

    @Test
    void everyRuleHasAFile() throws IOException {
        Set<String> covered = new HashSet<>();
        for (Scenario scenario : Scenario.all()) {
            assertThat(scenario.rules()).as(scenario.name()).isNotEmpty();
            assertThat(scenario.name()).startsWith(scenario.rules().get(0) + "-");
            covered.addAll(scenario.rules());
        }
        assertThat(covered).containsExactlyInAnyOrderElementsOf(RULES);
    }

    @Test
    void everyKindOfEventAndEveryReasonIsExpectedSomewhere() throws IOException {
        // given
        String expected = String.join("\n", expectedEvents());

        // then
        for (EventKind kind : EventKind.values()) {
            assertThat(expected).containsPattern("(?m)^" + kind + "\\b");
        }
        for (CancelReason reason : CancelReason.values()) {
            assertThat(expected).contains("CANCELED(" + reason + ")");
        }
        for (RejectReason reason : RejectReason.values()) {
            assertThat(expected).contains("REJECTED(" + reason + ")");
        }
        for (Phase phase : Phase.values()) {
            assertThat(expected).contains("PHASE_CHANGED(" + phase + ")");
        }
    }

    @Test
    void everyTimeInForceAndSelfTradeModeIsSentSomewhere() throws IOException {
        // given
        StringBuilder commands = new StringBuilder();
        for (Scenario scenario : Scenario.all()) {
            scenario.steps().forEach(step -> commands.append(step.text).append('\n'));
        }

        // then
        for (TimeInForce tif : TimeInForce.values()) {
            if (tif != TimeInForce.DAY) { // what an order is when nothing is said
                assertThat(commands).containsPattern(Pattern.compile(" " + tif + "\\b"));
            }
        }
        for (StpMode mode : StpMode.values()) {
            assertThat(commands).containsPattern(Pattern.compile(" stp \\d+ " + mode + "\\b"));
        }
    }

    private static List<String> expectedEvents() throws IOException {
        List<String> events = new ArrayList<>();
        for (Scenario scenario : Scenario.all()) {
            scenario.steps().stream()
                    .filter(step -> step.what == Scenario.Step.What.COMMAND)
                    .forEach(step -> events.addAll(step.expected));
        }
        return events;
    }

    @Test
    void anEventThatIsMissingInTheFileIsADifference() {
        // given
        Scenario scenario = Scenario.parse("missing", List.of("rule 1.1", "> A new b1 BUY 100@50"));

        // when, then
        assertThatThrownBy(() -> new ScenarioRunner(scenario, ReferenceExchange::new).run())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("missing:2: A new b1 BUY 100@50")
                .hasMessageContaining("ACCEPTED A b1 #1 BUY 100@50 leaves 100");
    }

    @Test
    void aLineThatNobodyUnderstandsIsNamed() {
        assertThatThrownBy(() -> Scenario.parse("bad", List.of("rule 1.1", "sell everything")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad:2: unknown line in: sell everything");
    }
}
