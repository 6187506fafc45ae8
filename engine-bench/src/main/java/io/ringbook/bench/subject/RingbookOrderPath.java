// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.subject;

import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.stream.TradeTally;
import io.ringbook.core.match.MatchShard;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.EventListener;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.record.EventEncoder;
import io.ringbook.core.record.RecordBuffer;
import io.ringbook.core.record.RecordBufferPool;
import io.ringbook.core.validate.Admission;
import io.ringbook.core.validate.Validator;

/**
 * The <i>order path</i> row: admission with the client order id remembered for the day, look-up of
 * targets by client order id, matching, and the events' bytes in the record. Without ring, decoding
 * of the command, journal and wire. One thread.
 */
public final class RingbookOrderPath implements StreamPlayer, EventListener {
    private static final int RECORD_CAPACITY = 4_096;

    private final Validator validator;
    private final MatchShard shard;
    private final Command command = new Command();
    private final Admission admission = new Admission();
    private final RecordBuffer record = new RecordBuffer(new RecordBufferPool(), RECORD_CAPACITY);
    private final EventEncoder encoder = new EventEncoder();
    private TradeTally tally;

    /**
     * Makes an engine with one book.
     *
     * @param expectedOrders live orders for which nothing grows
     * @param expectedIds client order ids for which nothing grows
     */
    public RingbookOrderPath(int expectedOrders, int expectedIds) {
        validator = new Validator(expectedIds);
        shard = new MatchShard(0, 1, expectedOrders, expectedIds, StreamMarket.MAX_EVENTS);
        validator.add(StreamMarket.instrument(NamedOrders.INSTRUMENT));
        validator.add(StreamMarket.account());
        validator.add(StreamMarket.session());
        shard.add(StreamMarket.instrument(NamedOrders.INSTRUMENT));
        shard.add(StreamMarket.account());
        shard.add(StreamMarket.session());
    }

    @Override
    public void play(CommandStream stream, int from, int to, TradeTally toTally) {
        tally = toTally;
        for (int i = from; i < to; i++) {
            NamedOrders.load(stream, i, StreamMarket.ACCOUNT, command);
            record.reset();
            encoder.on(record);
            validator.validate(command, admission);
            shard.match(command, admission, this);
        }
    }

    @Override
    public void onEvent(OrderEvent event) {
        encoder.onEvent(event);
        RingbookShard.count(event, tally);
    }
}
