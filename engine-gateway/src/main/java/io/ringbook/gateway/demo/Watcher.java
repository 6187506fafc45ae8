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
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Sees what is published: times each command from its submission to here, and takes a picture now
 * and then. Callbacks on the publish thread; {@link #submitting} on the submitting one, {@link
 * #picture} and {@link #interval} on the printing one.
 */
final class Watcher implements RecordSink {
    private static final long PICTURE_INTERVAL_NS = 100_000_000L;
    private static final long MAX_NS = 60_000_000_000L;
    private static final int HISTOGRAM_DIGITS = 3;

    /** More than the commands in flight; a power of two. */
    private static final int IN_FLIGHT = 1 << 16;

    private static final int DEPTH = 6;

    private final PublishedBooks books;
    private final ReferenceData names;

    /**
     * Index is sequence modulo length; submission in nanoTime. Written before the ring hands the
     * command over and read behind it, so the ring orders both.
     */
    private final long[] submittedNs = new long[IN_FLIGHT];

    private final Recorder recorder = new Recorder(MAX_NS, HISTOGRAM_DIGITS);
    private long lastPictureNs;
    private long commands;
    private long trades;
    private volatile Picture picture = new Picture(0, 0, List.of());

    Watcher(PublishedBooks books, ReferenceData names) {
        this.books = books;
        this.names = names;
    }

    /** A command is about to be submitted, and will get this sequence. */
    void submitting(long sequence) {
        submittedNs[(int) (sequence & (IN_FLIGHT - 1))] = System.nanoTime();
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
        int slot = (int) (recorded.command().sequence & (IN_FLIGHT - 1));
        if (submittedNs[slot] != 0) {
            recorder.recordValue(Math.min(MAX_NS, nowNs - submittedNs[slot]));
            submittedNs[slot] = 0;
        }
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

    /** Times since the last call. */
    Histogram interval() {
        return recorder.getIntervalHistogram();
    }
}
