// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.outbound;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A command that has no answer yet: its frame, ready to be sent once it has a sequence. Made by the
 * sender, then the client's thread's alone; once answered it may take another command.
 */
public final class PendingCommand {
    private static final long NEVER_SENT = 0;

    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[CommandFrames.MAX_LENGTH]);
    private int length;
    private long ticket;
    private long sequence = NEVER_SENT;

    PendingCommand() {}

    /** A frame was written from the beginning of {@link #frame}. */
    void begin(long ticket, int length) {
        this.ticket = ticket;
        this.length = length;
        this.sequence = NEVER_SENT;
    }

    MutableDirectBuffer frame() {
        return frame;
    }

    long ticket() {
        return ticket;
    }

    /** Client sequence under which it was sent last; 0 if it never was. */
    long sequence() {
        return sequence;
    }

    int length() {
        return length;
    }

    /** Copies the frame under a sequence; one that was sent before is marked as possibly sent. */
    void put(MutableDirectBuffer target, int offset, long sequence) {
        if (this.sequence != NEVER_SENT) {
            byte flags = FrameDescriptor.flags(frame, 0);
            frame.putByte(
                    FrameDescriptor.FLAGS_OFFSET,
                    (byte) (flags | FrameDescriptor.POSS_RESEND_FLAG));
        }
        this.sequence = sequence;
        frame.putLong(FrameDescriptor.SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
        target.putBytes(offset, frame, 0, length);
    }

    /** The server said that it did not take it: as if it had never been sent. */
    void takeBack() {
        sequence = NEVER_SENT;
    }
}
