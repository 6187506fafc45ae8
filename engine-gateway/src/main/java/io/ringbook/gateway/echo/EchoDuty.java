// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import io.ringbook.gateway.tcp.ClientSocket;
import io.ringbook.gateway.tcp.ConnectionLoop;
import io.ringbook.gateway.tcp.SocketDuty;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** Lets everybody in, and has nothing to do beside the sockets. */
final class EchoDuty implements SocketDuty<EchoConversation> {
    private final Stall stall;
    private final Consumer<Throwable> failures;

    EchoDuty(Stall stall, Consumer<Throwable> failures) {
        this.stall = stall;
        this.failures = failures;
    }

    @Override
    public EchoConversation connect(SocketChannel channel, long nowNs) {
        return new EchoConversation(stall);
    }

    @Override
    public void begin(ConnectionLoop<EchoConversation> loop) {}

    @Override
    public boolean hasWork() {
        return false;
    }

    @Override
    public boolean work(long nowNs) {
        return false;
    }

    @Override
    public long tick(long nowNs) {
        return 0;
    }

    @Override
    public void onConnected(ClientSocket<EchoConversation> socket) {}

    @Override
    public void onOpen(EchoConversation conversation, SocketAddress address) {}

    @Override
    public void onEnd(EchoConversation conversation, SocketAddress address) {}

    @Override
    public void onStop() {}

    @Override
    public void onFailure(Throwable cause) {
        failures.accept(cause);
    }
}
