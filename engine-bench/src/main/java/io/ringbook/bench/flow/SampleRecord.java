// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.flow;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.NewOrderDescriptor;
import io.ringbook.codec.journal.OrderReportDescriptor;
import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.record.CommandEncoder;
import io.ringbook.core.record.RecordBuffer;
import io.ringbook.core.record.RecordBufferPool;
import java.util.SplittableRandom;
import org.agrona.MutableDirectBuffer;

/**
 * A record as a resting order makes it: header, new order, one report, 256 bytes. For a journal,
 * which reads no more than the header; the report's bytes are random.
 */
public final class SampleRecord {
    private final RecordBuffer record = new RecordBuffer(new RecordBufferPool(), 1_024);

    /** Makes a record without a sequence. */
    public SampleRecord() {
        Command command = new Command();
        command.kind = CommandKind.NEW_ORDER;
        command.timeNs = OrderFlow.START_NS;
        CommandEncoder.encode(command, null, null, record);
        byte[] report = new byte[OrderReportDescriptor.LENGTH];
        new SplittableRandom(20261122).nextBytes(report);
        record.buffer().putBytes(record.append(report.length), report);
        MutableDirectBuffer buffer = record.buffer();
        buffer.putInt(RecordHeaderDescriptor.LENGTH_BYTES_OFFSET, record.length(), LITTLE_ENDIAN);
        buffer.putInt(
                RecordHeaderDescriptor.COMMAND_LENGTH_BYTES_OFFSET,
                NewOrderDescriptor.LENGTH,
                LITTLE_ENDIAN);
        buffer.putInt(RecordHeaderDescriptor.EVENT_COUNT_OFFSET, 1, LITTLE_ENDIAN);
    }

    /** Gives it a sequence and time. */
    public void sequenced(long sequence) {
        MutableDirectBuffer buffer = record.buffer();
        buffer.putLong(RecordHeaderDescriptor.SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
        buffer.putLong(
                RecordHeaderDescriptor.TIME_NS_OFFSET,
                OrderFlow.START_NS + sequence,
                LITTLE_ENDIAN);
    }

    /** Its bytes, from 0. */
    public MutableDirectBuffer buffer() {
        return record.buffer();
    }

    /** How many. */
    public int length() {
        return record.length();
    }
}
