// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is compared does the same work. */
class WireBenchesTest {
    @Test
    void everyWayToDecodeATickReadsTheSameNumbers() throws Exception {
        // when
        Map<String, List<Double>> read = new TreeMap<>();
        read.put("decoder", ticks(TickDecodeBench::decoder));
        read.put("decoderOfBuffer", ticks(TickDecodeBench::decoderOfBuffer));
        read.put("varHandle", ticks(TickDecodeBench::varHandle));
        read.put("agronaBuffer", ticks(TickDecodeBench::agronaBuffer));
        read.put("memorySegment", ticks(TickDecodeBench::memorySegment));
        read.put("protobuf", ticks(TickDecodeBench::protobuf));
        List<Double> expected = ticks(TickDecodeBench::generatedAccessor);

        // then
        assertThat(expected).doesNotHaveDuplicates();
        assertThat(read).allSatisfy((way, numbers) -> assertThat(numbers).isEqualTo(expected));
    }

    @Test
    void everyWayToDecodeAnOrderReadsTheSameNumbers() throws Exception {
        // when
        Map<String, List<Long>> read = new TreeMap<>();
        read.put("decoder", orders(OrderDecodeBench::decoder));
        read.put("agronaBuffer", orders(OrderDecodeBench::agronaBuffer));
        read.put("varHandle", orders(OrderDecodeBench::varHandle));
        read.put("memorySegment", orders(OrderDecodeBench::memorySegment));
        read.put("protobuf", orders(OrderDecodeBench::protobuf));
        List<Long> expected = orders(OrderDecodeBench::generatedAccessor);

        // then
        assertThat(expected).doesNotHaveDuplicates();
        assertThat(read).allSatisfy((way, numbers) -> assertThat(numbers).isEqualTo(expected));
    }

    @Test
    void everyMessageToVerifyIsGood() {
        // given
        VerifyBench bench = new VerifyBench();
        bench.encode();

        // then
        assertThat(
                        List.of(
                                bench.newOrder(),
                                bench.replaceOrder(),
                                bench.cancelOrder(),
                                bench.tick(),
                                bench.tickByDescription()))
                .containsOnly(Verdict.OK);
    }

    @Test
    void whatIsEncodedHasTheLengthsOfItsMessages() {
        // given
        EncodeBench bench = new EncodeBench();
        bench.set();

        // then
        assertThat(bench.newOrderFlatBuffers()).isGreaterThan(104);
        assertThat(bench.newOrderProtobuf().length).isBetween(30, 80);
        assertThat(bench.acceptedFrame()).isPositive().isLessThan(bench.executedFrame());
        assertThat(bench.journalRecord()).isEqualTo(256);
        assertThat(OrderMessages.FRAME_LENGTH).isEqualTo(136);
    }

    private static List<Double> ticks(Way<TickDecodeBench, Double> way) throws Exception {
        TickDecodeBench bench = new TickDecodeBench();
        bench.encode();
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < TickDecodeBench.COUNT; i++) {
            numbers.add(way.read(bench));
        }
        return numbers;
    }

    private static List<Long> orders(Way<OrderDecodeBench, Long> way) throws Exception {
        OrderDecodeBench bench = new OrderDecodeBench();
        bench.encode();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < OrderDecodeBench.COUNT; i++) {
            numbers.add(way.read(bench));
        }
        return numbers;
    }

    /** A method of a bench. */
    @FunctionalInterface
    private interface Way<B, R> {
        R read(B bench) throws Exception;
    }
}
