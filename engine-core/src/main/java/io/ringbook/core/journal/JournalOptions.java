// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

/**
 * How a journal is written.
 *
 * @param durability what a committed record survives
 * @param allocationStep bytes of the disk that are allocated at a time
 * @param roomAhead bytes kept allocated beyond what is written, if the disk gives them
 * @param touchAhead bytes of memory pages kept ready beyond what is written; 0 for none
 * @param helperThread whether a thread of the journal allocates and touches ahead; without one the
 *     appending thread allocates when it must, and nothing is touched ahead
 */
public record JournalOptions(
        Durability durability,
        long allocationStep,
        long roomAhead,
        long touchAhead,
        boolean helperThread) {
    private static final long MIB = 1L << 20;

    public JournalOptions {
        if (allocationStep < 4096 || roomAhead < 0 || touchAhead < 0) {
            throw new IllegalArgumentException(
                    "allocationStep is at least 4096 bytes, roomAhead and touchAhead at least 0");
        }
    }

    /** 64 MiB steps and room, 8 MiB of pages, with the helper thread. */
    public static JournalOptions of(Durability durability) {
        return new JournalOptions(durability, 64 * MIB, 64 * MIB, 8 * MIB, true);
    }

    public JournalOptions withAllocation(long step, long ahead) {
        return new JournalOptions(durability, step, ahead, touchAhead, helperThread);
    }

    public JournalOptions withTouchAhead(long bytes) {
        return new JournalOptions(durability, allocationStep, roomAhead, bytes, helperThread);
    }

    public JournalOptions withoutHelperThread() {
        return new JournalOptions(durability, allocationStep, roomAhead, touchAhead, false);
    }
}
