// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.metrics;

import java.util.Locale;

/**
 * What is timed of a command on its way, in the order of the way. The times of a stage's work and
 * those of the waits before it follow each other without a gap.
 */
public enum StageTime {
    /** On the thread of the sockets. */
    DECODE_WAIT("from the read that brought it to its turn behind other frames"),

    /** On the thread of the sockets. */
    DECODE("verified, in sequence, made a command, given to ingest"),

    /** On the thread of the sockets. */
    INGEST("room, time, encoding; the wait for a free slot in the ring"),

    /** Absent where one thread does all. */
    VALIDATE_WAIT("in the ring, until validate takes it up"),

    /** Rules 6.1 to 6.5. */
    VALIDATE("rates, ids, names and fields are checked"),

    /** Absent where validate and match share a thread. */
    MATCH_WAIT("until match takes it up, after the end of validate's batch"),

    /** On the thread of its shard; on that of the first, if it concerns all. */
    MATCH("the book is changed, its events are written"),

    /** Absent where match and journal share a thread. */
    JOURNAL_WAIT("until journal takes it up, after the end of match's batch"),

    /** The record is in the journal's memory. */
    JOURNAL("sealed and appended; with the wait for room on the disk"),

    /** One for each batch, not one for each command. */
    FORCE("one forced write for a whole batch; durability sync only"),

    /**
     * What a forced write costs a command is in here, as is the end of match's or journal's batch.
     */
    PUBLISH_WAIT("until publish takes it up, after its batch is journaled"),

    /** They are ready for the sockets then. */
    PUBLISH("its answers are written into the streams of their sessions"),

    /** The only one that every command has. */
    WHOLE("from the read that brought it until its batch is published");

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String description;

    StageTime(String description) {
        this.description = description;
    }

    /** Its name: the tag in interval logs. */
    public String text() {
        return text;
    }

    /** From when to when, for a person. */
    public String description() {
        return description;
    }

    /** True if only commands that are timed stage by stage have it. */
    public boolean isSampled() {
        return this != WHOLE && this != FORCE;
    }

    /** True if a thread is busy all that time. */
    public boolean isWork() {
        return this != WHOLE && !text.endsWith("-wait");
    }
}
