// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import java.util.Locale;

/**
 * What a process is asked for: to play the stream once, on a new engine.
 *
 * @param rate measured commands a second; 0 for as fast as it goes
 * @param count of the measured commands that are paced; the others come as fast as it goes
 * @param uncounted of these, the first that are not in the histogram
 * @param journal what its journal survives
 */
record Play(long rate, int count, int uncounted, Kept journal) {
    /** What a journal survives; the words are those of both processes. */
    enum Kept {
        /** There is none. */
        NONE,
        /** The death of the process; Ringbook only. */
        COMMIT,
        /** The death of the machine. */
        SYNC
    }

    static Play asFastAsItGoes(Kept journal) {
        return new Play(0, 0, 0, journal);
    }

    static Play of(String line) {
        String[] words = line.split(" ", -1);
        return new Play(
                Long.parseLong(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Kept.valueOf(words[3].toUpperCase(Locale.ROOT)));
    }

    /** The line that asks for it. */
    String line() {
        return rate + " " + count + " " + uncounted + " " + journal.name().toLowerCase(Locale.ROOT);
    }
}
