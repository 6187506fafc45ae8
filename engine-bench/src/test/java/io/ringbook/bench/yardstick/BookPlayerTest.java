// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

import static io.ringbook.bench.yardstick.Messages.BUY;
import static io.ringbook.bench.yardstick.Messages.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BookPlayerTest {
    private final Arena arena = Arena.ofConfined();
    private final Reports reports = new Reports(arena, 2);
    private final BookPlayer player = new BookPlayer(new ReportWriter(reports), 64);
    private final Messages messages = new Messages(arena, 16);

    @AfterEach
    void close() {
        arena.close();
    }

    private void play() {
        player.play(messages.address(), messages.count());
    }

    @Test
    void takerTradesAtTheMakersPriceAndItsRestRests() {
        // given
        messages.limit(7, SELL, 10, 100).limit(3, SELL, 5, 99).limit(9, BUY, 20, 101);

        // when
        play();

        // then
        assertThat(reports.lines())
                .containsExactly(
                        "ack seq=0 id=7 sell 10@100",
                        "ack seq=1 id=3 sell 5@99",
                        "ack seq=2 id=9 buy 20@101",
                        "trade seq=2 5@99 maker=3 taker=9",
                        "trade seq=2 10@100 maker=7 taker=9");
        assertThat(player.bestBid()).isEqualTo(101);
        assertThat(player.bestAsk()).isEqualTo(Long.MAX_VALUE);
        assertThat(player.quantityAt(101, BUY)).isEqualTo(5);
        assertThat(player.quantityAt(101, SELL)).isZero();
    }

    @Test
    void remainderOfAnIocIsCanceledAtItsLimit() {
        // given
        messages.limit(1, BUY, 4, 50).ioc(2, SELL, 6, 49).ioc(3, BUY, 6, 60);

        // when
        play();

        // then
        assertThat(reports.lines())
                .containsExactly(
                        "ack seq=0 id=1 buy 4@50",
                        "ack seq=1 id=2 sell 6@49",
                        "trade seq=1 4@50 maker=1 taker=2",
                        "cancelAck seq=1 id=2 sell @49",
                        "ack seq=2 id=3 buy 6@60",
                        "cancelAck seq=2 id=3 buy @60");
        assertThat(player.bestBid()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void cancelSaysWhatTheBookHeldAndIsRefusedOnceTheOrderHasGone() {
        // given
        messages.limit(5, SELL, 4, 70).cancel(5).cancel(5).cancel(2_000_000);

        // when
        play();

        // then
        assertThat(reports.lines())
                .containsExactly(
                        "ack seq=0 id=5 sell 4@70",
                        "cancelAck seq=1 id=5 sell @70",
                        "cancelReject seq=2 id=5",
                        "cancelReject seq=3 id=2000000");
    }

    @Test
    void modifySetsTheOpenQuantityWhateverWasFilledBefore() {
        // given
        messages.limit(1, SELL, 10, 100).limit(2, BUY, 4, 100).modify(1, SELL, 6, 101);

        // when
        play();

        // then
        assertThat(reports.lines())
                .endsWith("trade seq=1 4@100 maker=1 taker=2", "modifyAck seq=2 id=1 sell 6@101");
        assertThat(player.quantityAt(101, SELL)).isEqualTo(6);
    }

    @Test
    void modifyThatCrossesTradesAtTheMakersPrice() {
        // given
        messages.limit(1, SELL, 10, 100).limit(2, BUY, 12, 90).modify(2, BUY, 13, 105);

        // when
        play();

        // then
        assertThat(reports.lines())
                .endsWith(
                        "ack seq=1 id=2 buy 12@90",
                        "trade seq=2 10@100 maker=1 taker=2",
                        "modifyAck seq=2 id=2 buy 13@105");
        assertThat(player.quantityAt(105, BUY)).isEqualTo(3);
    }

    @Test
    void modifyLosesItsPlaceInTheQueue() {
        // given
        messages.limit(1, BUY, 1, 10).limit(2, BUY, 1, 10).modify(1, BUY, 2, 10);
        messages.ioc(3, SELL, 1, 10);

        // when
        play();

        // then
        assertThat(reports.lines()).endsWith("trade seq=3 1@10 maker=2 taker=3");
    }

    @Test
    void modifyOfAnOrderThatDoesNotRestIsRefused() {
        // given
        messages.modify(8, BUY, 1, 10);

        // when
        play();

        // then
        assertThat(reports.lines()).containsExactly("modifyReject seq=0 id=8");
    }

    @Test
    void anIdMayBeUsedAgainOnceItsOrderHasGone() {
        // given
        messages.limit(1, BUY, 1, 10).limit(2, SELL, 1, 10);
        messages.limit(1, SELL, 2, 20).cancel(1).limit(1, BUY, 3, 9);

        // when
        play();

        // then
        assertThat(reports.lines())
                .endsWith(
                        "ack seq=2 id=1 sell 2@20",
                        "cancelAck seq=3 id=1 sell @20",
                        "ack seq=4 id=1 buy 3@9");
    }
}
