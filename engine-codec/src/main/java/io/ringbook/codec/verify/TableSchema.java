// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.verify;

/**
 * Description of one table: its fields by id. Fields of a table that have a higher id come from a
 * newer schema; they are neither verified nor read. Made at start, immutable.
 */
public final class TableSchema {
    /** Most fields that a table may have. */
    public static final int MAX_FIELDS = 16;

    private final FieldSchema[] fields;

    private TableSchema(FieldSchema[] fields) {
        this.fields = fields;
    }

    /**
     * A table with these fields, the first with id 0.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_FIELDS}
     */
    public static TableSchema of(FieldSchema... fields) {
        if (fields.length > MAX_FIELDS) {
            throw new IllegalArgumentException(
                    "a table has at most " + MAX_FIELDS + " fields, not " + fields.length);
        }
        return new TableSchema(fields.clone());
    }

    /** Number of fields known. */
    public int fieldCount() {
        return fields.length;
    }

    /** The field with this id. */
    public FieldSchema field(int id) {
        return fields[id];
    }
}
