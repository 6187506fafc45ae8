// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelBookTest {
    private final ModelBook book = new ModelBook();
    private final TradeTally expected = new TradeTally();

    @Test
    void tradesAtTheBestPriceThenTheOldestAtTheRestingPrice() {
        // given
        book.enter(1, CommandStream.SELL, 101, 10, true);
        book.enter(2, CommandStream.SELL, 100, 10, true);
        book.enter(3, CommandStream.SELL, 100, 10, true);

        // when
        book.enter(4, CommandStream.BUY, 101, 25, true);

        // then
        expected.traded(4, 2, 100, 10);
        expected.traded(4, 3, 100, 10);
        expected.traded(4, 1, 101, 5);
        assertThat(book.totals()).isEqualTo(expected.totals());
        assertThat(book.isLive(4)).isFalse();
        assertThat(book.leaves(1)).isEqualTo(5);
        assertThat(book.liveCount()).isEqualTo(1);
    }

    @Test
    void aReplacedOrderGoesToTheBackAndTradesIfItCrosses() {
        // given
        book.enter(1, CommandStream.SELL, 100, 10, true);
        book.enter(2, CommandStream.SELL, 100, 10, true);
        book.enter(3, CommandStream.BUY, 90, 15, true);

        // when
        book.replace(1, 100, 11);
        book.replace(3, 100, 15);

        // then
        expected.traded(3, 2, 100, 10);
        expected.traded(3, 1, 100, 5);
        assertThat(book.totals()).isEqualTo(expected.totals());
        assertThat(book.leaves(1)).isEqualTo(6);
        assertThat(book.filled(1)).isEqualTo(5);
    }

    @Test
    void theRestOfAnOrderThatDoesNotStayGoesAndACancelCountsOnce() {
        // given
        book.enter(1, CommandStream.BUY, 50, 10, true);

        // when
        book.enter(2, CommandStream.SELL, 50, 4, false);
        book.enter(3, CommandStream.SELL, 51, 4, false);
        book.cancel(1);
        book.cancel(1);

        // then
        expected.traded(2, 1, 50, 4);
        expected.canceled(6);
        assertThat(book.totals()).isEqualTo(expected.totals());
        assertThat(book.liveCount()).isZero();
        assertThat(book.levelCount()).isZero();
    }
}
