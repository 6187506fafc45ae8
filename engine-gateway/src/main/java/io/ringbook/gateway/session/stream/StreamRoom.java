// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import io.ringbook.codec.orderentry.ChainReportEncoder;
import io.ringbook.codec.orderentry.ExecutionReportEncoder;
import io.ringbook.gateway.orderentry.ReportEncoder;

/**
 * How much all commands under way can add to the outbound logs at the most. The reasoning is that
 * of the journal (ADR 0009): a command has a few events of its own; beyond that every event ends a
 * resting order or fills it, which makes two events for each order that rests or may come to rest.
 * An answer may go to a second session, and each session may have to begin a chunk.
 */
final class StreamRoom {
    private static final int OWN_FRAMES = 8 + 1;
    private static final int FRAMES_OF_RESTING_ORDER = 2;
    private static final int RESTING_FRAME_LENGTH =
            Math.max(ChainReportEncoder.FRAME_LENGTH, ExecutionReportEncoder.FRAME_LENGTH);
    private static final long BYTES_OF_COMMAND =
            OWN_FRAMES * (long) ReportEncoder.MAX_FRAME_LENGTH
                    + FRAMES_OF_RESTING_ORDER * (long) RESTING_FRAME_LENGTH;
    private static final long BYTES_OF_RESTING_ORDER =
            FRAMES_OF_RESTING_ORDER * (long) RESTING_FRAME_LENGTH;

    /** Share of a chunk that may stay empty at its end, where no frame fits any more. */
    private static final int WASTE =
            ChunkStore.MIN_CHUNK_LENGTH / ReportEncoder.MAX_FRAME_LENGTH - 1;

    private StreamRoom() {}

    /**
     * Bytes that have to be ready.
     *
     * @param commands sequenced or about to be, and not published
     * @param restingOrders open after the last published command
     * @param sessions that may be told of something
     */
    static long bytes(long commands, long restingOrders, int sessions) {
        long frames = commands * BYTES_OF_COMMAND + restingOrders * BYTES_OF_RESTING_ORDER;
        return frames + frames / WASTE + (long) sessions * ChunkStore.MIN_CHUNK_LENGTH;
    }
}
