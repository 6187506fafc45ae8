// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the room for the outbound logs comes from. Any thread, one at a time. */
interface ExtentSource {
    /** Bytes of each extent. */
    int EXTENT_LENGTH = 4 * 1024 * 1024;

    /**
     * An extent of zeros that can be written without a fault.
     *
     * @throws IOException if there is no room for it; it can be asked again
     */
    ByteBuffer allocate() throws IOException;

    /** Gives an extent back that nobody has seen. */
    void free(ByteBuffer extent);
}
