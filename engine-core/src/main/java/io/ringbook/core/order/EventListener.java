// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/** Takes the events of a command, in the order in which they happened. */
@FunctionalInterface
public interface EventListener {
    /**
     * One event.
     *
     * @param event valid during this call only
     */
    void onEvent(OrderEvent event);
}
