// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JDK 17 that exchange-core's pipeline needs, looked for as the launcher looks for its own: the
 * one that is named, or one in the usual folders, by its {@code release} file.
 */
final class PeerJdk {
    private static final String NAMED = "RINGBOOK_PEER_JAVA_HOME";
    private static final String FOLDERS = "RINGBOOK_JDK_FOLDERS";
    private static final String USUAL =
            "/usr/lib/jvm:/usr/lib64/jvm:/usr/java:/usr/local/java:/opt:/opt/java"
                    + ":/opt/homebrew/opt:/Library/Java/JavaVirtualMachines";
    private static final List<String> AT_HOME =
            List.of(
                    ".sdkman/candidates/java",
                    ".jdks",
                    ".asdf/installs/java",
                    ".local/share/mise/installs/java",
                    "Library/Java/JavaVirtualMachines");
    private static final List<String> INSIDE =
            List.of("", "Contents/Home", "libexec/openjdk.jdk/Contents/Home");

    private final Path home;
    private final String version;

    private PeerJdk(Path home, String version) {
        this.home = home;
        this.version = version;
    }

    /**
     * Finds one.
     *
     * @throws IOException with a sentence if there is none
     */
    static PeerJdk find(Map<String, String> environment) throws IOException {
        String named = environment.getOrDefault(NAMED, "");
        if (!named.isEmpty()) {
            Path home = Path.of(named);
            return at(home).orElseThrow(
                            () ->
                                    new IOException(
                                            NAMED
                                                    + " is "
                                                    + home
                                                    + ", which is not a Java 17: point it at one,"
                                                    + " or unset it to have one looked for"));
        }
        for (String folder : folders(environment)) {
            Optional<PeerJdk> found = in(Path.of(folder));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IOException(
                "exchange-core's pipeline needs a Java 17, and none was found in "
                        + String.join(", ", folders(environment))
                        + ": install one, or let "
                        + NAMED
                        + " point at one; --engine=ringbook goes without it");
    }

    /** Its {@code java}. */
    String java() {
        return home.resolve("bin/java").toString();
    }

    /** As its {@code release} file has it. */
    String version() {
        return version;
    }

    private static List<String> folders(Map<String, String> environment) {
        String given = environment.getOrDefault(FOLDERS, "");
        if (!given.isEmpty()) {
            return List.of(given.split(File.pathSeparator, -1));
        }
        List<String> folders = new ArrayList<>(List.of(USUAL.split(":", -1)));
        String user = environment.getOrDefault("HOME", "");
        if (!user.isEmpty()) {
            AT_HOME.forEach(folder -> folders.add(user + "/" + folder));
        }
        return folders;
    }

    private static Optional<PeerJdk> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                for (String inside : INSIDE) {
                    Optional<PeerJdk> found = at(entry.resolve(inside));
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PeerJdk> at(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            return Optional.empty();
        }
        return Files.readAllLines(release).stream()
                .filter(line -> line.matches("JAVA_VERSION=\"17([.+-].*)?\""))
                .map(line -> line.substring(line.indexOf('"') + 1, line.length() - 1))
                .findFirst()
                .map(version -> new PeerJdk(home, version));
    }
}
