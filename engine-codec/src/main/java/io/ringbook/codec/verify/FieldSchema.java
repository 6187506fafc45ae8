// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.verify;

/**
 * One field of a table as a verifier sees it. Made at start, immutable.
 *
 * @param kind what the table holds at the field's place
 * @param length bytes of the scalar, of the struct, or of one vector element
 * @param alignment what the address of it, relative to the message, is a multiple of
 * @param maxCount most characters or elements of a string or vector
 * @param table description of the table, or of each table of a vector; else null
 * @param isRequired whether a table without it is refused
 */
public record FieldSchema(
        Kind kind, int length, int alignment, int maxCount, TableSchema table, boolean isRequired) {

    /** What a table holds at a field's place. */
    public enum Kind {
        /** The value itself: a scalar or a struct. */
        INLINE,
        /** Offset of a string: u32 length, characters, zero byte. */
        STRING,
        /** Offset of a vector of scalars or structs: u32 count, elements. */
        VECTOR,
        /** Offset of a table. */
        TABLE,
        /** Offset of a vector of offsets of tables. */
        TABLE_VECTOR
    }

    /** A number of 1, 2, 4 or 8 bytes. */
    public static FieldSchema scalar(int length) {
        return new FieldSchema(Kind.INLINE, length, length, 0, null, false);
    }

    /** A struct, inline. */
    public static FieldSchema struct(int length, int alignment) {
        return new FieldSchema(Kind.INLINE, length, alignment, 0, null, false);
    }

    /** A string of printable ASCII characters. */
    public static FieldSchema string(int maxLength) {
        return new FieldSchema(Kind.STRING, 1, 1, maxLength, null, false);
    }

    /** A vector of scalars or structs. */
    public static FieldSchema vector(int elementLength, int alignment, int maxCount) {
        return new FieldSchema(Kind.VECTOR, elementLength, alignment, maxCount, null, false);
    }

    /** A table inside this one. */
    public static FieldSchema table(TableSchema table) {
        return new FieldSchema(Kind.TABLE, 0, 1, 0, table, false);
    }

    /** A vector of tables. */
    public static FieldSchema tableVector(TableSchema table, int maxCount) {
        return new FieldSchema(
                Kind.TABLE_VECTOR, Integer.BYTES, Integer.BYTES, maxCount, table, false);
    }

    /** The same field, required. */
    public FieldSchema required() {
        return new FieldSchema(kind, length, alignment, maxCount, table, true);
    }
}
