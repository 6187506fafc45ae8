// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.gateway.session.Desks;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ServerPortTest {
    private final Desks desks = new Desks(1);

    @Test
    void portIsHadBeforeAnybodyIsServedThere() throws IOException {
        try (ServerPort port = ServerPort.bind(ServerRig.settings())) {
            ServerSettings same =
                    ServerSettings.defaults(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()));

            assertThatThrownBy(() -> ServerPort.bind(same)).isInstanceOf(BindException.class);
        }
    }

    @Test
    void clientOfAnExchangeThatDoesNotStartHearsNothingButTheEnd() throws IOException {
        TestClient client;
        try (ServerPort port = ServerPort.bind(ServerRig.settings())) {
            client = new TestClient(port.number(), desks.key());
            assertThat(client.socket.getInputStream().available()).isZero();
        }
        try (client) {
            assertThat(client.read()).isNull();
        }
    }
}
