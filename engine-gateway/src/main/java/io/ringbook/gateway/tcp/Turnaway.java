// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.GreetingEncoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LoginRejectedEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.util.function.LongSupplier;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Tells a client for which there is no room that it is so: a greeting, the refusal, the end, in one
 * write. Keeps nothing of it, however many there are. Owned by the thread of the connections.
 */
final class Turnaway {
    static final LoginRejectReason REASON = LoginRejectReason.TOO_MANY;

    private static final int LENGTH = 1024;
    private static final int NONCE_LENGTH = 32;

    private final long loginTimeoutNs;
    private final LongSupplier wallClock;
    private final SecureRandom random = new SecureRandom();
    private final byte[] nonce = new byte[NONCE_LENGTH];
    private final ByteBuffer words = ByteBuffer.allocateDirect(LENGTH);
    private final UnsafeBuffer view = new UnsafeBuffer(words);
    private final GreetingEncoder greeting = new GreetingEncoder();
    private final LoginRejectedEncoder rejected = new LoginRejectedEncoder();

    /**
     * For a server.
     *
     * @param loginTimeoutNs told in the greeting
     * @param wallClock epoch nanoseconds, told in the greeting
     */
    Turnaway(long loginTimeoutNs, LongSupplier wallClock) {
        this.loginTimeoutNs = loginTimeoutNs;
        this.wallClock = wallClock;
    }

    /**
     * Turns a client away.
     *
     * @param scratch what it has sent goes there unread: left in the socket it would turn the end
     *     into a reset, which may overtake the words
     */
    void turnAway(SocketChannel channel, ByteBuffer scratch) throws IOException {
        channel.configureBlocking(false);
        // A socket that nothing was written to takes this at once.
        words.clear().limit(encode());
        channel.write(words);
        channel.shutdownOutput();
        scratch.clear();
        channel.read(scratch);
    }

    private int encode() {
        random.nextBytes(nonce);
        greeting.wrap(view, 0, (byte) 0, 0)
                .nonce(nonce, 0)
                .timeNs(wallClock.getAsLong())
                .loginTimeoutNs(loginTimeoutNs)
                .schemaVersion(FrameDescriptor.SCHEMA_VERSION);
        return GreetingEncoder.FRAME_LENGTH
                + rejected.wrap(view, GreetingEncoder.FRAME_LENGTH, (byte) 0, 0)
                        .reason(REASON.code())
                        .encode(REASON.text());
    }
}
