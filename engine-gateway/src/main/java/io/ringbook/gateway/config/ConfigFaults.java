// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import com.typesafe.config.ConfigOrigin;
import io.ringbook.gateway.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Faults of one file, gathered so that they are told at once. */
final class ConfigFaults {
    /** How the library names a place: the file, then a line or some. */
    private static final Pattern DESCRIBED = Pattern.compile("(?!merge of )(.+): [0-9]+(-[0-9]+)?");

    private final Path file;
    private final List<String> sentences = new ArrayList<>();

    ConfigFaults(Path file) {
        this.file = file;
    }

    /** One more fault: where, what is wrong, what would be right. */
    void add(ConfigOrigin origin, String sentence) {
        Matcher described = DESCRIBED.matcher(origin.description());
        String place = described.matches() ? described.group(1) : file.toString();
        if (origin.lineNumber() > 0) {
            place += " line " + origin.lineNumber();
        }
        sentences.add(place + ": " + sentence);
    }

    /** A fault of the whole file. */
    void add(String sentence) {
        sentences.add(file + ": " + sentence);
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** One fault that says them all, one on a line. */
    Fault fault() {
        if (sentences.size() == 1) {
            return new Fault(sentences.get(0));
        }
        return new Fault(
                file
                        + " has "
                        + sentences.size()
                        + " faults:\n  "
                        + String.join("\n  ", sentences));
    }
}
