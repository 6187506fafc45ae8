// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.collector;

import io.ringbook.bench.process.JvmFlags;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the table.
 *
 * @param profile of the launcher
 * @param headers of objects
 * @param garbageMib that the neighbour allocates a second; 0 for no neighbour
 */
record GcCase(String profile, Headers headers, long garbageMib) {
    /** How large the header of each object is. */
    enum Headers {
        /** 12 bytes, 16 without compressed class pointers. */
        PLAIN,
        /** 8 bytes: {@code -XX:+UseCompactObjectHeaders}. */
        COMPACT
    }

    /** Names it in sentences. */
    String label() {
        return profile
                + (headers == Headers.COMPACT ? " with compact headers" : "")
                + (garbageMib > 0 ? " beside " + garbageMib + " MiB/s of garbage" : "");
    }

    /**
     * Flags of its JVM: the launcher's, then a heap of one size that is in memory from the start.
     */
    List<String> flags(long heapMib) {
        List<String> flags = new ArrayList<>(JvmFlags.ofProfile(profile));
        flags.addAll(shared(heapMib));
        flags.add(
                headers == Headers.COMPACT
                        ? "-XX:+UseCompactObjectHeaders"
                        : "-XX:-UseCompactObjectHeaders");
        return flags;
    }

    /** The flags that all cases share, behind those of the launcher. */
    static List<String> shared(long heapMib) {
        return List.of(
                "-Xms" + heapMib + "m",
                "-Xmx" + heapMib + "m",
                "-XX:+AlwaysPreTouch",
                "-XX:+ExitOnOutOfMemoryError");
    }
}
