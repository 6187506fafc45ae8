// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * A port that is had, and where nobody is served yet: who connects waits in the system's queue
 * until an {@link OrderEntryServer} takes the port over, and is turned away if it is closed before.
 * So a port that is taken is known before a long recovery, not after it.
 */
public final class ServerPort implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ServerSettings settings;
    private final ServerSocketChannel channel;
    private final int number;

    private ServerPort(ServerSettings settings, ServerSocketChannel channel) throws IOException {
        this.settings = settings;
        this.channel = channel;
        this.number = ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /**
     * Takes the port that a server is to listen on.
     *
     * @throws java.net.BindException if it cannot be had
     */
    public static ServerPort bind(ServerSettings settings) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(settings.listen(), BACKLOG);
            channel.configureBlocking(false);
            return new ServerPort(settings, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Its number. */
    public int number() {
        return number;
    }

    ServerSettings settings() {
        return settings;
    }

    ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
