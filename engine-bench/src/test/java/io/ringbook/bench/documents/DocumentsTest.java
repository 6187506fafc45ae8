// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("ringbook.root"));
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]+[A-Za-z]*)`");
    private static final int README_LINES = 100;
    private static final int DECISION_LINES = 60;

    @Test
    void everyLinkBetweenDocumentsLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            for (String target : links(document)) {
                if (!Files.exists(document.resolveSibling(target))) {
                    broken.add(ROOT.relativize(document) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void theReadmeAndEachDecisionAreShort() throws IOException {
        assertThat(ROOT.resolve("README.md")).satisfies(file -> isAtMost(file, README_LINES));
        assertThat(decisions()).isNotEmpty().allSatisfy(file -> isAtMost(file, DECISION_LINES));
    }

    @Test
    void theIndexOfDocumentsNamesEachDecision() throws IOException {
        Path index = ROOT.resolve("docs/README.md");
        List<Path> named = new ArrayList<>();
        for (String target : links(index)) {
            named.add(index.resolveSibling(target));
        }
        assertThat(named).containsAll(decisions());
    }

    @Test
    void everyClassThatTheArchitectureNamesExists() throws IOException {
        // given
        Set<String> sources = sourceNames();

        // when
        List<String> named =
                CLASS_NAME
                        .matcher(Files.readString(ROOT.resolve("docs/ARCHITECTURE.md")))
                        .results()
                        .map((MatchResult name) -> name.group(1))
                        .toList();

        // then
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(sources).containsAll(named);
    }

    private static void isAtMost(Path document, int lines) throws IOException {
        assertThat(Files.readAllLines(document)).hasSizeLessThanOrEqualTo(lines);
    }

    private static List<String> links(Path document) throws IOException {
        return LINK.matcher(Files.readString(document))
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }

    private static Set<String> sourceNames() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static List<Path> decisions() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs/adr"))) {
            return files.sorted().toList();
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String name : List.of("README", "CHANGELOG", "CONTRIBUTING", "schemas/README")) {
            documents.add(ROOT.resolve(name + ".md"));
        }
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }
}
