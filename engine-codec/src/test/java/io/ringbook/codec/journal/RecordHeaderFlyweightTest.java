// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.flatbuffers.FlatBufferBuilder;
import io.ringbook.codec.fbs.journal.RecordHeader;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class RecordHeaderFlyweightTest {
    private final RecordHeaderFlyweight header = new RecordHeaderFlyweight();

    @Test
    void readsEachFieldThatTheGeneratedBuilderWrote() {
        // given
        FlatBufferBuilder builder = new FlatBufferBuilder(64);
        int struct =
                RecordHeader.createRecordHeader(
                        builder,
                        4096,
                        32,
                        7,
                        0xFFFE,
                        11,
                        22,
                        33,
                        44,
                        104,
                        3,
                        0xFFFF,
                        0,
                        0xCAFEBABEL,
                        0);
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[72]);
        builder.finish(struct);
        ByteBuffer bytes = builder.dataBuffer();
        buffer.putBytes(8, bytes, bytes.capacity() - struct, RecordHeaderDescriptor.LENGTH);

        // when
        header.wrap(buffer, 8);

        // then
        assertThat(header.lengthBytes()).isEqualTo(4096);
        assertThat(header.kind()).isEqualTo(RecordHeaderDescriptor.KIND_CUT);
        assertThat(header.flags()).isEqualTo((byte) 7);
        assertThat(header.schemaVersion()).isEqualTo(0xFFFE);
        assertThat(header.sequence()).isEqualTo(11);
        assertThat(header.timeNs()).isEqualTo(22);
        assertThat(header.forcedWatermark()).isEqualTo(33);
        assertThat(header.chainHash()).isEqualTo(44);
        assertThat(header.commandLengthBytes()).isEqualTo(104);
        assertThat(header.eventCount()).isEqualTo(3);
        assertThat(header.rulesVersion()).isEqualTo(0xFFFF);
        assertThat(header.crc32c()).isEqualTo(0xCAFEBABE);
    }

    @Test
    void refusesAHeaderThatDoesNotFitIntoItsBuffer() {
        // given
        UnsafeBuffer buffer = new UnsafeBuffer(new byte[RecordHeaderDescriptor.LENGTH]);

        // when, then
        assertThatThrownBy(() -> header.wrap(buffer, 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
