// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.records;

import io.ringbook.core.order.OrderEvent;

/** Takes decoded records in order: the command, its events, the end. */
public interface RecordSink {
    /** A record begins. */
    default void onCommand(RecordedCommand recorded) {}

    /** One of its events. */
    default void onEvent(RecordedCommand recorded, OrderEvent event) {}

    /** All of its events have been handed over. */
    default void onEnd(RecordedCommand recorded) {}
}
