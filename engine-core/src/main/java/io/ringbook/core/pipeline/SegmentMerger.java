// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.OrderReportDescriptor;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.record.RecordBuffer;
import org.agrona.DirectBuffer;

/**
 * Brings the segments of several shards into one record: order events by order id, which is their
 * entry order, phase changes by instrument, the summary last. With one shard there is nothing to
 * do. Stateless but for the slot; runs in the journal stage.
 */
final class SegmentMerger {
    private SegmentMerger() {}

    static void merge(Slot slot) {
        if (!slot.segmented) {
            return;
        }
        RecordBuffer[] segments = slot.segments;
        int[] positions = new int[segments.length];
        int least = leastSegment(segments, positions);
        while (least >= 0) {
            DirectBuffer from = segments[least].buffer();
            int at = positions[least];
            int length =
                    from.getShort(at + OrderReportDescriptor.LENGTH_BYTES_OFFSET, LITTLE_ENDIAN)
                            & 0xffff;
            int to = slot.record.append(length);
            slot.record.buffer().putBytes(to, from, at, length);
            slot.record.countEvent();
            positions[least] += length;
            least = leastSegment(segments, positions);
        }
    }

    private static int leastSegment(RecordBuffer[] segments, int[] positions) {
        int least = -1;
        long leastKey = 0;
        for (int i = 0; i < segments.length; i++) {
            if (positions[i] < segments[i].length()) {
                long key = key(segments[i].buffer(), positions[i]);
                if (least < 0 || key < leastKey) {
                    least = i;
                    leastKey = key;
                }
            }
        }
        return least;
    }

    private static long key(DirectBuffer from, int at) {
        byte kind = from.getByte(at + OrderReportDescriptor.KIND_OFFSET);
        if (kind == EventKind.MASS_CANCELED.code()) {
            return Long.MAX_VALUE;
        }
        if (kind == EventKind.PHASE_CHANGED.code()) {
            return from.getInt(at + OrderReportDescriptor.INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
        }
        return from.getLong(at + OrderReportDescriptor.ORDER_ID_OFFSET, LITTLE_ENDIAN);
    }
}
