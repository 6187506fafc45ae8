// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.demo;

import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.gateway.records.PublishedBooks;
import io.ringbook.gateway.records.RecordSink;
import io.ringbook.gateway.records.RecordedCommand;
import io.ringbook.gateway.reference.ReferenceData;
import java.util.List;

/**
 * Sees what is published, and takes a picture now and then. Callbacks on the publish thread; {@link
 * #picture} on the printing one.
 */
final class Watcher implements RecordSink {
    private static final long PICTURE_INTERVAL_NS = 100_000_000L;
    private static final int DEPTH = 6;

    private final PublishedBooks books;
    private final ReferenceData names;

    private long lastPictureNs;
    private long commands;
    private long trades;
    private volatile Picture picture = new Picture(0, 0, List.of());

    Watcher(PublishedBooks books, ReferenceData names) {
        this.books = books;
        this.names = names;
    }

    @Override
    public void onEvent(RecordedCommand recorded, OrderEvent event) {
        if (event.kind == EventKind.EXECUTED && event.liquidity == Liquidity.TAKER.code()) {
            trades++;
        }
    }

    @Override
    public void onEnd(RecordedCommand recorded) {
        commands++;
        long nowNs = System.nanoTime();
        if (nowNs - lastPictureNs >= PICTURE_INTERVAL_NS) {
            lastPictureNs = nowNs;
            take();
        }
    }

    /** The last picture. */
    Picture picture() {
        return picture;
    }

    /** Takes a picture now; only while nothing is published. */
    void take() {
        picture =
                new Picture(
                        commands,
                        trades,
                        names.instruments().stream()
                                .map(i -> Picture.Ladder.of(i, books, DEPTH))
                                .toList());
    }
}
