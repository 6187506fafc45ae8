// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LongRecordsTest {
    private static final int MOST = 1 << 28;

    @Test
    void whatWasNeverSetIsZeroAndWhatWasStaysByItself() {
        // given
        LongRecords records = new LongRecords(3, MOST, 10);

        // when
        for (int record : new int[] {0, 1, 9, 10, 1_000_000, MOST - 1}) {
            for (int i = 0; i < 3; i++) {
                records.set(record, i, record * 10L + i);
            }
        }

        // then
        assertThat(records.get(MOST - 1, 2)).isEqualTo((MOST - 1) * 10L + 2);
        assertThat(records.get(1_000_000, 1)).isEqualTo(10_000_001);
        assertThat(records.get(0, 2)).isEqualTo(2);
        assertThat(records.get(1, 0)).isEqualTo(10);
        assertThat(records.get(2, 0)).isZero();
        assertThat(records.get(MOST - 2, 2)).isZero();
    }

    @Test
    void clearingGoesAsFarAsIsSaid() {
        // given
        LongRecords records = new LongRecords(2, 100, 100);
        for (int record = 0; record < 100; record++) {
            records.set(record, 0, 1);
            records.set(record, 1, 2);
        }

        // when
        records.clear(40);

        // then
        for (int record = 0; record < 100; record++) {
            assertThat(records.get(record, 0)).isEqualTo(record < 40 ? 0 : 1);
            assertThat(records.get(record, 1)).isEqualTo(record < 40 ? 0 : 2);
        }
        records.clear(Integer.MAX_VALUE);
        assertThat(records.get(99, 1)).isZero();
    }
}
