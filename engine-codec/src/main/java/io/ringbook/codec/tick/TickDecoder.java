// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.tick;

import io.ringbook.codec.verify.Verdict;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Verifies and reads one {@code Tick}, plain or with a u32 length before it, from an array or a
 * buffer. Nothing is copied and nothing allocated: the symbol is compared in place or copied to an
 * array of the caller's. After any verdict but {@link Verdict#OK} there is nothing to read.
 *
 * <p>A verifier of its own beside the generic one, which needs a description and a loop for each
 * field: this table is known, comes in floods, and must be read from what the network gave. A test
 * holds its verdicts against the generic one's. Prices are {@code double} as sent; {@link
 * PriceRounder} makes them mantissas.
 *
 * <p>Valid while the bytes stay; one thread.
 */
public final class TickDecoder {
    private static final int VTABLE_HEADER_LENGTH = 4;

    private final TickBytes bytes = new TickBytes();
    private int length;

    /** Alignment counts from the size prefix, if there is one. */
    private int prefixLength;

    private int table;
    private int vtable;
    private int vtableLength;
    private int tableLength;

    /** Place of the field found last; 0 if it is absent. */
    private int fieldPosition;

    private int symbolPosition;
    private int symbolLength;
    private double price;
    private long size;
    private long ts;

    /** Verifies and decodes the {@code length} bytes from {@code offset} on. */
    public Verdict wrap(byte[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        bytes.wrap(array, offset);
        return decode(length, 0);
    }

    /** Verifies and decodes; {@code offset} counts from 0, whatever the buffer's position. */
    public Verdict wrap(ByteBuffer buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.limit());
        bytes.wrap(buffer, offset);
        return decode(length, 0);
    }

