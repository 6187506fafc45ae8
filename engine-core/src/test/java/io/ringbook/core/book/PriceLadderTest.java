// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Side;
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
    @CsvSource({"BUY, 40", "SELL, 40", "BUY, 5000", "SELL, 5000", "BUY, 4000000000000000000"})
    void levelsStandFromBestToWorst(Side side, long range) {
        // given
        SplittableRandom random = new SplittableRandom(range + side.code());
        OrderBook book = new OrderBook();
        OrderPool pool = new OrderPool(16);
        SortedMap<Long, List<Order>> expected = new TreeMap<>(bestFirst(side));
        List<Order> resting = new ArrayList<>();

        for (int i = 0; i < ROUNDS; i++) {
            // when
            boolean grow = random.nextInt(100) < (i % 4_000 < 2_000 ? 70 : 30);
            if (grow || resting.isEmpty()) {
                Order order = pool.take();
                order.orderId = i + 1L;
                order.side = side;
                order.limitPrice = 1 + random.nextLong(range);
                order.leavesQuantity = 1L + random.nextInt(100);
                book.add(order);
                expected.computeIfAbsent(order.limitPrice, price -> new ArrayList<>()).add(order);
                resting.add(order);
            } else {
                Order order = resting.remove(random.nextInt(resting.size()));
                List<Order> level = expected.get(order.limitPrice);
                level.remove(order);
                if (level.isEmpty()) {
                    expected.remove(order.limitPrice);
                }
                book.remove(order);
                pool.release(order);
            }

            // then
            PriceLevel best = book.best(side);
            assertThat(best == null ? 0 : best.price())
                    .isEqualTo(expected.isEmpty() ? 0 : expected.firstKey());
            if (i % 500 == 0) {
                assertSame(book, side, expected);
            }
        }
        assertThat(pool.taken()).isEqualTo(resting.size());
    }

    private static Comparator<Long> bestFirst(Side side) {
        return side == Side.BUY ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    private static void assertSame(
            OrderBook book, Side side, SortedMap<Long, List<Order>> expected) {
        PriceLevel level = book.best(side);
        assertThat(book.ladder(side).levelCount()).isEqualTo(expected.size());
        for (var entry : expected.entrySet()) {
            List<Order> orders = new ArrayList<>();
            long quantity = 0;
            for (Order order = level.first(); order != null; order = order.nextInLevel()) {
                orders.add(order);
                quantity += order.leavesQuantity;
            }
            assertThat(level.price()).isEqualTo(entry.getKey());
            assertThat(orders).isEqualTo(entry.getValue());
            assertThat(level.quantity()).isEqualTo(quantity);
            assertThat(level.orderCount()).isEqualTo(orders.size());
            assertThat(book.ladder(side).find(level.price())).isSameAs(level);
            level = book.ladder(side).worse(level);
        }
        assertThat(level).isNull();
    }
}
