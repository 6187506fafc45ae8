// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.fault;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Work that failed for a reason outside the program. The message is one sentence: what failed,
 * where, and what is expected or can be done.
 */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Fault(String sentence) {
        super(sentence);
    }

    public Fault(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** A file that cannot be read. */
    public static Fault unreadable(Object file, IOException cause) {
        return new Fault("cannot read " + file + ": " + reason(cause), cause);
    }

    /** A file that cannot be written. */
    public static Fault unwritable(Object file, IOException cause) {
        return new Fault("cannot write " + file + ": " + reason(cause), cause);
    }

    /** The system's reason in a few words. */
    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        if (cause instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (cause instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
            return fileSystem.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
