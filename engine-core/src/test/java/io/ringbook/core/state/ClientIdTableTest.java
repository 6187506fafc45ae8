// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The table against a hash map, through many doublings. */
final class ClientIdTableTest {
    private record Id(int session, long word0, long word1, int word2) {}

    @Test
    void holdsWhatAMapHolds() {
        // given
        SplittableRandom random = new SplittableRandom(5);
        ClientIdTable table = new ClientIdTable(16, 2);
        Map<Id, Long> expected = new HashMap<>();

        for (int i = 0; i < 20_000; i++) {
            // when
            Id id =
                    new Id(
                            1 + random.nextInt(3),
                            random.nextInt(100),
                            random.nextInt(20),
                            random.nextInt(2) - 1);
            int position = table.find(id.session, id.word0, id.word1, id.word2);

            // then
            assertThat(position >= 0).isEqualTo(expected.containsKey(id));
            if (position >= 0) {
                assertThat(table.value(position, 1)).isEqualTo(expected.get(id));
            } else {
                position = table.add(id.session, id.word0, id.word1, id.word2);
                table.setValue(position, 1, i);
                expected.put(id, (long) i);
            }
        }
        assertThat(table.count()).isEqualTo(expected.size());
        int[] positions = table.sortedPositions();
        assertThat(positions).hasSize(expected.size()).doesNotHaveDuplicates();
        for (int position : positions) {
            Id id =
                    new Id(
                            table.sessionId(position),
                            table.word0(position),
                            table.word1(position),
                            table.word2(position));
            assertThat(expected).containsEntry(id, table.value(position, 1));
        }
    }

    @Test
    void clearedTableIsEmpty() {
        ClientIdTable table = new ClientIdTable(16, 1);
        table.add(1, 2, 3, 4);
        table.clear();
        assertThat(table.count()).isZero();
        assertThat(table.find(1, 2, 3, 4)).isNegative();
    }
}
