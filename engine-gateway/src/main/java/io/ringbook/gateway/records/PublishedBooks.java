// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.records;

import io.ringbook.core.image.BookImage;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Side;
import java.util.Arrays;

/**
 * The books and last prices as the events say: a {@link BookImage} behind a feed of records. Right
 * at the end of each record.
 */
public final class PublishedBooks implements RecordSink {
    /** Takes a level of a book, the best one first. */
    @FunctionalInterface
    public interface LevelListener {
        /** Levels count from 1; price and quantity are mantissas. */
        void onLevel(int level, long price, long quantity, long orders);
    }

    private final BookImage image = new BookImage();

    /** By instrument id. */
    private long[] lastPrices = new long[16];

    @Override
    public void onEvent(RecordedCommand recorded, OrderEvent event) {
        image.onEvent(event);
        if (event.kind == EventKind.EXECUTED) {
            if (event.instrumentId >= lastPrices.length) {
                lastPrices =
                        Arrays.copyOf(
                                lastPrices,
                                Math.max(event.instrumentId + 1, lastPrices.length * 2));
            }
            lastPrices[event.instrumentId] = event.price;
        }
    }

    @Override
    public void onEnd(RecordedCommand recorded) {
        image.endRecord();
    }

    /** Hands over at most {@code depth} levels of a side. */
    public void levels(int instrumentId, Side side, int depth, LevelListener listener) {
        int[] level = {0};
        image.levels(
                instrumentId,
                side,
                depth,
                (price, quantity, orders) -> listener.onLevel(++level[0], price, quantity, orders));
    }

    /** Price of an instrument's last trade, as a mantissa; 0 before the first. */
    public long lastPrice(int instrumentId) {
        return instrumentId > 0 && instrumentId < lastPrices.length ? lastPrices[instrumentId] : 0;
    }
}
