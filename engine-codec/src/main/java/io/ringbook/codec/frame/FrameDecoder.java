// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.frame;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Cuts frames from bytes that arrive in any pieces: one byte at a time and a hundred frames at once
 * give the same frames and the same fault. A frame that lies whole in the source is handed on in
 * place; only one that was torn is put together in a buffer of its own.
 *
 * <p>After a fault nothing is taken any more, because where the next frame begins is unknown. Holds
 * at most one frame, whatever length is claimed. One thread, the connection's.
 */
public final class FrameDecoder {
    private final UnsafeBuffer torn = new UnsafeBuffer(new byte[FrameDescriptor.MAX_LENGTH]);
    private int tornLength;
    private long deliveredBytes;
    private FrameFault fault = FrameFault.NONE;

    /**
     * Takes bytes and hands on each frame that they complete.
     *
     * @return how many bytes were taken: all, unless the handler stopped or a fault was found
     */
    public int decode(DirectBuffer source, int offset, int length, FrameHandler handler) {
        source.boundsCheck(offset, length);
        int end = offset + length;
        int position = offset;
        if (fault != FrameFault.NONE) {
            return 0;
        }
        if (tornLength > 0) {
            position = fillTorn(source, position, end);
            if (fault != FrameFault.NONE || !isTornWhole()) {
                return position - offset;
            }
            if (!deliverTorn(handler)) {
                return position - offset;
            }
        }
        return cut(source, position, end, handler) - offset;
    }

    /** The fault that ended the stream, or {@link FrameFault#NONE}. */
    public FrameFault fault() {
        return fault;
    }

    /** Bytes of all frames handed on since {@link #reset}: where a fault's frame begins. */
    public long deliveredBytes() {
        return deliveredBytes;
    }

    /** Bytes held of a frame that is not whole yet. */
    public int tornLength() {
        return tornLength;
    }

    /** Makes it ready for a new stream. */
    public void reset() {
        tornLength = 0;
        deliveredBytes = 0;
        fault = FrameFault.NONE;
    }

    private int fillTorn(DirectBuffer source, int from, int end) {
        int position = from;
        if (tornLength < Integer.BYTES) {
            position = append(source, position, end, Integer.BYTES);
            if (tornLength < Integer.BYTES) {
                return position;
            }
        }
        int frameLength = FrameDescriptor.length(torn, 0);
        fault = FrameFault.ofLength(frameLength);
        return fault == FrameFault.NONE ? append(source, position, end, frameLength) : position;
    }

    private int append(DirectBuffer source, int position, int end, int wantedLength) {
        int count = Math.min(wantedLength - tornLength, end - position);
        torn.putBytes(tornLength, source, position, count);
        tornLength += count;
        return position + count;
    }

    private boolean isTornWhole() {
        return tornLength >= Integer.BYTES && tornLength == FrameDescriptor.length(torn, 0);
    }

    private boolean deliverTorn(FrameHandler handler) {
        int frameLength = tornLength;
        tornLength = 0;
        deliveredBytes += frameLength;
        return handler.onFrame(torn, 0, frameLength);
    }

    private int cut(DirectBuffer source, int from, int end, FrameHandler handler) {
        int position = from;
        while (end - position >= Integer.BYTES) {
            int frameLength = FrameDescriptor.length(source, position);
            fault = FrameFault.ofLength(frameLength);
            if (fault != FrameFault.NONE) {
                return position;
            }
            if (end - position < frameLength) {
                break;
            }
            int frame = position;
            position += frameLength;
            deliveredBytes += frameLength;
            if (!handler.onFrame(source, frame, frameLength)) {
                return position;
            }
        }
        torn.putBytes(0, source, position, end - position);
        tornLength = end - position;
        return end;
    }
}
