// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.ManyBooks;
import io.ringbook.bench.stream.OperationFlow;
import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.stream.TradeTally;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowsTest {
    private static final int RESTING = 500;
    private static final int RUNS = 20;

    @Test
    void bookAndShardTradeAlikeOverManyBooks() {
        // given
        CommandStream stream = ManyBooks.record(7, 100, 2_000, 20_000);

        // when
        TradeTally.Totals book = played(new RingbookBook(100, 4_000), stream);
        TradeTally.Totals shard = played(new RingbookShard(100, 4_000, stream.count()), stream);

        // then
        assertThat(book.trades()).isGreaterThan(1_000);
        assertThat(shard).isEqualTo(book);
    }

    @ParameterizedTest
    @EnumSource(OperationFlow.Operation.class)
    void everyRowDoesTheSameInRunsOfOneOperation(OperationFlow.Operation operation) {
        // given
        int ids = RESTING + RUNS * 2 * OperationFlow.RUN;
        List<StreamPlayer> rows =
                List.of(
                        new RingbookBook(1, RESTING + OperationFlow.MOST_MORE),
                        new RingbookShard(1, RESTING + OperationFlow.MOST_MORE, ids),
                        new RingbookOrderPath(RESTING + OperationFlow.MOST_MORE, ids));

        // when
        List<TradeTally.Totals> totals =
                rows.stream().map(row -> playedRuns(row, operation)).toList();

        // then
        assertThat(totals).containsOnly(totals.getFirst());
        TradeTally.Totals one = totals.getFirst();
        long expected = (long) RUNS * OperationFlow.RUN;
        switch (operation) {
            case SWEEP, IOC, FOK -> assertThat(one.trades()).isEqualTo(expected);
            case CANCEL -> assertThat(one.cancels()).isEqualTo(expected);
            case BEST -> assertThat(one.cancels()).isEqualTo(expected / 2);
            case ADD -> assertThat(one.cancels()).isEqualTo(expected - OperationFlow.RUN);
            case REPLACE, REDUCE -> assertThat(one.trades() + one.cancels()).isZero();
        }
    }

    private static TradeTally.Totals playedRuns(
            StreamPlayer player, OperationFlow.Operation operation) {
        OperationFlow flow = new OperationFlow(7, operation, RESTING);
        TradeTally tally = new TradeTally();
        CommandStream filling = flow.fill();
        player.play(filling, 0, filling.count(), tally);
        for (int run = 0; run < RUNS; run++) {
            flow.prepare();
            player.play(flow.stream(), 0, flow.stream().count(), tally);
        }
        return tally.totals();
    }

    private static TradeTally.Totals played(StreamPlayer player, CommandStream stream) {
        TradeTally tally = new TradeTally();
        player.play(stream, 0, stream.count(), tally);
        return tally.totals();
    }
}
