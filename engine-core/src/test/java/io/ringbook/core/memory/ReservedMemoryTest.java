// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.agrona.UnsafeApi;
import org.junit.jupiter.api.Test;

final class ReservedMemoryTest {
    private static final long GIB = 1L << 30;
    private static final long HUGE_PAGE = 2L << 20;

    @Test
    void whatWasNeverWrittenReadsAsZeroAndWhatWasStays() {
        // given
        ReservedMemory memory = ReservedMemory.reserve(4 * GIB);
        long last = memory.address() + memory.lengthBytes() - Long.BYTES;

        // when
        UnsafeApi.putLong(memory.address(), 42);
        UnsafeApi.putLong(last, 43);

        // then
        assertThat(memory.address() % HUGE_PAGE).isZero();
        assertThat(UnsafeApi.getLong(memory.address())).isEqualTo(42);
        assertThat(UnsafeApi.getLong(last)).isEqualTo(43);
        assertThat(UnsafeApi.getLong(memory.address() + 2 * GIB)).isZero();
    }

    @Test
    void touchingChangesNothingAndGoesNoFurtherThanTheEnd() {
        // given
        ReservedMemory memory = ReservedMemory.reserve(3 * HUGE_PAGE);
        UnsafeApi.putLong(memory.address() + HUGE_PAGE, 7);

        // when
        memory.touch(GIB);

        // then
        assertThat(UnsafeApi.getLong(memory.address() + HUGE_PAGE)).isEqualTo(7);
        assertThat(UnsafeApi.getLong(memory.address() + 2 * HUGE_PAGE)).isZero();
    }

    @Test
    void aRangeThatNoSystemHasIsRefusedWithWhatToLookAt() {
        // given
        long tooMuch = 1L << 60;

        // when, then
        assertThatThrownBy(() -> ReservedMemory.reserve(tooMuch))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessageContaining("ulimit -v");
    }
}
