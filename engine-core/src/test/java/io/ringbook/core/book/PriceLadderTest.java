// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ladder against a sorted map. */
final class PriceLadderTest {
    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "BUY, 1, 40",
        "SELL, 1, 40",
        "BUY, 1, 5000",
        "SELL, 1, 5000",
        "BUY, -300000, 600000",
        "SELL, -300000, 600000",
        "BUY, -9223372036854775808, 9223372036854775807",
        "SELL, 1, 9223372036854775807"
    })
    void levelsStandFromBestToWorst(Side side, long base, long range) {
        // given
        SplittableRandom random = new SplittableRandom(range + side.code());
        BookStore store = new BookStore(16);
        Orders orders = store.orders();
        OrderBook book = new OrderBook(store);
        int terms = Orders.terms(side, null, TimeInForce.GTC, false, false);
        SortedMap<Long, List<Long>> expected = new TreeMap<>(bestFirst(side));
        List<Long> resting = new ArrayList<>();

        for (int i = 0; i < ROUNDS; i++) {
            // when
            boolean grow = random.nextInt(100) < (i % 4_000 < 2_000 ? 70 : 30);
            if (grow || resting.isEmpty()) {
                int order = orders.take(i + 1L, 1L + random.nextInt(100), 1, terms);
                long price = base + random.nextLong(range);
                book.add(order, price);
                expected.computeIfAbsent(price, at -> new ArrayList<>()).add((long) order);
                resting.add((long) order);
            } else {
                long slot = resting.remove(random.nextInt(resting.size()));
                int order = (int) slot;
                long price = store.levels().price(orders.level(order));
                List<Long> level = expected.get(price);
                level.remove(Long.valueOf(slot));
                if (level.isEmpty()) {
                    expected.remove(price);
                }
                book.remove(order);
                orders.release(order);
            }

            // then
            assertThat(book.best(side) == PriceLevels.NONE).isEqualTo(expected.isEmpty());
            if (!expected.isEmpty()) {
                assertThat(book.ladder(side).bestPrice()).isEqualTo(expected.firstKey());
            }
            if (i % 500 == 0) {
                assertSame(book, side, expected);
            }
        }
    }

    private static Comparator<Long> bestFirst(Side side) {
        return side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    private static void assertSame(
            OrderBook book, Side side, SortedMap<Long, List<Long>> expected) {
        PriceLevels levels = book.levels();
        Orders orders = book.orders();
        int level = book.best(side);
        assertThat(book.ladder(side).levelCount()).isEqualTo(expected.size());
        for (var entry : expected.entrySet()) {
            List<Long> found = new ArrayList<>();
            long quantity = 0;
            for (int order = levels.first(level);
                    order != Orders.NONE;
                    order = orders.nextInLevel(order)) {
                found.add((long) order);
                quantity += orders.leavesQuantity(order);
            }
            assertThat(levels.price(level)).isEqualTo(entry.getKey());
            assertThat(found).isEqualTo(entry.getValue());
            assertThat(levels.quantity(level)).isEqualTo(quantity);
            assertThat(levels.orderCount(level)).isEqualTo(found.size());
            assertThat(book.ladder(side).find(levels.price(level))).isEqualTo(level);
            level = book.ladder(side).worse(level);
        }
        assertThat(level).isEqualTo(PriceLevels.NONE);
    }
}
