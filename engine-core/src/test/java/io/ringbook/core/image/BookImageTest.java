// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Side;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.RecordedRun;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.replay.Replayer;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** What the events tell against the engine's own book, after every command. */
final class BookImageTest {
    private static final EngineConfig CONFIG = EngineConfig.defaults(ThreadLayout.SINGLE);
    private static final int INSTRUMENTS = 5;

    @Test
    void imageIsTheBook() {
        // given
        RecordedRun run = RecordedRun.of(CONFIG, 23, 20_000);
        EngineState state = new EngineState(CONFIG);
        BookImage image = new BookImage();
        Replayer replayer = new Replayer(state, image);
        long compared = 0;

        for (int i = 0; i < run.records().size(); i++) {
            // when
            byte[] record = run.records().get(i);
            replayer.onRecord(new UnsafeBuffer(record), 0, record.length);

            // then
            if (i >= INSTRUMENTS) {
                int instrument = 1 + i % INSTRUMENTS;
                for (Side side : Side.values()) {
                    List<String> expected = ordersOfEngine(state, instrument, side);
                    assertThat(ordersOfImage(image, instrument, side)).isEqualTo(expected);
                    compared += expected.size();
                }
            }
        }
        assertThat(compared).isGreaterThan(100_000);
    }

    private static List<String> ordersOfEngine(EngineState state, int instrument, Side side) {
        List<String> lines = new ArrayList<>();
        // ticks of 5, lots of 10
        state.orders(
                instrument,
                side,
                (orderId, price, leaves, cum, prevented, id0, id1, id2) ->
                        lines.add(line(orderId, price * 5, leaves * 10)));
        return lines;
    }

    private static List<String> ordersOfImage(BookImage image, int instrument, Side side) {
        List<String> lines = new ArrayList<>();
        image.orders(
                instrument,
                side,
                (orderId, price, leaves) -> lines.add(line(orderId, price, leaves)));
        return lines;
    }

    private static String line(long orderId, long price, long leaves) {
        return orderId + " " + leaves + "@" + price;
    }
}
