// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A disk that gives so many extents and then is full. */
final class LimitedExtents implements ExtentSource {
    final AtomicInteger left;
    final AtomicInteger given = new AtomicInteger();

    LimitedExtents(int count) {
        left = new AtomicInteger(count);
    }

    @Override
    public ByteBuffer allocate() throws IOException {
        if (left.getAndUpdate(count -> Math.max(0, count - 1)) == 0) {
            throw new IOException("No space left on device");
        }
        given.incrementAndGet();
        return ByteBuffer.allocateDirect(EXTENT_LENGTH);
    }

    @Override
    public void free(ByteBuffer extent) {
        given.decrementAndGet();
    }
}
