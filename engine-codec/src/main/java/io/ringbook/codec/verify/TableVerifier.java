// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.verify;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Verifies one FlatBuffers buffer against the description of its root table: root offset, vtables,
 * every known field, structs, strings, vectors, required fields, alignment, depth and number of
 * tables. After {@link Verdict#OK} it gives the places of the root table's fields.
 *
 * <p>Every number from the bytes is compared with the room that is left before it is used, in
 * {@code long} arithmetic where a sum could overflow. Bytes outside the range given are never read.
 * Time is bounded by the length of the range and by {@link #MAX_TABLES}. Not thread-safe.
 *
 * <pre>
 *  root    u32  offset of the root table from the start
 *  table   i32  table's place minus vtable's place; then the fields
 *  vtable  u16  length of the vtable, u16 length of the table, u16 per field: place in the table
 *  string  u32  length, characters, 0
 *  vector  u32  count, elements
 * </pre>
 *
 * Source: the FlatBuffers internals document, "Encoding".
 */
public final class TableVerifier {
    /** Tables that may lie in each other, the root counted. */
    public static final int MAX_DEPTH = 4;

    /** Tables in one message. */
    public static final int MAX_TABLES = 256;

    private static final int ABSENT = -1;
    private static final int VTABLE_HEADER_LENGTH = 4;

    private final int[] rootFieldOffsets = new int[TableSchema.MAX_FIELDS];
    private DirectBuffer buffer;
    private int start;
    private int length;
    private int tableCount;

    /** Fields of the root table that {@link #fieldOffset} may tell; 0 after a refusal. */
    private int rootFieldCount;

    /** Place of the field that was verified last, relative to the start. */
    private int fieldPosition;

    /**
     * Verifies the {@code length} bytes from {@code offset} on.
     *
     * @throws IndexOutOfBoundsException if that range is not inside the buffer, a caller's bug
     */
    public Verdict verify(DirectBuffer buffer, int offset, int length, TableSchema schema) {
        buffer.boundsCheck(offset, length);
        this.buffer = buffer;
        this.start = offset;
        this.length = length;
        this.tableCount = 0;
        this.rootFieldCount = 0;
        if (length < Integer.BYTES) {
            return Verdict.ROOT_OFFSET;
        }
        long root = u32(0);
        if (!holds(root, Integer.BYTES, Integer.BYTES) || root == 0) {
            return Verdict.ROOT_OFFSET;
        }
        Verdict verdict = verifyTable((int) root, schema, 1);
        if (verdict == Verdict.OK) {
            rootFieldCount = schema.fieldCount();
        }
        return verdict;
    }

    /**
     * After OK, where field {@code id} of the root table is in the buffer: the value of a scalar or
     * struct, the length of a string or vector. Negative if the field is absent or not described,
     * and for every field after a refusal.
     */
    public int fieldOffset(int id) {
        return id < rootFieldCount ? rootFieldOffsets[id] : ABSENT;
    }

    private Verdict verifyTable(int table, TableSchema schema, int depth) {
        if (depth > MAX_DEPTH) {
            return Verdict.TOO_DEEP;
        }
        if (++tableCount > MAX_TABLES) {
            return Verdict.TOO_MANY_TABLES;
        }
        long vtableAt = (long) table - i32(table);
        if (!holds(vtableAt, VTABLE_HEADER_LENGTH, Short.BYTES)) {
            return Verdict.VTABLE_OFFSET;
        }
        int vtable = (int) vtableAt;
        int vtableLength = u16(vtable);
        if (vtableLength < VTABLE_HEADER_LENGTH
                || (vtableLength & 1) != 0
                || vtableLength > length - vtable) {
            return Verdict.VTABLE_LENGTH;
        }
        int tableLength = u16(vtable + Short.BYTES);
        if (tableLength < Integer.BYTES || tableLength > length - table) {
            return Verdict.TABLE_LENGTH;
        }
        return verifyFields(table, tableLength, vtable, vtableLength, schema, depth);
    }

    private Verdict verifyFields(
            int table,
            int tableLength,
            int vtable,
            int vtableLength,
            TableSchema schema,
            int depth) {
        for (int id = 0; id < schema.fieldCount(); id++) {
            FieldSchema field = schema.field(id);
            int entry = VTABLE_HEADER_LENGTH + id * Short.BYTES;
            int place = entry < vtableLength ? u16(vtable + entry) : 0;
            fieldPosition = ABSENT;
            if (place != 0) {
                Verdict verdict = verifyField(table, tableLength, place, field, depth);
                if (verdict != Verdict.OK) {
                    return verdict;
                }
            } else if (field.isRequired()) {
                return Verdict.FIELD_MISSING;
            }
            if (depth == 1) {
                rootFieldOffsets[id] = fieldPosition == ABSENT ? ABSENT : start + fieldPosition;
            }
        }
        return Verdict.OK;
    }

    private Verdict verifyField(
            int table, int tableLength, int place, FieldSchema field, int depth) {
        boolean isInline = field.kind() == FieldSchema.Kind.INLINE;
        int inlineLength = isInline ? field.length() : Integer.BYTES;
        if (place < Integer.BYTES || place + inlineLength > tableLength) {
            return Verdict.FIELD_OFFSET;
        }
        int position = table + place;
        int alignment = isInline ? field.alignment() : Integer.BYTES;
        if ((position & (alignment - 1)) != 0) {
            return Verdict.FIELD_ALIGNMENT;
        }
        if (isInline) {
            fieldPosition = position;
            return Verdict.OK;
        }
        long offset = u32(position);
        long target = position + offset;
        boolean isTarget = offset != 0 && holds(target, Integer.BYTES, Integer.BYTES);
        if (field.kind() == FieldSchema.Kind.TABLE) {
            Verdict verdict =
                    isTarget
                            ? verifyTable((int) target, field.table(), depth + 1)
                            : Verdict.TABLE_OFFSET;
            fieldPosition = (int) target;
            return verdict;
        }
        return isTarget ? verifyVector((int) target, field, depth) : Verdict.VECTOR_OFFSET;
    }

    private Verdict verifyVector(int vector, FieldSchema field, int depth) {
        int elements = vector + Integer.BYTES;
        if ((elements & (field.alignment() - 1)) != 0) {
            return Verdict.VECTOR_OFFSET;
        }
        long count = u32(vector);
        if (count > field.maxCount() || count * field.length() > length - elements) {
            return Verdict.VECTOR_LENGTH;
        }
        Verdict verdict = Verdict.OK;
        if (field.kind() == FieldSchema.Kind.STRING) {
            verdict = verifyCharacters(elements, (int) count);
        } else if (field.kind() == FieldSchema.Kind.TABLE_VECTOR) {
            verdict = verifyTables(elements, (int) count, field.table(), depth);
        }
        fieldPosition = vector;
        return verdict;
    }

    private Verdict verifyCharacters(int first, int count) {
        int end = first + count;
        if (end >= length || buffer.getByte(start + end) != 0) {
            return Verdict.STRING_END;
        }
        for (int i = first; i < end; i++) {
            byte character = buffer.getByte(start + i);
            if (character < ' ' || character > '~') {
                return Verdict.STRING_CHARACTER;
            }
        }
        return Verdict.OK;
    }

    private Verdict verifyTables(int first, int count, TableSchema schema, int depth) {
        for (int i = 0; i < count; i++) {
            int position = first + i * Integer.BYTES;
            long offset = u32(position);
            long table = position + offset;
            if (offset == 0 || !holds(table, Integer.BYTES, Integer.BYTES)) {
                return Verdict.TABLE_OFFSET;
            }
            Verdict verdict = verifyTable((int) table, schema, depth + 1);
            if (verdict != Verdict.OK) {
                return verdict;
            }
        }
        return Verdict.OK;
    }

    /** True if {@code count} bytes at {@code position} are inside and the position is aligned. */
    private boolean holds(long position, int count, int alignment) {
        return position >= 0 && position <= length - count && (position & (alignment - 1)) == 0;
    }

    private int u16(int position) {
        return buffer.getShort(start + position, LITTLE_ENDIAN) & 0xFFFF;
    }

    private int i32(int position) {
        return buffer.getInt(start + position, LITTLE_ENDIAN);
    }

    private long u32(int position) {
        return Integer.toUnsignedLong(i32(position));
    }
}
