// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.verify;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The verifier on one small table: {@code name:string (required); price:long; flags:ubyte;}, laid
 * out by hand so that each byte can be spoilt.
 *
 * <pre>
 *  0 u32 16 root            16 i32 12 to the vtable   32 u32 4 name's length
 *  4 u16 10 vtable length   20 u32 12 to the name     36 'A' 'M' 'Z' 'N' 0
 *  6 u16 16 table length    24 i64 price              44 end
 *  8 u16 4 name             32 end of the table
 * 10 u16 8 price
 * 12 u16 0 flags, absent
 * 14 u16 0
 * </pre>
 */
final class TableVerifierTest {
    private static final TableSchema SCHEMA =
            TableSchema.of(
                    FieldSchema.string(8).required(), FieldSchema.scalar(8), FieldSchema.scalar(1));
    private static final int LENGTH = 44;

    private final TableVerifier verifier = new TableVerifier();
    private final UnsafeBuffer buffer = new UnsafeBuffer(good());

    private static byte[] good() {
        byte[] bytes = new byte[LENGTH];
        UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        buffer.putInt(0, 16, LITTLE_ENDIAN);
        buffer.putShort(4, (short) 10, LITTLE_ENDIAN);
        buffer.putShort(6, (short) 16, LITTLE_ENDIAN);
        buffer.putShort(8, (short) 4, LITTLE_ENDIAN);
        buffer.putShort(10, (short) 8, LITTLE_ENDIAN);
        buffer.putInt(16, 12, LITTLE_ENDIAN);
        buffer.putInt(20, 12, LITTLE_ENDIAN);
        buffer.putLong(24, 77, LITTLE_ENDIAN);
        buffer.putInt(32, 4, LITTLE_ENDIAN);
        buffer.putStringWithoutLengthAscii(36, "AMZN");
        return bytes;
    }

    @Test
    void goodTableGivesThePlacesOfItsFields() {
        // when
        Verdict verdict = verifier.verify(buffer, 0, LENGTH, SCHEMA);

        // then
        assertThat(verdict).isEqualTo(Verdict.OK);
        assertThat(verifier.fieldOffset(0)).isEqualTo(32);
        assertThat(verifier.fieldOffset(1)).isEqualTo(24);
        assertThat(verifier.fieldOffset(2)).isNegative();
        assertThat(verifier.fieldOffset(3)).isNegative();
    }

    @Test
    void refusalLeavesNoPlaceOfAnEarlierTable() {
        // given
        verifier.verify(buffer, 0, LENGTH, SCHEMA);

        // when
        Verdict verdict = verifier.verify(buffer, 0, 3, SCHEMA);

        // then
        assertThat(verdict).isEqualTo(Verdict.ROOT_OFFSET);
        assertThat(verifier.fieldOffset(0)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, ROOT_OFFSET",
        "0, 2, ROOT_OFFSET",
        "0, 44, ROOT_OFFSET",
        "0, -4, ROOT_OFFSET",
        "0, 2147483644, ROOT_OFFSET",
        "16, 17, VTABLE_OFFSET",
        "16, 13, VTABLE_OFFSET",
        "16, -26, VTABLE_OFFSET",
        "16, -2147483648, VTABLE_OFFSET",
        "16, 2147483647, VTABLE_OFFSET",
        "20, 0, VECTOR_OFFSET",
        "20, 13, VECTOR_OFFSET",
        "20, 24, VECTOR_OFFSET",
        "20, -1, VECTOR_OFFSET",
        "20, 2147483644, VECTOR_OFFSET",
        "20, -20, VECTOR_OFFSET",
        "32, 9, VECTOR_LENGTH",
        "32, -1, VECTOR_LENGTH",
        "32, 2147483647, VECTOR_LENGTH",
        "32, 8, STRING_END",
        "32, 3, STRING_END"
    })
    void spoiltWordIsRefused(int position, int value, Verdict expected) {
        // given
        buffer.putInt(position, value, LITTLE_ENDIAN);

        // when, then
        assertThat(verifier.verify(buffer, 0, LENGTH, SCHEMA)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 2, VTABLE_LENGTH",
        "4, 9, VTABLE_LENGTH",
        "4, 42, VTABLE_LENGTH",
        "4, -2, VTABLE_LENGTH",
        "4, 4, FIELD_MISSING",
        "6, 3, TABLE_LENGTH",
        "6, 29, TABLE_LENGTH",
        "6, -1, TABLE_LENGTH",
        "6, 15, FIELD_OFFSET",
        "8, 0, FIELD_MISSING",
        "8, 3, FIELD_OFFSET",
        "8, 13, FIELD_OFFSET",
        "8, -1, FIELD_OFFSET",
        "8, 6, FIELD_ALIGNMENT",
        "10, 4, FIELD_ALIGNMENT",
        "10, 16, FIELD_OFFSET"
    })
    void spoiltHalfWordIsRefused(int position, short value, Verdict expected) {
        // given
        buffer.putShort(position, value, LITTLE_ENDIAN);

        // when, then
        assertThat(verifier.verify(buffer, 0, LENGTH, SCHEMA)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, STRING_CHARACTER",
        "31, STRING_CHARACTER",
        "127, STRING_CHARACTER",
        "-61, STRING_CHARACTER",
        "32, OK",
        "126, OK"
    })
    void characterMustBePrintableAscii(byte character, Verdict expected) {
        // given
        buffer.putByte(38, character);

        // when, then
        assertThat(verifier.verify(buffer, 0, LENGTH, SCHEMA)).isEqualTo(expected);
    }

