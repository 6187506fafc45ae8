// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The marker {@code RUN} of a journal: how its last writer stands or ended.
 *
 * @param closed whether it ended clean
 * @param bootId which start of the machine it ran under
 * @param lastSequence last record when it ended clean, else 0
 * @param lastHash its chain hash
 */
record RunMarker(boolean closed, String bootId, long lastSequence, long lastHash) {
    static final String NAME = "RUN";
    private static final String TITLE = "ringbook journal run";
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String NO_BOOT_ID = "unknown";

    static RunMarker open() throws IOException {
        return new RunMarker(false, currentBootId(), 0L, 0L);
    }

    static RunMarker closed(long lastSequence, long lastHash) throws IOException {
        return new RunMarker(true, currentBootId(), lastSequence, lastHash);
    }

    /** The same without the claim that it ended clean. */
    RunMarker reopened() {
        return new RunMarker(false, bootId, 0L, 0L);
    }

    /**
     * Whether the last writer was ended by the death of the machine. Where the system does not name
     * its starts this is never known, and a tail is then cut at a torn record only.
     */
    boolean machineStopped() throws IOException {
        return !closed && !bootId.equals(NO_BOOT_ID) && !bootId.equals(currentBootId());
    }

    void write(Path directory) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("state", closed ? "closed" : "open");
        values.put("bootId", bootId);
        values.put("lastSequence", Long.toString(lastSequence));
        values.put("lastChainHash", Long.toHexString(lastHash));
        Marker.write(directory.resolve(NAME), TITLE, values);
    }

    static RunMarker read(Path directory) throws IOException {
        Path path = directory.resolve(NAME);
        Map<String, String> values = Files.exists(path) ? Marker.read(path, TITLE) : null;
        if (values == null) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    "The marker " + path + " is missing or damaged.");
        }
        return new RunMarker(
                values.get("state").equals("closed"),
                values.get("bootId"),
                Long.parseLong(values.get("lastSequence")),
                Long.parseUnsignedLong(values.get("lastChainHash"), 16));
    }

    private static String currentBootId() throws IOException {
        return Files.isReadable(BOOT_ID) ? Files.readString(BOOT_ID).strip() : NO_BOOT_ID;
    }
}
