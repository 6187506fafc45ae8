// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.threads.WaitMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared does the same work. */
class MachineBenchesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 4_096})
    void everyWayToChecksumARecordComesToTheSame(int length) {
        // given
        ChecksumBench bench = new ChecksumBench();
        bench.length = length;
        bench.fill();

        // then
        assertThat(bench.crc32cTable()).isEqualTo(bench.crc32cArray());
        assertThat(bench.crc32cDirect()).isEqualTo(bench.crc32cArray());
        assertThat(bench.crc32cDirect()).isEqualTo(bench.crc32cArray());
        assertThat(bench.xxh3()).isEqualTo(bench.xxh3()).isNotZero();
    }

    @Test
    void nativeCodeAndJavaGiveTheSame() throws Throwable {
        // given
        DowncallBench bench = new DowncallBench();
        bench.fill();

        // then: the number that is made positive goes down by one from -1
        assertThat(bench.labsPlain()).isEqualTo(2);
        assertThat(bench.labsCritical()).isEqualTo(3);
        assertThat(bench.absJava()).isEqualTo(4);
        assertThat(bench.memcmpPlain()).isZero();
        assertThat(bench.memcmpHeap()).isZero();
        assertThat(bench.mismatchJava()).isEqualTo(-1);
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(HandOffBench.Barrier.class)
    void everyEventIsHandedOverInEachWayOfWaiting(HandOffBench.Barrier barrier) throws Exception {
        for (WaitMode wait : WaitMode.values()) {
            // given
            HandOffBench bench = new HandOffBench();
            bench.barrier = barrier;
            bench.wait = wait;
            bench.start();

            // when
            long first = bench.thereAndBack();
            long last = bench.burst();

            // then
            assertThat(first).isZero();
            assertThat(last).isEqualTo(1_024);
            bench.stop();
        }
    }
}
