// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index of ids, through the orders that it finds, against a hash map. */
final class OrderIndexTest {
    private static final int TERMS = Orders.terms(Side.BUY, null, TimeInForce.GTC, false, false);

    /** Words that one command may move at most. */
    private static final long MOST_MOVED_WORDS = 4_096;

    @ParameterizedTest
    @ValueSource(longs = {1, 8, 1_000_003, 1L << 32, -7})
    void findsWhatIsRegisteredAndNothingElse(long step) {
        // given
        SplittableRandom random = new SplittableRandom(step);
        Orders orders = new BookStore(16).orders();
        Map<Long, Integer> expected = new HashMap<>();
        List<Long> ids = new ArrayList<>();
        long nextId = 1;

        for (int i = 0; i < 60_000; i++) {
            // when
            boolean grow = random.nextInt(100) < (i % 20_000 < 10_000 ? 75 : 25);
            if ((grow && (step != 1L << 32 || ids.size() < 200)) || ids.isEmpty()) {
                int order = orders.take(nextId, 1, 1, TERMS);
                orders.register(order);
                expected.put(nextId, order);
                ids.add(nextId);
                nextId += step;
            } else {
                int at = random.nextInt(ids.size());
                long id = ids.get(at);
                ids.set(at, ids.get(ids.size() - 1));
                ids.remove(ids.size() - 1);
                int order = orders.find(id);
                orders.deregister(order);
                orders.release(order);
                assertThat(order).isEqualTo(expected.remove(id));
            }

            // then
            long probe = ids.isEmpty() ? 1 : ids.get(random.nextInt(ids.size()));
            assertThat(orders.find(probe)).isEqualTo(expected.getOrDefault(probe, Orders.NONE));
            assertThat(orders.find(nextId)).isEqualTo(Orders.NONE);
            assertThat(orders.registeredCount()).isEqualTo(expected.size());
        }
        expected.forEach((id, order) -> assertThat(orders.find(id)).isEqualTo(order));
    }

    @Test
    void growthNeverMovesMuchAtOnce() {
        // given
        BookStore store = new BookStore(16);
        OrderBook book = new OrderBook(store);
        Orders orders = store.orders();
        SplittableRandom random = new SplittableRandom(9);
        long mostMoved = 0;

        // when
        for (int i = 1; i <= 1_000_000; i++) {
            long before = store.movedWords() + book.movedWords();
            int order = orders.take(i, 1, 1, TERMS);
            book.add(order, random.nextLong(1_000_000_000_000L));
            orders.register(order);
            mostMoved = Math.max(mostMoved, store.movedWords() + book.movedWords() - before);
        }

        // then
        assertThat(mostMoved).isBetween(1_000L, MOST_MOVED_WORDS);
        assertThat(orders.registeredCount()).isEqualTo(1_000_000);
        for (int i = 1; i <= 1_000_000; i++) {
            assertThat(orders.orderId(orders.find(i)) == i).isTrue();
        }
    }
}
