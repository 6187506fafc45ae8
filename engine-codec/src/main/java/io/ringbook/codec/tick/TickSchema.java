// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.tick;

import io.ringbook.codec.verify.FieldSchema;
import io.ringbook.codec.verify.TableSchema;

/**
 * {@code schemas/market-tick.fbs} in the terms of the generic verifier. {@link TickDecoder} must
 * give the verdict that this description gives.
 */
public final class TickSchema {
    /** Longest symbol in characters. */
    public static final int MAX_SYMBOL_LENGTH = 255;

    static final int SYMBOL = 0;
    static final int PRICE = 1;
    static final int SIZE = 2;
    static final int TS = 3;

    private TickSchema() {}

    /** The table Tick. */
    public static TableSchema tick() {
        return TableSchema.of(
                FieldSchema.string(MAX_SYMBOL_LENGTH).required(),
                FieldSchema.scalar(Double.BYTES),
                FieldSchema.scalar(Long.BYTES),
                FieldSchema.scalar(Long.BYTES));
    }
}
