// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.threads;

import java.util.Locale;

/** The threads of an exchange that have a place of their own in the configuration. */
public enum EngineThread {
    /** Sockets and ingest. How it waits is its server's affair. */
    IO,

    /** Validate to publish on one thread. */
    ENGINE,

    /** The stage of that name. */
    VALIDATE,

    /** One for each match shard. */
    MATCH,

    /** The stage of that name. */
    JOURNAL,

    /** The stage of that name. */
    PUBLISH;

    /** True if it waits at the ring, so that it has a {@link WaitMode}. */
    public boolean isStage() {
        return this != IO;
    }

    /** Its name in configurations and sentences. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
