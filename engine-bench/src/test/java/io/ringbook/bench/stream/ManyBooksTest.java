// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ManyBooksTest {
    private static final int BOOKS = 1_000;
    private static final int COMMANDS = 100_000;

    @Test
    void theMostActiveBookGetsTheShareOfZipfsLawAndTheNextHalfOfIt() {
        // given
        double harmonic = 0;
        for (int book = 1; book <= BOOKS; book++) {
            harmonic += 1.0 / book;
        }

        // when
        CommandStream stream = ManyBooks.record(7, BOOKS, 10_000, COMMANDS);

        // then
        int[] commands = new int[BOOKS + 1];
        int[] filling = new int[BOOKS + 1];
        for (int i = 0; i < stream.count(); i++) {
            (i < stream.measuredFrom() ? filling : commands)[stream.instrument(i)]++;
        }
        assertThat(stream.measuredTo() - stream.measuredFrom()).isEqualTo(COMMANDS);
        assertThat(commands[1] * harmonic / COMMANDS).isCloseTo(1, within(0.05));
        assertThat(commands[2] * harmonic / COMMANDS).isCloseTo(0.5, within(0.05));
        assertThat(filling[1] * harmonic / 10_000).isCloseTo(1, within(0.05));
        assertThat(filling[BOOKS]).isEqualTo(2);
    }
}
