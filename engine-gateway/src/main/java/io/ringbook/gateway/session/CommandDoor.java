// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import io.ringbook.core.order.Command;

/** The way into the engine. */
@FunctionalInterface
public interface CommandDoor {
    /** Returned when nothing was sequenced. */
    long NOT_SEQUENCED = 0;

    /**
     * Sequences a command, which is read during the call only.
     *
     * @return its sequence, or {@link #NOT_SEQUENCED} when the journal has no room
     */
    long submit(Command command);

    /**
     * A frame is taken up; the command submitted next, if any before {@link #frameEnds}, is made of
     * it.
     *
     * @param receivedNs when it was read, monotonic
     */
    default void frameBegins(long receivedNs) {}

    /** The frame is done with. */
    default void frameEnds() {}
}
