// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/**
 * One object of the file while it is read. Asking for a key makes it known; {@link #end} finds the
 * others. A value that is wrong is a fault that is noted, and the default goes on in its place.
 */
final class ConfigSection {
    private final String path;
    private final ConfigObject object;
    private final ConfigFaults faults;
    private final Set<String> known = new TreeSet<>();

    /**
     * @param path of the object, empty for the root
     */
    ConfigSection(String path, ConfigObject object, ConfigFaults faults) {
        this.path = path;
        this.object = object;
        this.faults = faults;
    }

    /** The object under a key, empty if it is absent. */
    ConfigSection section(String key) {
        ConfigValue value = value(key);
        if (value instanceof ConfigObject inner) {
            return new ConfigSection(path(key), inner, faults);
        }
        if (value != null) {
            wrong(value, key, "an object in braces");
        }
        return new ConfigSection(path(key), ConfigValueFactory.fromMap(Map.of()), faults);
    }

    /** The objects of a list, none if it is absent. */
    List<ConfigSection> sections(String key) {
        List<ConfigSection> sections = new ArrayList<>();
        ConfigValue value = value(key);
        if (value instanceof ConfigList list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof ConfigObject inner) {
                    sections.add(new ConfigSection(path(key) + "[" + i + "]", inner, faults));
                } else {
                    faults.add(list.get(i).origin(), path(key) + " must be a list of objects");
                }
            }
        } else if (value != null) {
            wrong(value, key, "a list of objects in brackets");
        }
        return sections;
    }

    /** Words as they stand; {@code absent} if there are none. */
    String text(String key, String absent) {
        ConfigValue value = value(key);
        String text = value == null ? null : plain(value);
        if (value != null && text == null) {
            wrong(value, key, "one value");
        }
        return text == null ? absent : text;
    }

    /** Text that must be there; empty after a fault. */
    String required(String key) {
        if (!has(key)) {
            known.add(key);
            faults.add(object.origin(), path(key) + " is missing; it has no default");
            return "";
        }
        return text(key, "");
    }

    boolean flag(String key, boolean absent) {
        String text = text(key, Boolean.toString(absent));
        if (!text.equals("true") && !text.equals("false")) {
            wrong(value(key), key, "true or false");
            return absent;
        }
        return text.equals("true");
    }

    /** One of some words. */
    <E extends Enum<E>> E word(String key, Class<E> type, E absent) {
        String text = text(key, word(absent));
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equalsIgnoreCase(text)) {
                return constant;
            }
        }
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(word(constant));
        }
        wrong(value(key), key, "one of " + String.join(", ", words));
        return absent;
    }

    /** Whole numbers in brackets, or one without; empty if there is none or after a fault. */
    List<Integer> numbers(String key) {
        List<Integer> numbers = new ArrayList<>();
        ConfigValue value = value(key);
        if (value == null) {
            return numbers;
        }
        List<? extends ConfigValue> items =
                value instanceof ConfigList list ? list : List.of(value);
        for (ConfigValue item : items) {
            String text = plain(item);
            if (text == null || !text.matches("[0-9]{1,5}")) {
                wrong(item, key, "a whole number, nor some in brackets, as [2, 3]");
                return List.of();
            }
            numbers.add(Integer.parseInt(text));
        }
        return numbers;
    }

    long count(String key, long min, long max, long absent) {
        return number(
                key,
                "a whole number from " + min + " to " + max,
                text -> text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Quantities.NONE,
                min,
                max,
                absent);
    }

    long durationNs(String key, long min, long max, long absent) {
        return number(key, Quantities.DURATION, Quantities::durationNs, min, max, absent);
    }

    long bytes(String key, long min, long max, long absent) {
        return number(key, Quantities.BYTES, Quantities::bytes, min, max, absent);
    }

    long perSecond(String key, long max) {
        return number(key, Quantities.RATE, Quantities::perSecond, 0, max, 0);
    }

    long ppm(String key, long max) {
        return number(key, Quantities.PERCENT, Quantities::ppm, 0, max, 0);
    }

    private long number(
            String key,
            String expected,
            ToLongFunction<String> parser,
            long min,
            long max,
            long absent) {
        if (!has(key)) {
            known.add(key);
            return absent;
        }
        long number = parser.applyAsLong(text(key, ""));
        if (number == Quantities.NONE) {
            wrong(value(key), key, expected);
            return absent;
        }
        if (number < min || number > max) {
            faults.add(
                    origin(key),
                    path(key)
                            + " is "
                            + text(key, "")
                            + ", out of its range; "
                            + range(expected, min, max));
            return absent;
        }
        return number;
    }

    /** A constant as files have it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String range(String expected, long min, long max) {
        if (expected.equals(Quantities.DURATION)) {
            return "it must be " + Quantities.duration(min) + " to " + Quantities.duration(max);
        }
        if (expected.equals(Quantities.BYTES)) {
            return "it must be " + Quantities.length(min) + " to " + Quantities.length(max);
        }
        return expected.startsWith("a whole number") ? "it must be " + expected : "it is too large";
    }

    /** Faults of the keys that nobody asked for. */
    void end() {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            if (!known.contains(entry.getKey())) {
                String near = nearest(entry.getKey());
                faults.add(
                        entry.getValue().origin(),
                        "unknown key "
                                + path(entry.getKey())
                                + (near == null
                                        ? "; known here: " + String.join(", ", known)
                                        : "; did you mean " + near + "?"));
            }
        }
    }

    boolean has(String key) {
        return object.get(key) != null;
    }

    /** A fault of the value under a key. */
    void fault(String key, String sentence) {
        faults.add(origin(key), path(key) + " " + sentence);
    }

    /** A fault of the whole object. */
    void fault(String sentence) {
        faults.add(object.origin(), sentence);
    }

    private ConfigOrigin origin(String key) {
        return has(key) ? object.get(key).origin() : object.origin();
    }

    private ConfigValue value(String key) {
        known.add(key);
        return object.get(key);
    }

    private void wrong(ConfigValue value, String key, String expected) {
        String text = plain(value);
        String is = text == null ? " is not" : " is \"" + text + "\", which is not";
        faults.add(value.origin(), path(key) + is + " " + expected);
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /**
     * A number as it was written, not as a double would have it; null for what is no plain value.
     */
    private static String plain(ConfigValue value) {
        if (value.valueType() == ConfigValueType.STRING) {
            return ((String) value.unwrapped()).strip();
        }
        boolean plain =
                value.valueType() == ConfigValueType.NUMBER
                        || value.valueType() == ConfigValueType.BOOLEAN;
        return plain ? value.atKey("v").getString("v") : null;
    }

    private String nearest(String key) {
        String best = null;
        int least = Math.max(2, key.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(key, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
