// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.scenario;

import io.ringbook.core.oracle.ReferenceExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scenario file, read: what it is about, its world, and its steps. The format is in the README
 * beside the files.
 */
final class Scenario {
    private static final Path FOLDER = Path.of("src/test/resources/scenarios");

    private final String name;
    private final List<String> rules = new ArrayList<>();
    private final World world = new World();
    private final List<Step> steps = new ArrayList<>();
    private int recordBound = ReferenceExchange.EVENTS_PER_RECORD;

    private Scenario(String name) {
        this.name = name;
    }

    /** Every scenario file, by name. */
    static List<Scenario> all() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".scenario")).sorted().toList()) {
                scenarios.add(parse(file.getFileName().toString(), Files.readAllLines(file)));
            }
        }
        return scenarios;
    }

    static Scenario parse(String name, List<String> lines) {
        Scenario scenario = new Scenario(name);
        for (int i = 0; i < lines.size(); i++) {
            try {
                scenario.line(lines.get(i).strip(), i + 1);
            } catch (RuntimeException fault) {
                throw new IllegalArgumentException(
                        name + ":" + (i + 1) + ": " + fault.getMessage(), fault);
            }
        }
        scenario.world.complete();
        return scenario;
    }

    private void line(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        char first = line.charAt(0);
        if (first == '<' || first == '|') {
            steps.get(steps.size() - 1).expect(line);
            return;
        }
        if (first == '>') {
            steps.add(new Step(Step.What.COMMAND, line.substring(1).strip(), number));
            return;
        }
        Words words = new Words(line);
        switch (words.next()) {
            case "rule" -> {
                while (!words.isEmpty()) {
                    rules.add(words.next());
                }
            }
            case "instrument" -> world.instrument(words);
            case "firm" -> world.firm(words);
            case "session" -> world.limits(words);
            case "record" -> recordBound = (int) words.number();
            case "at" -> steps.add(new Step(Step.What.TIME, words.next(), number));
            case "book" -> steps.add(new Step(Step.What.BOOK, line.substring(4).strip(), number));
            default -> throw words.wrong("unknown line");
        }
    }

    String name() {
        return name;
    }

    List<String> rules() {
        return rules;
    }

    World world() {
        return world;
    }

    List<Step> steps() {
        return steps;
    }

    int recordBound() {
        return recordBound;
    }

    /** One thing that happens, and the lines that must come of it. */
    static final class Step {
        enum What {
            COMMAND,
            TIME,
            BOOK
        }

        final What what;
        final String text;
        final int lineNumber;
        final List<String> expected = new ArrayList<>();

        Step(What what, String text, int lineNumber) {
            this.what = what;
            this.text = text;
            this.lineNumber = lineNumber;
        }

        private void expect(String line) {
            boolean fits =
                    (what == What.COMMAND && line.startsWith("<"))
                            || (what == What.BOOK && line.startsWith("|"));
            if (!fits) {
                throw new IllegalArgumentException("nothing here gives: " + line);
            }
            expected.add(line.substring(1).strip().replaceAll("\\s+", " "));
        }
    }
}
