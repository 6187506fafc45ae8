// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import com.typesafe.config.ConfigOrigin;
import io.ringbook.gateway.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Faults of one file, gathered so that they are told at once. */
final class ConfigFaults {
    /** How the library names a place: the file, then a line or some. */
    private static final Pattern DESCRIBED = Pattern.compile("(?!merge of )(.+): [0-9]+(-[0-9]+)?");

    private final Path file;
    private final List<Told> told = new ArrayList<>();

    ConfigFaults(Path file) {
        this.file = file;
    }

    /** One more fault: where, what is wrong, what would be right. */
    void add(ConfigOrigin origin, String sentence) {
        Matcher described = DESCRIBED.matcher(origin.description());
        String place = described.matches() ? described.group(1) : file.toString();
        told.add(new Told(place, Math.max(0, origin.lineNumber()), sentence));
    }

    /** A fault of the whole file. */
    void add(String sentence) {
        told.add(new Told(file.toString(), 0, sentence));
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    /** One fault that says them all, one on a line, in the order of the file. */
    Fault fault() {
        if (told.size() == 1) {
            return new Fault(told.get(0).text());
        }
        List<String> sentences =
                told.stream()
                        .sorted(Comparator.comparing(Told::place).thenComparingInt(Told::line))
                        .map(Told::text)
                        .toList();
        return new Fault(
                file
                        + " has "
                        + sentences.size()
                        + " faults:\n  "
                        + String.join("\n  ", sentences));
    }

    /**
     * A fault.
     *
     * @param place the file
     * @param line 0 for all of it
     */
    private record Told(String place, int line, String sentence) {
        String text() {
            return place + (line > 0 ? " line " + line : "") + ": " + sentence;
        }
    }
}
