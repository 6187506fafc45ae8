// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.oracle.Differential;
import io.ringbook.core.oracle.FlowProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine against the reference: equal events and equal books after every command. */
final class EngineDifferentialTest {
    @ParameterizedTest
    @EnumSource(FlowProfile.class)
    void engineAnswersAsTheReferenceDoes(FlowProfile profile) {
        new Differential(
                        profile,
                        Differential.seed(),
                        maxEvents -> new EngineUnderTest(maxEvents, 1))
                .run(Differential.count());
    }

    @ParameterizedTest
    @EnumSource(FlowProfile.class)
    void engineOfThreeShardsAnswersAsTheReferenceDoes(FlowProfile profile) {
        new Differential(
                        profile,
                        Differential.seed(),
                        maxEvents -> new EngineUnderTest(maxEvents, 3))
                .run(Differential.count() / 4);
    }
}
