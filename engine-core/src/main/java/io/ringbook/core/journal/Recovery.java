// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

/**
 * What opening a journal found.
 *
 * @param recordCount records of commands handed over
 * @param lastSequence sequence that the journal goes on after, 0 if it is new
 * @param lastTimeNs sequenced time of that record, epoch ns
 * @param incarnation of the journal from now on
 * @param machineStopped whether the last writer was ended by the death of the machine
 * @param cut where and why a tail was cut now, as a sentence; null if none was
 */
public record Recovery(
        long recordCount,
        long lastSequence,
        long lastTimeNs,
        int incarnation,
        boolean machineStopped,
        String cut) {}
