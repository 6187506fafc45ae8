// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import java.io.IOException;
import net.openhft.chronicle.bytes.MappedBytesStore;
import net.openhft.chronicle.bytes.MappedFile;
import net.openhft.chronicle.core.io.ReferenceOwner;

/**
 * Makes the pages of Chronicle's own mapping present and writable before the appender gets there,
 * so that the appender takes no page fault: measured, such faults cost it up to tens of
 * milliseconds.
 *
 * <p>Takes the very mapping that the appender writes through, and the next one before the appender
 * asks for it, from the file's cache of mappings. On Linux {@code madvise(MADV_POPULATE_WRITE)};
 * elsewhere a compare-and-set of 0 to 0 in each page, which changes nothing whoever else writes
 * there. Touches only pages whose blocks are allocated. One thread at a time.
 */
final class PageToucher implements ReferenceOwner, AutoCloseable {
    private static final int PAGE = 4096;

    private final MappedFile file;
    private MappedBytesStore mapping;
    private long mappedChunk;
    private long touchedEnd;
    private boolean populates = LinuxCalls.get() != null;

    PageToucher(MappedFile file) {
        this.file = file;
    }

    /** Touches what is not yet touched between two bytes of the file; the end falls to a page. */
    void touch(long position, long end) throws IOException {
        long from = Math.max(touchedEnd, position & -PAGE);
        long to = end & -PAGE;
        while (from < to) {
            long chunk = from / file.chunkSize();
            long partEnd = Math.min(to, (chunk + 1) * file.chunkSize());
            map(chunk);
            touchPages(from, partEnd);
            from = partEnd;
            touchedEnd = partEnd;
        }
    }

    @Override
    public void close() {
        if (mapping != null) {
            mapping.release(this);
            mapping = null;
        }
    }

    private void map(long chunk) throws IOException {
        if (mapping != null && mappedChunk == chunk) {
            return;
        }
        MappedBytesStore next = file.acquireByteStore(this, chunk * file.chunkSize());
        close();
        mapping = next;
        mappedChunk = chunk;
    }

    private void touchPages(long from, long to) {
        if (populates) {
            populates = LinuxCalls.get().populate(mapping.addressForRead(from), to - from);
        }
        if (!populates) {
            for (long page = from; page < to; page += PAGE) {
                mapping.compareAndSwapInt(page, 0, 0);
            }
        }
    }
}
