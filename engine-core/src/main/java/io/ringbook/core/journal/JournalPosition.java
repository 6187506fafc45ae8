// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

/**
 * Where something stands in a journal.
 *
 * @param roll number of the roll file, from 1
 * @param file its path below the journal's directory
 * @param record number of the record in the file, from 1
 * @param position byte in the file where the record's excerpt starts
 */
public record JournalPosition(int roll, String file, long record, long position) {

    @Override
    public String toString() {
        return "roll file " + file + ", record " + record + " at byte " + position;
    }
}