    @Test
    void everyShorterRangeIsRefused() {
        for (int length = 0; length <= 40; length++) {
            assertThat(verifier.verify(buffer, 0, length, SCHEMA))
                    .as("length %d", length)
                    .isNotEqualTo(Verdict.OK);
        }
        assertThat(verifier.verify(buffer, 0, 41, SCHEMA)).isEqualTo(Verdict.OK);
    }

    @Test
    void placesAreThoseInTheBufferWhateverTheAlignmentOfTheRange() {
        // given
        UnsafeBuffer shifted = new UnsafeBuffer(new byte[LENGTH + 13]);
        shifted.putBytes(13, good());

        // when
        Verdict verdict = verifier.verify(shifted, 13, LENGTH, SCHEMA);

        // then
        assertThat(verdict).isEqualTo(Verdict.OK);
        assertThat(verifier.fieldOffset(1)).isEqualTo(13 + 24);
    }

    @Test
    void vtableMayStandBehindItsTable() {
        // given: the vtable's ten bytes moved to 44
        UnsafeBuffer moved = new UnsafeBuffer(new byte[56]);
        moved.putBytes(0, good());
        moved.putBytes(44, good(), 4, 10);
        moved.putInt(16, 16 - 44, LITTLE_ENDIAN);

        // when, then
        assertThat(verifier.verify(moved, 0, 56, SCHEMA)).isEqualTo(Verdict.OK);
        assertThat(verifier.verify(moved, 0, 52, SCHEMA)).isEqualTo(Verdict.VTABLE_LENGTH);
    }

    @Test
    void fieldsOfANewerSchemaAreNotLookedAt() {
        // given
        TableSchema older = TableSchema.of(FieldSchema.string(8).required());
        buffer.putShort(10, (short) 0xFFFF, LITTLE_ENDIAN);

        // when, then
        assertThat(verifier.verify(buffer, 0, LENGTH, older)).isEqualTo(Verdict.OK);
        assertThat(verifier.verify(buffer, 0, LENGTH, SCHEMA)).isEqualTo(Verdict.FIELD_OFFSET);
    }

    @Test
    void vectorIsHeldToItsAlignmentAndLimit() {
        // given
        TableSchema longs = TableSchema.of(FieldSchema.vector(8, 8, 3).required());
        FlatBufferBuilder builder = new FlatBufferBuilder();
        builder.startVector(8, 3, 8);
        for (int i = 0; i < 3; i++) {
            builder.addLong(i);
        }
        UnsafeBuffer vector = new UnsafeBuffer(finish(builder, builder.endVector()));
        TableSchema atMostTwo = TableSchema.of(FieldSchema.vector(8, 8, 2));

        // when, then
        assertThat(verify(vector, longs)).isEqualTo(Verdict.OK);
        assertThat(verify(vector, atMostTwo)).isEqualTo(Verdict.VECTOR_LENGTH);
        int place = verify(vector, longs) == Verdict.OK ? verifier.fieldOffset(0) : -1;
        int link = vector.getInt(0, LITTLE_ENDIAN) + 4;
        vector.putInt(link, place - link + 4, LITTLE_ENDIAN);
        assertThat(verify(vector, longs)).isEqualTo(Verdict.VECTOR_OFFSET);
    }

