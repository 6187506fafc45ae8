// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder laid out like this project, with a copy of the real {@code bin/ringbook} and stand-ins
 * for what it calls. The launcher sees an empty environment but for what a test adds, and looks for
 * JDKs in {@code jdks} only, so that those of the machine do not matter.
 */
final class Workshop {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    /** What the launcher may call; on some machines there is no flock. */
    private static final List<String> TOOLS =
            List.of(
                    "cat",
                    "find",
                    "flock",
                    "head",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "rmdir",
                    "sleep",
                    "touch");

    /** Says who it is and how it was called; writes a class archive when asked to. */
    private static final String FAKE_JAVA =
            """
            #!/bin/sh
            echo "java of ${0%/bin/java}"
            printf '%s\\n' "$@"
            case $3 in -XX:ArchiveClassesAtExit=*)
                echo archive >>"${5%/engine-gateway/*}/archives"
                [ ! -e "${5%/engine-gateway/*}/unarchivable" ] || exit 1
                echo classes >"${3#*=}"
            esac
            """;

    /**
     * Makes the jar after a while and writes down that it was called; fails while there is a file
     * {@code broken}, and has a source saved while it works when there is one named {@code hasty}.
     */
    private static final String FAKE_MAVEN =
            """
            #!/bin/sh
            echo "$JAVA_HOME" >>builds
            [ ! -e broken ] || { echo '[ERROR] cannot find symbol'; exit 1; }
            sleep 0.3
            [ ! -e hasty ] || { rm hasty; echo more >>engine-core/src/main/java/Book.java; }
            case " $* " in
            *' -pl engine-bench '*) jar=engine-bench/target/ringbook-bench.jar ;;
            *) jar=engine-gateway/target/ringbook.jar ;;
            esac
            mkdir -p "${jar%/*}"
            echo jar >"$jar"
            """;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    Workshop(Path folder) throws IOException {
        this.folder = folder;
        copyTree(Path.of(System.getProperty("ringbook.root"), "bin"), root().resolve("bin"));
        Files.createDirectories(folder.resolve("jdks"));
        Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            lend(tool);
        }
        environment.put("PATH", folder.resolve("tools").toString());
        environment.put("RINGBOOK_JDK_FOLDERS", folder.resolve("jdks").toString());
        source("pom.xml");
        source("engine-core/src/main/java/Book.java");
        source("engine-core/src/test/java/BookTest.java");
    }

    Path root() {
        return folder.resolve("ringbook");
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    /** A source file older than any build. */
    Path source(String name) throws IOException {
        Path file = root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        for (Path path = file; !path.equals(root()); path = path.getParent()) {
            Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
        }
        return file;
    }

    /** A JDK at {@code place}, as its {@code release} file tells it. */
    Path jdk(Path place, String version) throws IOException {
        Files.createDirectories(place.resolve("bin"));
        script(place.resolve("bin/java"), FAKE_JAVA);
        script(place.resolve("bin/javac"), FAKE_JAVA);
        Files.writeString(
                place.resolve("release"),
                "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
        return place;
    }

    Path jdk(String name, String version) throws IOException {
        return jdk(folder.resolve("jdks").resolve(name), version);
    }

    void maven() throws IOException {
        script(folder.resolve("tools/mvn"), FAKE_MAVEN);
    }

    void built() throws IOException {
        Path jar = root().resolve("engine-gateway/target/ringbook.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "jar");
        Files.writeString(jar.resolveSibling("ringbook-zgc.jsa"), "classes");
    }

    int builds() throws IOException {
        return lines("builds");
    }

    int archives() throws IOException {
        return lines("archives");
    }

    private int lines(String name) throws IOException {
        Path file = root().resolve(name);
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    Answer run(String... arguments) throws IOException, InterruptedException {
        return finish(start(root().resolve("bin/ringbook"), arguments));
    }

    Process start(Path launcher, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(folder.toFile());
        return builder.start();
    }

    static Answer finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher did not end: " + out + err);
        }
        return new Answer(process.exitValue(), out.lines().toList(), err.lines().toList());
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private void lend(String tool) throws IOException {
        for (String place : List.of("/usr/bin", "/bin")) {
            Path found = Path.of(place, tool);
            if (Files.isExecutable(found)) {
                script(
                        folder.resolve("tools").resolve(tool),
                        "#!/bin/sh\nexec " + found + " \"$@\"\n");
                return;
            }
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be made executable");
        }
    }

    /** How a launcher ended, and the lines that it wrote. */
    record Answer(int exitCode, List<String> out, List<String> err) {}
}
