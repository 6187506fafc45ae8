// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.subject;

import io.ringbook.bench.flow.EngineRig;
import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.TradeTally;
import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.order.Command;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.threads.ThreadPlan;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * The whole pipeline, from {@code Ingest.submit} to the record published, for streams of one book
 * whose orders belong to many accounts. One thread submits; what is published is taken on the
 * thread that publishes.
 */
public final class RingbookPipeline implements AutoCloseable {
    private final int accounts;
    private final EngineRig rig;
    private final RecordTally tally;
    private final Command command = new Command();

    /** Told of each command of the stream when its record is published. */
    @FunctionalInterface
    public interface Published {
        /** The command with this index is journaled and published. */
        void onPublished(long index);
    }

    /**
     * Starts one.
     *
     * @param accounts how many the orders belong to
     * @param expectedOrders live orders for which nothing grows
     * @param expectedIds client order ids for which nothing grows
     */
    public RingbookPipeline(
            ThreadLayout layout,
            ThreadPlan threads,
            JournalOptions journal,
            int accounts,
            int expectedOrders,
            int expectedIds,
            Published published) {
        this.accounts = accounts;
        long sequenceBefore = accounts + 2L;
        tally = new RecordTally(sequenceBefore);
        rig =
                new EngineRig(
                        layout,
                        threads,
                        journal,
                        expectedOrders,
                        expectedIds,
                        (buffer, offset, length) -> take(buffer, offset, sequenceBefore, published),
                        this::define);
    }

    private void define(Ingest ingest) {
        ingest.add(StreamMarket.instrument(NamedOrders.INSTRUMENT), 0);
        for (int account = 1; account <= accounts; account++) {
            ingest.add(StreamMarket.account(account), 0);
        }
        ingest.add(StreamMarket.session(), 0);
    }

    /** The account, from 1, that an order of a stream belongs to; its commands come from there. */
    public static int account(CommandStream stream, int index, int accounts) {
        int order = stream.target(index) == 0 ? stream.id(index) : stream.target(index);
        return 1 + order % accounts;
    }

    /** Submits a command of a stream. */
    public void submit(CommandStream stream, int index) {
        NamedOrders.load(stream, index, account(stream, index, accounts), command);
        rig.submit(command);
    }

    /** Waits until all is published. */
    public void awaitPublished() {
        rig.awaitPublished();
    }

    /** What was published; read when all is. */
    public TradeTally.Totals totals() {
        return tally.totals();
    }

    @Override
    public void close() {
        rig.close();
    }

    private void take(DirectBuffer buffer, int offset, long sequenceBefore, Published published) {
        long index =
                buffer.getLong(
                                offset + RecordHeaderDescriptor.SEQUENCE_OFFSET,
                                ByteOrder.LITTLE_ENDIAN)
                        - sequenceBefore
                        - 1;
        if (index >= 0) {
            tally.take(buffer, offset);
            published.onPublished(index);
        }
    }
}
