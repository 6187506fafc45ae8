// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of Greeting. Wrap only what a verifier found good: nothing is checked here.
 * Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  32 × u8 nonce                random, of this connection only
 *      32  i64     timeNs               time of the server, epoch ns
 *      40  i64     loginTimeoutNs       time left for the login, ns
 *      48  u16     schemaVersion        highest schema version that the server speaks
 *      50  u16     reserved             0
 *      52  u32     reserved             0
 *      56          length
 * </pre>
 */
public final class GreetingDecoder {
    public static final int NONCE_OFFSET = 0;
    public static final int TIME_NS_OFFSET = 32;
    public static final int LOGIN_TIMEOUT_NS_OFFSET = 40;
    public static final int SCHEMA_VERSION_OFFSET = 48;

    /** Length of the nonce in bytes. */
    public static final int NONCE_LENGTH = 32;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 56;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public GreetingDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    /** Copies the {@value #NONCE_LENGTH} bytes of the nonce. */
    public void getNonce(byte[] target, int targetOffset) {
        buffer.getBytes(offset + NONCE_OFFSET, target, targetOffset, NONCE_LENGTH);
    }

    public long timeNs() {
        return buffer.getLong(offset + TIME_NS_OFFSET, LITTLE_ENDIAN);
    }

    public long loginTimeoutNs() {
        return buffer.getLong(offset + LOGIN_TIMEOUT_NS_OFFSET, LITTLE_ENDIAN);
    }

    public short schemaVersion() {
        return buffer.getShort(offset + SCHEMA_VERSION_OFFSET, LITTLE_ENDIAN);
    }
}
