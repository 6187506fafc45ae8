// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * What we need of the excerpts that Chronicle puts before the first record when it makes a file:
 * file header, index of indexes, first index. Read once, from a file just made, and kept in its
 * {@link RollMarker}.
 *
 * @param firstPosition where the first record's excerpt will start
 * @param committedAt where the header keeps the position of the last finished excerpt, a u64
 */
record ChronicleFileHeader(long firstPosition, long committedAt) {
    private static final int READ_LENGTH = 64 << 10;
    private static final int META_DATA = 0x4000_0000;
    private static final byte LONG_ARRAY = (byte) 0x8D;
    private static final byte[] NAME = "writePosition".getBytes(US_ASCII);

    static ChronicleFileHeader read(Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(READ_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(path, READ)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until the buffer is full or the file ends
            }
        }
        bytes.flip();
        int first = 0;
        while (bytes.getInt(first) >>> 30 == META_DATA >>> 30) {
            int end = first + Integer.BYTES + (bytes.getInt(first) ^ META_DATA);
            first = (end + Integer.BYTES - 1) & -Integer.BYTES;
        }
        if (first == 0 || bytes.getInt(first) != 0) {
            throw unknown(path);
        }
        return new ChronicleFileHeader(first, committedAt(bytes, path));
    }

    private static long committedAt(ByteBuffer bytes, Path path) throws IOException {
        int name = bytes.getInt(0) == 0 ? -1 : indexOfName(bytes);
        for (int i = name + NAME.length; name >= 0 && i < name + NAME.length + 16; i++) {
            int values = i + 1 + 2 * Long.BYTES;
            boolean isPair = bytes.get(i) == LONG_ARRAY && bytes.getLong(i + 1) == 2L;
            if (isPair && values % Long.BYTES == 0) {
                return values;
            }
        }
        throw unknown(path);
    }

    private static int indexOfName(ByteBuffer bytes) {
        int end = Math.min(256, bytes.limit() - NAME.length);
        for (int i = 0; i < end; i++) {
            if (bytes.slice(i, NAME.length).equals(ByteBuffer.wrap(NAME))) {
                return i;
            }
        }
        return -1;
    }

    private static IOException unknown(Path path) {
        return new IOException("Chronicle made a file header that is not known: " + path);
    }
}
