// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

/** A journal that cannot be used or gone on with. The message is a sentence for an operator. */
public final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        /** Another process, or another part of this one, has the directory open. */
        IN_USE,
        /** The directory or a file in it cannot be created or written. */
        NOT_WRITABLE,
        /** There is no journal in the directory. */
        NOT_FOUND,
        /** Written by a newer build, in a format that this one does not know. */
        NEWER_FORMAT,
        /** A record was made under another version of the matching rules. */
        OTHER_RULES,
        /** The last record was not finished when its writer died; the start cuts it. */
        TORN_TAIL,
        /** Bytes are not what was written: checksum, framing, chain or sequence. */
        DAMAGED,
        /** The disk has no room; nothing was written. */
        NO_ROOM,
        /** The caller broke the contract of the journal, such as a sequence out of turn. */
        BROKEN_CONTRACT,
        /** The operating system failed a read or a write. */
        IO_FAILED
    }

    private final Kind kind;
    private final transient JournalPosition position;

    JournalException(Kind kind, String sentence) {
        this(kind, sentence, null, null);
    }

    JournalException(Kind kind, String sentence, Throwable cause) {
        this(kind, sentence, null, cause);
    }

    JournalException(Kind kind, String sentence, JournalPosition position) {
        this(kind, sentence + " (" + position + ").", position, null);
    }

    private JournalException(
            Kind kind, String sentence, JournalPosition position, Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
        this.position = position;
    }

    public Kind kind() {
        return kind;
    }

    /** Where in the journal, or null if it is not about a place in it. */
    public JournalPosition position() {
        return position;
    }
}
