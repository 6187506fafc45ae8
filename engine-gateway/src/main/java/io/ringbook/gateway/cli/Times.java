// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Epoch nanoseconds as people write them. */
final class Times {
    private static final long SECOND_NS = 1_000_000_000L;

    private Times() {}

    /** ISO-8601 in UTC. */
    static String text(long timeNs) {
        return Instant.ofEpochSecond(
                        Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS))
                .toString();
    }

    /**
     * Epoch nanoseconds of an ISO-8601 time with its zone.
     *
     * @throws DateTimeException if it is none
     * @throws ArithmeticException if it is too far away for nanoseconds
     */
    static long parse(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), SECOND_NS), instant.getNano());
    }
}
