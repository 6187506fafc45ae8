// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.book.BookStore;
import io.ringbook.core.book.Orders;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
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
        Orders orders = new BookStore(8).orders();
        OrderDetails details = new OrderDetails(orders, 16);
        ExpiryQueue queue = new ExpiryQueue(orders, details);
        List<Long> expected = new ArrayList<>();

        int terms = Orders.terms(Side.BUY, null, TimeInForce.GTD, false, false);

        for (int i = 1; i <= 5_000; i++) {
            // when
            if (expected.isEmpty() || random.nextInt(5) > 1) {
                int order = orders.take(i, 1, 1, terms);
                details.begin(order, 1, 1, 1, 0, 1L + random.nextInt(300));
                queue.add(order);
                expected.add((long) order);
            } else {
                int order = (int) (long) expected.remove(random.nextInt(expected.size()));
                queue.remove(order);
                orders.release(order);
            }
            long dueNs = random.nextInt(320);
            OrderIds due = new OrderIds();
            queue.collectDue(dueNs, due);
            due.sort();

            // then
            assertThat(ids(due))
                    .isEqualTo(
                            expected.stream()
                                    .filter(order -> details.expireNs(order.intValue()) <= dueNs)
                                    .map(order -> orders.orderId(order.intValue()))
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