    /** The same with a length before the tick, which must be that of all that follows. */
    public Verdict wrapSizePrefixed(byte[] array, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, array.length);
        bytes.wrap(array, offset);
        return decodeSizePrefixed(length);
    }

    /** The same with a length before the tick, which must be that of all that follows. */
    public Verdict wrapSizePrefixed(ByteBuffer buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.limit());
        bytes.wrap(buffer, offset);
        return decodeSizePrefixed(length);
    }

    /** Price as sent, perhaps not a number; 0 if absent. */
    public double price() {
        return price;
    }

    /** Traded quantity in whole units, unsigned; 0 if absent. */
    public long size() {
        return size;
    }

    /** Time that the source gave, epoch nanoseconds, unsigned; 0 if absent. */
    public long ts() {
        return ts;
    }

    public int symbolLength() {
        return symbolLength;
    }

    /** Character {@code index} of the symbol. */
    public byte symbolByte(int index) {
        Objects.checkIndex(index, symbolLength);
        return bytes.i8(symbolPosition + index);
    }

    /** True if the symbol is exactly the one given. */
    public boolean isSymbol(CharSequence symbol) {
        if (symbol.length() != symbolLength) {
            return false;
        }
        for (int i = 0; i < symbolLength; i++) {
            if (bytes.i8(symbolPosition + i) != symbol.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Copies the symbol, at most {@link TickSchema#MAX_SYMBOL_LENGTH} bytes.
     *
     * @return its length
     */
    public int copySymbol(byte[] target, int targetOffset) {
        for (int i = 0; i < symbolLength; i++) {
            target[targetOffset + i] = bytes.i8(symbolPosition + i);
        }
        return symbolLength;
    }

    private Verdict decodeSizePrefixed(int length) {
        if (length < Integer.BYTES || bytes.u32(0) != length - Integer.BYTES) {
            clear();
            return Verdict.SIZE_PREFIX;
        }
        bytes.skip(Integer.BYTES);
        return decode(length - Integer.BYTES, Integer.BYTES);
    }

    private Verdict decode(int length, int prefixLength) {
        this.length = length;
        this.prefixLength = prefixLength;
        clear();
        Verdict verdict = findTable();
        if (verdict == Verdict.OK) {
            verdict = readFields();
        }
        if (verdict != Verdict.OK) {
            clear();
        }
        return verdict;
    }

    private void clear() {
        symbolPosition = 0;
        symbolLength = 0;
        price = 0;
        size = 0;
        ts = 0;
    }

    private Verdict findTable() {
        if (length < Integer.BYTES) {
            return Verdict.ROOT_OFFSET;
        }
        long root = bytes.u32(0);
        if (root == 0 || root > length - Integer.BYTES || (root & 3) != 0) {
            return Verdict.ROOT_OFFSET;
        }
        table = (int) root;
        long vtableAt = root - bytes.i32(table);
        if (vtableAt < 0 || vtableAt > length - VTABLE_HEADER_LENGTH || (vtableAt & 1) != 0) {
            return Verdict.VTABLE_OFFSET;
        }
        vtable = (int) vtableAt;
        vtableLength = bytes.u16(vtable);
        if (vtableLength < VTABLE_HEADER_LENGTH
                || (vtableLength & 1) != 0
                || vtableLength > length - vtable) {
            return Verdict.VTABLE_LENGTH;
        }
        tableLength = bytes.u16(vtable + Short.BYTES);
        return tableLength < Integer.BYTES || tableLength > length - table
                ? Verdict.TABLE_LENGTH
                : Verdict.OK;
    }

    private Verdict readFields() {
        Verdict verdict = findField(TickSchema.SYMBOL, Integer.BYTES);
        if (verdict == Verdict.OK) {
            verdict = fieldPosition == 0 ? Verdict.FIELD_MISSING : findSymbol(fieldPosition);
        }
        if (verdict == Verdict.OK) {
            verdict = findField(TickSchema.PRICE, Double.BYTES);
            price = Double.longBitsToDouble(valueFound(verdict));
        }
        if (verdict == Verdict.OK) {
            verdict = findField(TickSchema.SIZE, Long.BYTES);
            size = valueFound(verdict);
        }
        if (verdict == Verdict.OK) {
            verdict = findField(TickSchema.TS, Long.BYTES);
            ts = valueFound(verdict);
        }
        return verdict;
    }

    private Verdict findField(int id, int fieldLength) {
        int entry = VTABLE_HEADER_LENGTH + id * Short.BYTES;
        int place = entry < vtableLength ? bytes.u16(vtable + entry) : 0;
        fieldPosition = 0;
        if (place == 0) {
            return Verdict.OK;
        }
        if (place < Integer.BYTES || place + fieldLength > tableLength) {
            return Verdict.FIELD_OFFSET;
        }
        fieldPosition = table + place;
        return ((prefixLength + fieldPosition) & (fieldLength - 1)) == 0
                ? Verdict.OK
                : Verdict.FIELD_ALIGNMENT;
    }

    private long valueFound(Verdict verdict) {
        return verdict == Verdict.OK && fieldPosition != 0 ? bytes.i64(fieldPosition) : 0;
    }

    private Verdict findSymbol(int link) {
        long offset = bytes.u32(link);
        long string = link + offset;
        if (offset == 0 || string > length - Integer.BYTES || (string & 3) != 0) {
            return Verdict.VECTOR_OFFSET;
        }
        int first = (int) string + Integer.BYTES;
        long count = bytes.u32((int) string);
        if (count > TickSchema.MAX_SYMBOL_LENGTH || count > length - first) {
            return Verdict.VECTOR_LENGTH;
        }
        int end = first + (int) count;
        if (end >= length || bytes.i8(end) != 0) {
            return Verdict.STRING_END;
        }
        for (int i = first; i < end; i++) {
            byte character = bytes.i8(i);
            if (character < ' ' || character > '~') {
                return Verdict.STRING_CHARACTER;
            }
        }
        symbolPosition = first;
        symbolLength = (int) count;
        return Verdict.OK;
    }
}
