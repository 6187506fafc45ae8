// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.GreetingEncoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LoginRejectedEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Tells a client for which there is no room that it is so: a greeting, the refusal, the end, in one
 * write. Keeps nothing of it, however many there are. Owned by the thread of the connections.
 */
final class Turnaway {
    static final LoginRejectReason REASON = LoginRejectReason.TOO_MANY;

    private static final int LENGTH = 1024;

    private final ByteBuffer words = ByteBuffer.allocateDirect(LENGTH);

    /**
     * Prepares the words. The nonce is 0: no login will answer it.
     *
     * @param loginTimeoutNs told in the greeting
     */
    Turnaway(long loginTimeoutNs) {
        UnsafeBuffer view = new UnsafeBuffer(words);
        new GreetingEncoder()
                .wrap(view, 0, (byte) 0, 0)
                .loginTimeoutNs(loginTimeoutNs)
                .schemaVersion(FrameDescriptor.SCHEMA_VERSION);
        int end = GreetingEncoder.FRAME_LENGTH;
        end +=
                new LoginRejectedEncoder()
                        .wrap(view, end, (byte) 0, 0)
                        .reason(REASON.code())
                        .encode(REASON.text());
        words.limit(end);
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
        channel.write(words.rewind());
        channel.shutdownOutput();
        scratch.clear();
        channel.read(scratch);
    }
}
