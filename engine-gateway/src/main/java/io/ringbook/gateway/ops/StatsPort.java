// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * The port of the statistics, taken before anything else is begun; nobody is answered until a
 * {@link StatsServer} has it.
 */
public final class StatsPort implements AutoCloseable {
    private static final int BACKLOG = 64;

    private final ServerSocketChannel channel;
    private final InetSocketAddress address;

    private StatsPort(ServerSocketChannel channel) throws IOException {
        this.channel = channel;
        this.address = (InetSocketAddress) channel.getLocalAddress();
    }

    /**
     * Takes the port.
     *
     * @return null if there is to be none, or its automatic one is taken
     * @throws IOException if one that was asked for cannot be had
     */
    public static StatsPort bind(StatsSettings settings) throws IOException {
        if (settings.port() == StatsSettings.NONE) {
            return null;
        }
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(settings.listen(), BACKLOG);
            channel.configureBlocking(false);
            return new StatsPort(channel);
        } catch (BindException e) {
            channel.close();
            if (settings.port() == StatsSettings.AUTO) {
                return null;
            }
            throw e;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
