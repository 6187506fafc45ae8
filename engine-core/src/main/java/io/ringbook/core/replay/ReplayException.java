// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.replay;

/** A record cannot be replayed to what was recorded. The message is a sentence for an operator. */
public final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long sequence;

    ReplayException(long sequence, String what) {
        this(sequence, what, null);
    }

    ReplayException(long sequence, String what, Throwable cause) {
        super("The command with sequence " + sequence + " " + what + ".", cause);
        this.sequence = sequence;
    }

    /** Sequence of the command at which replay stopped. */
    public long sequence() {
        return sequence;
    }
}
