// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.drive;

/** How a step of a load ended. */
public enum StepEnd {
    /** Everything that was due was sent and answered. */
    DONE,

    /** What was under way in the end was not answered within the time for that. */
    UNANSWERED,

    /** The exchange had fallen so far behind that the rest was not worth its time. */
    OVERLOADED,

    /** Somebody wished it to stop. */
    STOPPED,

    /** A session was cut. */
    CUT
}
