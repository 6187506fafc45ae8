// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh;

import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.subject.RingbookBook;
import io.ringbook.bench.subject.RingbookOrderPath;
import io.ringbook.bench.subject.RingbookShard;

/** How much of Ringbook is measured; each has the one before in it. */
public enum Row {
    /** Order book and matching alone. */
    BOOK,
    /** The match stage whole: accounts, finished orders, all events. */
    SHARD,
    /** With admission, client order ids and the record's events. */
    ORDER_PATH;

    /**
     * A new engine with empty books.
     *
     * @param books with the order path one
     * @param orders live at the same time, at most
     * @param ids orders or client order ids in all, at most
     */
    StreamPlayer start(int books, int orders, int ids) {
        return switch (this) {
            case BOOK -> new RingbookBook(books, orders);
            case SHARD -> new RingbookShard(books, orders, ids);
            case ORDER_PATH -> new RingbookOrderPath(orders, ids);
        };
    }
}
