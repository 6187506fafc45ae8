// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what a file includes from beside that file; an include that is not there is a fault. */
final class BesideFile implements ConfigIncluder {
    private final Path folder;

    BesideFile(Path file) {
        this.folder = file.toAbsolutePath().getParent();
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        Path included = folder.resolve(what);
        try (BufferedReader reader = Files.newBufferedReader(included)) {
            return ConfigFactory.parseReader(
                            reader,
                            ConfigParseOptions.defaults()
                                    .setOriginDescription(included.toString())
                                    .setIncluder(new BesideFile(included)))
                    .root();
        } catch (IOException e) {
            throw new ConfigException.IO(
                    context.parseOptions().getOriginDescription() == null
                            ? ConfigOriginFactory.newSimple("include")
                            : ConfigOriginFactory.newSimple(
                                    context.parseOptions().getOriginDescription()),
                    "it includes " + included + ", which cannot be read",
                    e);
        }
    }
}
