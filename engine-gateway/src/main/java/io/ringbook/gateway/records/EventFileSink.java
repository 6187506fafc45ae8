// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.records;

import io.ringbook.core.order.OrderEvent;
import io.ringbook.gateway.csv.EventCsvWriter;

/** Writes every event of every record into an event file. */
public final class EventFileSink implements RecordSink {
    private final EventCsvWriter writer;

    /**
     * @param writer its names are those of the feed
     */
    public EventFileSink(EventCsvWriter writer) {
        this.writer = writer;
    }

    @Override
    public void onEvent(RecordedCommand recorded, OrderEvent event) {
        writer.event(
                recorded.command.sequence,
                recorded.command.timeNs,
                event,
                recorded.symbol,
                recorded.account);
    }
}
