// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

final class FrameEncoderTest {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[8192]);

    @Test
    void writesTheHeaderAndZerosBehindThePayload() {
        // given
        buffer.setMemory(0, 256, (byte) 0x7F);

        // when
        int length = FrameEncoder.encode(buffer, 8, 21, (byte) 16, (byte) 3, -2L);

        // then
        assertThat(length).isEqualTo(40);
        assertThat(FrameDescriptor.length(buffer, 8)).isEqualTo(40);
        assertThat(FrameDescriptor.type(buffer, 8)).isEqualTo((byte) 16);
        assertThat(FrameDescriptor.flags(buffer, 8)).isEqualTo((byte) 3);
        assertThat(FrameDescriptor.schemaVersion(buffer, 8))
                .isEqualTo(FrameDescriptor.SCHEMA_VERSION);
        assertThat(FrameDescriptor.sequence(buffer, 8)).isEqualTo(-2L);
        assertThat(buffer.getByte(8 + 16 + 20)).isEqualTo((byte) 0x7F);
        assertThat(buffer.getByte(8 + 16 + 21)).isZero();
        assertThat(buffer.getByte(8 + 39)).isZero();
        assertThat(buffer.getByte(8 + 40)).isEqualTo((byte) 0x7F);
    }

    @Test
    void refusesAPayloadThatIsLongerThanAFrame() {
        // given
        int most = FrameDescriptor.MAX_LENGTH - FrameDescriptor.HEADER_LENGTH;

        // when, then
        assertThat(FrameEncoder.encode(buffer, 0, most, (byte) 1, (byte) 0, 0))
                .isEqualTo(FrameDescriptor.MAX_LENGTH);
        assertThatThrownBy(() -> FrameEncoder.encode(buffer, 0, most + 1, (byte) 1, (byte) 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not fit");
    }
}
