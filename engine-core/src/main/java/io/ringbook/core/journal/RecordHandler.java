// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import org.agrona.DirectBuffer;

/** Takes the records of a journal in order. */
@FunctionalInterface
public interface RecordHandler {

    /**
     * A record of a command, header first, verified. The buffer is valid during the call only.
     *
     * @param length bytes of the whole record
     */
    void onRecord(DirectBuffer buffer, int offset, int length);

    /** A record of a cut ({@link CutRecord}); it does not consume a sequence. */
    default void onCut(DirectBuffer buffer, int offset, int length) {}
}
