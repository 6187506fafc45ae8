// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the project lies; this class is in a jar or folder under {@code engine-bench/target}. */
public final class ProjectFiles {
    private static final String PROPERTY = "ringbook.root";

    private ProjectFiles() {}

    /** The project's folder; the tests, whose classes may lie elsewhere, name it by property. */
    public static Path root() {
        String given = System.getProperty(PROPERTY);
        if (given != null) {
            return Path.of(given);
        }
        try {
            Path code =
                    Path.of(
                            ProjectFiles.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return code.resolve("../../..").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the code is not a path", e);
        }
    }
}
