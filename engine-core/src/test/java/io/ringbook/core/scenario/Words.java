// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.scenario;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

/** The words of one line, taken from the front; complains with the line when one is missing. */
final class Words {
    private static final int NANOS_DIGITS = 9;

    private final String line;
    private final Deque<String> words;

    Words(String line) {
        this.line = line;
        this.words = new ArrayDeque<>(List.of(line.strip().split("\\s+")));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    String next() {
        if (words.isEmpty()) {
            throw wrong("a word is missing at the end");
        }
        return words.removeFirst();
    }

    /** Takes the next word if it is this one. */
    boolean take(String word) {
        if (!word.equals(words.peekFirst())) {
            return false;
        }
        words.removeFirst();
        return true;
    }

    String peek() {
        return words.isEmpty() ? "" : words.peekFirst();
    }

    long number() {
        return number(next());
    }

    long number(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "not a number: " + word + " in: " + line, notANumber);
        }
    }

    /** An instant such as 1.5s, as nanoseconds; or 7ns. */
    long time() {
        String word = next();
        if (word.endsWith("ns")) {
            return number(word.substring(0, word.length() - 2));
        }
        if (!word.endsWith("s")) {
            throw wrong("a time ends with s or ns: " + word);
        }
        return new BigDecimal(word.substring(0, word.length() - 1))
                .movePointRight(NANOS_DIGITS)
                .longValueExact();
    }

    /** The code of a constant by its name, or the code itself as a number. */
    static <E extends Enum<E>> byte code(Class<E> type, ToIntFunction<E> code, String word) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(word)) {
                return (byte) code.applyAsInt(value);
            }
        }
        return Byte.parseByte(word);
    }

    /** The two parts of a word around this character. */
    String[] pair(char between) {
        String word = next();
        int place = word.indexOf(between);
        if (place < 0) {
            throw wrong("a word with " + between + " expected, not " + word);
        }
        return new String[] {word.substring(0, place), word.substring(place + 1)};
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " in: " + line);
    }
}
