// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import com.typesafe.config.ConfigOrigin;
import io.ringbook.gateway.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Faults of one file, gathered so that they are told at once. */
final class ConfigFaults {
    private final Path file;
    private final List<String> sentences = new ArrayList<>();

    ConfigFaults(Path file) {
        this.file = file;
    }

    /** One more fault: where, what is wrong, what would be right. */
    void add(ConfigOrigin origin, String sentence) {
        String name = origin.filename();
        String place = name == null ? file.toString() : name;
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
