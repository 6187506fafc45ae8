// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Iterator;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void comeAsTheyWereSentAmongWhateverElseIsPrinted() throws IOException {
        // given
        Histogram histogram = new Histogram(60_000_000_000L, 3);
        histogram.recordValue(1_234);
        histogram.recordValue(5_000_000_000L);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, UTF_8);

        // when
        out.println("something that a library says");
        new Figures()
                .put("count", 7)
                .put("empty", "")
                .put("words", "two words")
                .put("latencies", histogram)
                .print(out);
        Iterator<String> lines = bytes.toString(UTF_8).lines().iterator();
        Figures read = Figures.read(lines::next);

        // then
        assertThat(read.number("count")).isEqualTo(7);
        assertThat(read.text("empty")).isEmpty();
        assertThat(read.text("words")).isEqualTo("two words");
        assertThat(read.histogram("latencies")).isEqualTo(histogram);
        assertThatThrownBy(() -> read.text("other")).hasMessageContaining("no figure other");
    }
}
