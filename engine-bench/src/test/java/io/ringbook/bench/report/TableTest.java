// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        // given
        StringWriter out = new StringWriter();

        // when
        new Table("name", "P50").row("a", "12.5").row("longer", "1").print(new PrintWriter(out));

        // then
        assertThat(out.toString().lines())
                .containsExactly("name     P50", "a       12.5", "longer     1");
    }

    @Test
    void refusesARowOfAnotherLength() {
        assertThatThrownBy(() -> new Table("name", "P50").row("a"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
