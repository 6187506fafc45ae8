// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.process;

import io.ringbook.bench.report.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Flags of JVMs: those of this one, and those of the project's files, as the launcher takes them.
 */
public final class JvmFlags {
    private static final String USER = "RINGBOOK_JAVA_OPTS";
    private static final String PROFILE = "RINGBOOK_PROFILE";
    private static final String DEFAULT_PROFILE = "zgc";
    private static final String ENDING = ".options";

    private JvmFlags() {}

    /** All flags of this JVM, so its collector too. */
    public static List<String> ofThisJvm() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }

    /** The file of flags that every JVM of the project has, as an argument. */
    public static String project() {
        return "@" + ProjectFiles.root().resolve("bin/jvm.options");
    }

    /** The names of all profiles, sorted. */
    public static List<String> profiles() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The profile that the launcher takes if nothing else is said. */
    public static String profile() {
        return System.getenv().getOrDefault(PROFILE, DEFAULT_PROFILE);
    }

    /** What the launcher gives to a JVM under a profile, in its order: files, then the user's. */
    public static List<String> ofProfile(String profile) {
        List<String> flags = new ArrayList<>();
        flags.add(project());
        flags.add("@" + folder().resolve(profile + ENDING));
        flags.addAll(ofUser());
        return flags;
    }

    /**
     * What is wrong with a profile that a bench is to start a JVM with, as a sentence; or null. The
     * user's own flags must not name a collector then.
     */
    public static String fault(String profile) {
        List<String> known = profiles();
        if (!known.contains(profile)) {
            return "--profile has no \"" + profile + "\"; there are " + String.join(", ", known);
        }
        for (String flag : ofUser()) {
            if (flag.startsWith("-XX:+Use") && flag.endsWith("GC")) {
                return USER + " has " + flag + ", but the collector is chosen by --profile";
            }
        }
        return null;
    }

    private static List<String> ofUser() {
        String flags = System.getenv(USER);
        return flags == null || flags.isBlank() ? List.of() : List.of(flags.strip().split("\\s+"));
    }

    private static Path folder() {
        return ProjectFiles.root().resolve("bin/profiles");
    }
}
