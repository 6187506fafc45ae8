// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.book.Order;
import io.ringbook.core.book.OrderPool;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Expiries against a list. */
final class ExpiryQueueTest {
    @Test
    void findsExactlyWhatIsDue() {
        // given
        SplittableRandom random = new SplittableRandom(3);
        OrderPool pool = new OrderPool(8);
        ExpiryQueue queue = new ExpiryQueue();
        List<Order> expected = new ArrayList<>();

        for (int i = 1; i <= 5_000; i++) {
            // when
            if (expected.isEmpty() || random.nextInt(5) > 1) {
                Order order = pool.take();
                order.orderId = i;
                order.expireNs = 1L + random.nextInt(300);
                queue.add(order);
                expected.add(order);
            } else {
                queue.remove(expected.remove(random.nextInt(expected.size())));
            }
            long dueNs = random.nextInt(320);
            OrderIds due = new OrderIds();
            queue.collectDue(dueNs, due);
            due.sort();

            // then
            assertThat(ids(due))
                    .isEqualTo(
                            expected.stream()
                                    .filter(order -> order.expireNs <= dueNs)
                                    .map(order -> order.orderId)
                                    .sorted()
                                    .toList());
        }
    }

    private static List<Long> ids(OrderIds from) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < from.count(); i++) {
            ids.add(from.get(i));
        }
        return ids;
    }
}