    @Test
    void tablesInTablesAreVerifiedDownToTheDepthAllowed() {
        // given
        TableSchema schema = TableSchema.of(FieldSchema.scalar(8));
        FlatBufferBuilder builder = new FlatBufferBuilder();
        builder.startTable(1);
        builder.addLong(0, 5, 0);
        int table = builder.endTable();
        for (int depth = 2; depth <= TableVerifier.MAX_DEPTH; depth++) {
            schema = TableSchema.of(FieldSchema.table(schema).required());
            table = wrap(builder, table);
        }
        TableSchema tooDeepSchema = TableSchema.of(FieldSchema.table(schema).required());
        FlatBufferBuilder deeper = new FlatBufferBuilder();
        deeper.startTable(1);
        deeper.addLong(0, 5, 0);
        int deepest = deeper.endTable();
        for (int depth = 2; depth <= TableVerifier.MAX_DEPTH + 1; depth++) {
            deepest = wrap(deeper, deepest);
        }
        builder.finish(table);
        deeper.finish(deepest);
        UnsafeBuffer deep = new UnsafeBuffer(builder.sizedByteArray());

        // when, then
        assertThat(verify(deep, schema)).isEqualTo(Verdict.OK);
        assertThat(verify(new UnsafeBuffer(deeper.sizedByteArray()), tooDeepSchema))
                .isEqualTo(Verdict.TOO_DEEP);
        int root = deep.getInt(0, LITTLE_ENDIAN);
        deep.putInt(root + 4, deep.capacity(), LITTLE_ENDIAN);
        assertThat(verify(deep, schema)).isEqualTo(Verdict.TABLE_OFFSET);
    }

    @Test
    void oneTableNamedManyTimesCountsManyTimes() {
        // given: a vector whose entries all point to one table
        TableSchema leaf = TableSchema.of(FieldSchema.scalar(8));
        TableSchema list = TableSchema.of(FieldSchema.tableVector(leaf, 100_000).required());

        // when, then: the root counts too
        assertThat(verify(listOf(TableVerifier.MAX_TABLES - 1), list)).isEqualTo(Verdict.OK);
        assertThat(verify(listOf(TableVerifier.MAX_TABLES), list))
                .isEqualTo(Verdict.TOO_MANY_TABLES);
        UnsafeBuffer spoilt = listOf(2);
        assertThat(verify(spoilt, list)).isEqualTo(Verdict.OK);
        spoilt.putInt(verifier.fieldOffset(0) + 8, -8, LITTLE_ENDIAN);
        assertThat(verify(spoilt, list)).isEqualTo(Verdict.TABLE_OFFSET);
    }

    @Test
    void descriptionHoldsAtMostItsFields() {
        FieldSchema[] tooMany = new FieldSchema[TableSchema.MAX_FIELDS + 1];
        assertThatThrownBy(() -> TableSchema.of(tooMany))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 16 fields");
    }

    private Verdict verify(UnsafeBuffer bytes, TableSchema schema) {
        return verifier.verify(bytes, 0, bytes.capacity(), schema);
    }

    private static UnsafeBuffer listOf(int count) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        builder.startTable(1);
        builder.addLong(0, 5, 0);
        int leaf = builder.endTable();
        int[] leaves = new int[count];
        Arrays.fill(leaves, leaf);
        return new UnsafeBuffer(finish(builder, builder.createVectorOfTables(leaves)));
    }

    private static int wrap(FlatBufferBuilder builder, int field) {
        builder.startTable(1);
        builder.addOffset(0, field, 0);
        return builder.endTable();
    }

    private static byte[] finish(FlatBufferBuilder builder, int field) {
        builder.finish(wrap(builder, field));
        return builder.sizedByteArray();
    }
}
