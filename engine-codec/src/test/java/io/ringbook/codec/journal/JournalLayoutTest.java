// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.flatbuffers.Struct;
import io.ringbook.codec.StructProbe;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Descriptors against the accessors that flatc made of {@code schemas/journal.fbs}. */
final class JournalLayoutTest {
    private static final long SEED = 0x5EED;

    static Stream<Arguments> structs() {
        return Stream.of(
                Arguments.of(
                        RecordHeaderDescriptor.class,
                        io.ringbook.codec.fbs.journal.RecordHeader.class),
                Arguments.of(
                        NewOrderDescriptor.class, io.ringbook.codec.fbs.journal.NewOrder.class),
                Arguments.of(
                        CancelOrderDescriptor.class,
                        io.ringbook.codec.fbs.journal.CancelOrder.class),
                Arguments.of(
                        ReplaceOrderDescriptor.class,
                        io.ringbook.codec.fbs.journal.ReplaceOrder.class),
                Arguments.of(
                        ReduceOrderDescriptor.class,
                        io.ringbook.codec.fbs.journal.ReduceOrder.class),
                Arguments.of(
                        MassCancelDescriptor.class, io.ringbook.codec.fbs.journal.MassCancel.class),
                Arguments.of(
                        MarketTickDescriptor.class, io.ringbook.codec.fbs.journal.MarketTick.class),
                Arguments.of(
                        PhaseChangeDescriptor.class,
                        io.ringbook.codec.fbs.journal.PhaseChange.class),
                Arguments.of(
                        EndOfDayDescriptor.class, io.ringbook.codec.fbs.journal.EndOfDay.class),
                Arguments.of(TimeDescriptor.class, io.ringbook.codec.fbs.journal.Time.class),
                Arguments.of(
                        ContinueDescriptor.class, io.ringbook.codec.fbs.journal.Continue.class),
                Arguments.of(LoginDescriptor.class, io.ringbook.codec.fbs.journal.Login.class),
                Arguments.of(LogoffDescriptor.class, io.ringbook.codec.fbs.journal.Logoff.class),
                Arguments.of(
                        DisconnectDescriptor.class, io.ringbook.codec.fbs.journal.Disconnect.class),
                Arguments.of(
                        AddInstrumentDescriptor.class,
                        io.ringbook.codec.fbs.journal.AddInstrument.class),
                Arguments.of(
                        AddAccountDescriptor.class, io.ringbook.codec.fbs.journal.AddAccount.class),
                Arguments.of(
                        AddSessionDescriptor.class, io.ringbook.codec.fbs.journal.AddSession.class),
                Arguments.of(
                        CarryOverDescriptor.class, io.ringbook.codec.fbs.journal.CarryOver.class),
                Arguments.of(CutDescriptor.class, io.ringbook.codec.fbs.journal.Cut.class),
                Arguments.of(
                        OrderReportDescriptor.class,
                        io.ringbook.codec.fbs.journal.OrderReport.class),
                Arguments.of(
                        ChainReportDescriptor.class,
                        io.ringbook.codec.fbs.journal.ChainReport.class),
                Arguments.of(
                        ExecutionReportDescriptor.class,
                        io.ringbook.codec.fbs.journal.ExecutionReport.class));
    }

    @ParameterizedTest
    @MethodSource("structs")
    void descriptorAndSchemaGiveEachFieldTheSamePlace(
            Class<?> descriptor, Class<? extends Struct> struct) throws Exception {
        // given
        int length = descriptor.getField("LENGTH").getInt(null);
        StructProbe probe = new StructProbe(struct, length, SEED);

        // when, then
        probe.assertSameOffsets(
                descriptor, OrderReportDescriptor.class, ClientOrderIdDescriptor.class);
        assertThat(StructProbe.lengthOf(struct)).isEqualTo(length);
        assertThat(length % RecordHeaderDescriptor.ALIGNMENT).isZero();
    }

    @Test
    void clientOrderIdHasItsWordsInOrder() throws Exception {
        // given
        var struct = io.ringbook.codec.fbs.journal.ClientOrderId.class;

        // when
        var places = new StructProbe(struct, ClientOrderIdDescriptor.LENGTH, SEED).places();

        // then
        assertThat(places)
                .containsEntry("word0", new StructProbe.Place(0, 8))
                .containsEntry("word1", new StructProbe.Place(8, 8))
                .containsEntry("word2", new StructProbe.Place(16, 4));
        assertThat(StructProbe.lengthOf(struct)).isEqualTo(ClientOrderIdDescriptor.LENGTH);
    }
}
