// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The marker {@code ROLL} of a roll file. It is written last of all when the file is made, after
 * everything before it was forced to the disk: a directory without it holds no part of the journal.
 *
 * @param roll number of the roll file, from 1
 * @param file name of the file with the records
 * @param firstPosition byte where the first record's excerpt starts
 * @param committedAt byte in the file where Chronicle keeps, as u64, the position of the last
 *     excerpt that it finished
 * @param previousSequence sequence of the last record before this file, 0 if there is none
 * @param previousHash its chain hash
 * @param incarnation of the journal in this file
 */
record RollMarker(
        int roll,
        String file,
        long firstPosition,
        long committedAt,
        long previousSequence,
        long previousHash,
        int incarnation) {
    static final String NAME = "ROLL";
    private static final String TITLE = "ringbook journal roll";

    /** Name of the directory of a roll file. */
    static String directoryName(int roll) {
        return String.format("%06d", roll);
    }

    void write(Path directory) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("roll", Integer.toString(roll));
        values.put("file", file);
        values.put("firstPosition", Long.toString(firstPosition));
        values.put("committedAt", Long.toString(committedAt));
        values.put("previousSequence", Long.toString(previousSequence));
        values.put("previousChainHash", Long.toHexString(previousHash));
        values.put("incarnation", Integer.toString(incarnation));
        Marker.write(directory.resolve(NAME), TITLE, values);
    }

    /** The marker of a directory, or null if it has none. */
    static RollMarker read(Path directory, int roll) throws IOException {
        Path path = directory.resolve(NAME);
        if (!Files.exists(path)) {
            return null;
        }
        Map<String, String> values = Marker.read(path, TITLE);
        if (values == null || !values.get("roll").equals(Integer.toString(roll))) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    "The marker " + path + " is damaged: its bytes are not what was written.");
        }
        return new RollMarker(
                roll,
                values.get("file"),
                Long.parseLong(values.get("firstPosition")),
                Long.parseLong(values.get("committedAt")),
                Long.parseLong(values.get("previousSequence")),
                Long.parseUnsignedLong(values.get("previousChainHash"), 16),
                Integer.parseInt(values.get("incarnation")));
    }

    /** The file with the records, as it is named in positions. */
    String shownFile() {
        return directoryName(roll) + "/" + file;
    }
}
