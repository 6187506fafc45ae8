// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.flatbuffers.Struct;
import io.ringbook.codec.StructProbe;
import io.ringbook.codec.journal.ClientOrderIdDescriptor;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Offsets of the decoders against the accessors that flatc made of the schema. */
final class OrderEntryLayoutTest {
    private static final long SEED = 0x5EED;

    static List<MessageCase> messages() {
        return MessageCase.all();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void decoderAndSchemaGiveEachFieldTheSamePlace(MessageCase message) throws Exception {
        // given
        Class<? extends Struct> struct = message.bodyType().asSubclass(Struct.class);
        int length = message.decoder().getField("LENGTH").getInt(null);
        StructProbe probe = new StructProbe(struct, length, SEED);

        // when, then
        probe.assertSameOffsets(
                message.decoder(), OrderReportDecoder.class, ClientOrderIdDescriptor.class);
        assertThat(StructProbe.lengthOf(struct)).isEqualTo(length);
    }
}
