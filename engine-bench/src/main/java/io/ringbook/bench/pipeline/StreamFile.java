// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.subject.RingbookPipeline;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a stream for the process of another engine; {@code CommandFile} there draws the bytes. */
final class StreamFile {
    private static final int FORMAT = 1;

    private StreamFile() {}

    static void write(CommandStream stream, int accounts, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(FORMAT);
            out.writeInt(stream.count());
            out.writeInt(stream.measuredFrom());
            out.writeInt(stream.measuredTo());
            for (int i = 0; i < stream.count(); i++) {
                out.writeByte(stream.kind(i));
                out.writeByte(stream.side(i));
                out.writeInt(RingbookPipeline.account(stream, i, accounts));
                out.writeInt(stream.id(i));
                out.writeInt(stream.target(i));
                out.writeLong(stream.price(i));
                out.writeInt(stream.quantity(i));
            }
        }
    }
}
