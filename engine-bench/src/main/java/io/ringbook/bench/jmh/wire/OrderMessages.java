// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.wire;

import io.ringbook.bench.proto.NewOrder;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.core.order.ClientOrderId;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;

/** New orders with different values, in columns, and how two encodings write one of them. */
final class OrderMessages {
    static final int COUNT = 1_024;
    static final int FRAME_LENGTH = NewOrderEncoder.FRAME_LENGTH;

    private static final int ID_DIGITS = 1_000_000_000;

    final int[] accountIds = new int[COUNT];
    final int[] instrumentIds = new int[COUNT];
    final String[] ids = new String[COUNT];
    final long[] idWords0 = new long[COUNT];
    final long[] idWords1 = new long[COUNT];
    final int[] idWords2 = new int[COUNT];
    final long[] quantities = new long[COUNT];
    final long[] prices = new long[COUNT];
    final byte[] sides = new byte[COUNT];

    OrderMessages() {
        SplittableRandom random = new SplittableRandom(20261124);
        for (int i = 0; i < COUNT; i++) {
            accountIds[i] = random.nextInt(1, 2_000);
            instrumentIds[i] = random.nextInt(1, 500);
            ids[i] = "ORDER-" + (ID_DIGITS + random.nextInt(ID_DIGITS));
            idWords0[i] = ClientOrderId.word(ids[i], 0);
            idWords1[i] = ClientOrderId.word(ids[i], 1);
            idWords2[i] = (int) ClientOrderId.word(ids[i], 2);
            quantities[i] = random.nextInt(1, 1_000) * 100L;
            prices[i] = random.nextInt(1, 10_000_000) * 100L;
            sides[i] = (byte) (1 + random.nextInt(2));
        }
    }

    /** Writes a frame of {@link #FRAME_LENGTH} bytes. */
    void encode(NewOrderEncoder encoder, UnsafeBuffer to, int at, int index) {
        encoder.wrap(to, at, (byte) 0, index + 1L)
                .accountId(accountIds[index])
                .instrumentId(instrumentIds[index])
                .clientOrderId(idWords0[index], idWords1[index], idWords2[index])
                .quantity(quantities[index])
                .price(prices[index])
                .side(sides[index])
                .type((byte) 1)
                .tif((byte) 1);
    }

    /** Makes protobuf's message. */
    NewOrder protobuf(int index) {
        return NewOrder.newBuilder()
                .setSequence(index + 1L)
                .setAccountId(accountIds[index])
                .setInstrumentId(instrumentIds[index])
                .setClientOrderId(ids[index])
                .setQuantity(quantities[index])
                .setPrice(prices[index])
                .setSide(sides[index])
                .setType(1)
                .setTif(1)
                .build();
    }
}
