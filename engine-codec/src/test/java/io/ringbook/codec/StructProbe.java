// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec;

import static java.lang.reflect.Modifier.isStatic;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.flatbuffers.FlatBufferBuilder;
import com.google.flatbuffers.Struct;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds out where a generated struct accessor reads each field, by changing one byte after the
 * other and looking which field's value moves. Knows nothing of our own layouts, so that these can
 * be held against it.
 */
public final class StructProbe {
    /** Where one field lies. */
    public record Place(int offset, int width) {}

    private final Class<? extends Struct> type;
    private final byte[] bytes;
    private final Struct struct;

    public StructProbe(Class<? extends Struct> type, int length, long seed) throws Exception {
        this.type = type;
        this.bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        this.struct = type.getDeclaredConstructor().newInstance();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        type.getMethod("__assign", int.class, ByteBuffer.class).invoke(struct, 0, buffer);
    }

    /** The struct's length as its generated builder writes it. */
    public static int lengthOf(Class<? extends Struct> type) throws Exception {
        Method create =
                Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().startsWith("create"))
                        .findFirst()
                        .orElseThrow();
        Object[] arguments =
                Arrays.stream(create.getParameterTypes()).map(StructProbe::zero).toArray();
        FlatBufferBuilder builder = new FlatBufferBuilder(256);
        arguments[0] = builder;
        create.invoke(null, arguments);
        return builder.offset();
    }

    private static Object zero(Class<?> parameter) {
        if (parameter == long.class) {
            return 0L;
        }
        return parameter == int.class ? (Object) 0 : null;
    }

    /** Path of each field to its place; every byte belongs to exactly one field. */
    public Map<String, Place> places() throws Exception {
        Map<String, Place> places = new TreeMap<>();
        Map<String, Long> before = values();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) 0xFF;
            Map<String, Long> after = values();
            bytes[i] ^= (byte) 0xFF;
            after.entrySet().removeAll(before.entrySet());
            assertThat(after).as("fields of byte %d of %s", i, type.getSimpleName()).hasSize(1);
            String path = after.keySet().iterator().next();
            Place place = places.getOrDefault(path, new Place(i, 0));
            assertThat(place.offset() + place.width()).as("%s is in one piece", path).isEqualTo(i);
            places.put(path, new Place(place.offset(), place.width() + 1));
        }
        assertThat(places.keySet()).isEqualTo(before.keySet());
        places.forEach(
                (path, place) ->
                        assertThat(before.get(path)).as(path).isEqualTo(littleEndian(place)));
        return places;
    }

    /**
     * Holds constants named {@code X_OFFSET} against the places found: each non-reserved field has
     * its constant, or lies in a nested struct that has, and each constant its field.
     */
    public void assertSameOffsets(Class<?> constants, Class<?> nestedReport, Class<?> id)
            throws Exception {
        TreeSet<String> unused = new TreeSet<>();
        for (Field field : constants.getFields()) {
            if (field.getName().endsWith("_OFFSET")) {
                unused.add(field.getName());
            }
        }
        for (Map.Entry<String, Place> entry : places().entrySet()) {
            String path = entry.getKey();
            int expected = entry.getValue().offset();
            if (path.startsWith("report.")) {
                String inner = path.substring("report.".length());
                if (!inner.contains("reserved")) {
                    assertThat(offset(nestedReport, inner, id, new TreeSet<>()))
                            .as(path)
                            .isEqualTo(expected);
                }
            } else if (!path.contains("reserved")) {
                assertThat(offset(constants, path, id, unused)).as(path).isEqualTo(expected);
            }
        }
        assertThat(unused).as("constants of %s without a field", constants).isEmpty();
    }

    private static int offset(Class<?> constants, String path, Class<?> id, Set<String> unused)
            throws Exception {
        if (path.matches("(signature|nonce)\\d")) {
            int last = path.length() - 1;
            String bytes = upper(path.substring(0, last)) + "_OFFSET";
            unused.remove(bytes);
            int word = path.charAt(last) - '0';
            return constants.getField(bytes).getInt(null) + word * Long.BYTES;
        }
        String[] parts = path.split("\\.?(?=[wW]ord\\d$)", 2);
        String constant = upper(parts[0]) + "_OFFSET";
        int offset = constants.getField(constant).getInt(null);
        unused.remove(constant);
        if (parts.length == 1) {
            return offset;
        }
        return offset + id.getField(parts[1].toUpperCase(Locale.ROOT) + "_OFFSET").getInt(null);
    }

    private static String upper(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }

    private long littleEndian(Place place) {
        long value = 0;
        for (int i = place.width() - 1; i >= 0; i--) {
            value = value << 8 | (bytes[place.offset() + i] & 0xFF);
        }
        return value;
    }

    private Map<String, Long> values() throws Exception {
        Map<String, Long> values = new TreeMap<>();
        collect(struct, "", values);
        return values;
    }

    private static void collect(Struct from, String prefix, Map<String, Long> into)
            throws Exception {
        for (Method method : from.getClass().getDeclaredMethods()) {
            if (isStatic(method.getModifiers())
                    || method.getParameterCount() != 0
                    || method.getName().startsWith("__")) {
                continue;
            }
            Object value = method.invoke(from);
            if (value instanceof Struct nested) {
                collect(nested, prefix + method.getName() + ".", into);
            } else {
                into.put(prefix + method.getName(), ((Number) value).longValue());
            }
        }
    }
}
