// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A small text file that stands beside the records: a title, one {@code name value} per line, and a
 * last line {@code crc32c} with eight hexadecimal digits over all bytes before it. It is replaced
 * whole, by a forced write and a rename, or not at all.
 */
final class Marker {
    private static final String CRC = "crc32c ";
    private static final int CRC_LINE_LENGTH = CRC.length() + 8 + 1;

    private Marker() {}

    /** Puts a file in place whole, and forces it and its directory to the disk. */
    static void write(Path file, String title, Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder(title).append('\n');
        values.forEach((name, value) -> text.append(name).append(' ').append(value).append('\n'));
        byte[] body = text.toString().getBytes(ISO_8859_1);
        text.append(CRC).append(String.format("%08x", checksum(body, body.length))).append('\n');
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(aside, CREATE, TRUNCATE_EXISTING, WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(aside, file, ATOMIC_MOVE);
        forceDirectory(file.getParent());
    }

    /** The values of a file, or null if its bytes are not what was written. */
    static Map<String, String> read(Path file, String title) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int bodyLength = bytes.length - CRC_LINE_LENGTH;
        if (bodyLength < 0) {
            return null;
        }
        String end = CRC + String.format("%08x", checksum(bytes, bodyLength)) + '\n';
        String text = new String(bytes, ISO_8859_1);
        if (!text.endsWith(end) || !text.startsWith(title + '\n')) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        text.substring(title.length() + 1, bodyLength)
                .lines()
                .forEach(
                        line -> {
                            int space = line.indexOf(' ');
                            values.put(line.substring(0, space), line.substring(space + 1));
                        });
        return values;
    }

    /** Makes the names in a directory survive the death of the machine, where the system can. */
    static void forceDirectory(Path directory) throws IOException {
        if (LinuxCalls.get() == null) {
            return; // elsewhere a directory cannot be opened as a file
        }
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
