// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.subject.RingbookBook;
import io.ringbook.bench.subject.RingbookOrderPath;
import io.ringbook.bench.subject.RingbookShard;
import java.util.Locale;

/** Who plays, by the names that the command line takes; ratios are to the first. */
public enum Contender {
    /** Ringbook's book and matching alone. */
    RINGBOOK,
    /** Ringbook's match stage: with accounts, finished orders and all events. */
    RINGBOOK_SHARD,
    /** Ringbook with admission, client order ids and the record's events. */
    RINGBOOK_ORDER_PATH,
    /** exchange-core's direct book. */
    EXCHANGE_CORE_DIRECT,
    /** exchange-core's naive book. */
    EXCHANGE_CORE_NAIVE,
    /** Parity's matcher. */
    PARITY;

    /** A new engine with an empty book, with room for all that a stream brings. */
    StreamPlayer start(RecordedStream recorded) {
        int orders = recorded.mostResting() + 1_000;
        int ids = recorded.stream().count();
        return switch (this) {
            case RINGBOOK -> new RingbookBook(1, orders);
            case RINGBOOK_SHARD -> new RingbookShard(1, orders, ids);
            case RINGBOOK_ORDER_PATH -> new RingbookOrderPath(orders, ids);
            case EXCHANGE_CORE_DIRECT -> ExchangeCoreBook.direct();
            case EXCHANGE_CORE_NAIVE -> ExchangeCoreBook.naive();
            case PARITY -> new ParityBook();
        };
    }

    /** {@code exchange-core-direct} for {@link #EXCHANGE_CORE_DIRECT}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The contender with a label, or null. */
    public static Contender of(String label) {
        for (Contender contender : values()) {
            if (contender.label().equals(label)) {
                return contender;
            }
        }
        return null;
    }
}
