// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

/**
 * Why a scan of records ended before the end of its file.
 *
 * @param kind TORN_TAIL, DAMAGED, NEWER_FORMAT or OTHER_RULES
 * @param sentence what was found, without its place and without a full stop
 * @param position where; null if it is not about a place
 */
record ScanFault(JournalException.Kind kind, String sentence, JournalPosition position) {

    JournalException exception() {
        return position == null
                ? new JournalException(kind, sentence + ".")
                : new JournalException(kind, sentence, position);
    }
}
