// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RingOutletTest {
    private static final int CAPACITY = 128;
    private static final int LENGTH = ReportDescriptor.LENGTH;

    private final Arena arena = Arena.ofConfined();
    private final long control =
            arena.allocate(RingOutlet.FIRST_REPORT + (long) CAPACITY * LENGTH, 256).address();
    private final long first = control + RingOutlet.FIRST_REPORT;
    private final RingOutlet outlet = new RingOutlet(control, CAPACITY);

    @AfterEach
    void close() {
        arena.close();
    }

    private long published() {
        return NativeMemory.getLong(control + RingOutlet.PUBLISHED);
    }

    private void read(long count) {
        NativeMemory.putLong(control + RingOutlet.READ, count);
    }

    @Test
    void partOfASpanIsPublishedAndTheNextGoesOnBehindIt() {
        // when
        outlet.handOver(first + 3 * LENGTH);

        // then
        assertThat(published()).isEqualTo(3);
        assertThat(outlet.start()).isEqualTo(first + 3 * LENGTH);
        assertThat(outlet.end()).isEqualTo(first + 64 * LENGTH);
    }

    @Test
    void spansStartAgainAtTheFirstReportBehindTheLast() {
        // given
        outlet.handOver(outlet.end());
        read(10);

        // when
        outlet.handOver(outlet.end());

        // then
        assertThat(published()).isEqualTo(CAPACITY);
        assertThat(outlet.start()).isEqualTo(first);
    }

    @Test
    void aSpanEndsBeforeWhatIsNotRead() {
        // given
        outlet.handOver(outlet.end());
        read(10);

        // when
        outlet.handOver(outlet.end());

        // then
        assertThat(outlet.end()).isEqualTo(first + 10 * LENGTH);
    }
}
