// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document of the protocol, for tests that hold it to what is true. */
public final class ProtocolDocument {
    private ProtocolDocument() {}

    /** Where the project's files are. */
    public static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("schemas/order-entry.fbs"))) {
            at = at.getParent();
            if (at == null) {
                throw new AssertionError("not inside the project");
            }
        }
        return at;
    }

    /** The text of a file of the project. */
    public static String read(String name) {
        try {
            return Files.readString(root().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the document. */
    public static String text() {
        return read("docs/PROTOCOL_ORDER_ENTRY.md");
    }
}
