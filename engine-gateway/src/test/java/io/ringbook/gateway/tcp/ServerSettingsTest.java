// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.MessageText;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.gateway.session.ProtocolDocument;
import io.ringbook.gateway.session.SessionSettings;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
    private static final long SECOND_NS = 1_000_000_000L;

    @Test
    void mostMemoryOfConnectionsIsWhatTheDocumentSays() {
        ServerSettings settings = ServerRig.settings();

        // 2,048 connections: 2 KiB, 64 KiB, 4 KiB and 64 KiB each, and 64 KiB for all
        assertThat(settings.maxBufferBytes())
                .isEqualTo(2_048 * (2L + 64 + 4 + 64) * 1_024 + 64 * 1_024);
        assertThat(ProtocolDocument.read("docs/OPERATIONS.md"))
                .contains("(%,d bytes)".formatted(settings.maxBufferBytes()));
    }

    @Test
    void limitsInTheProtocolAreThoseOfTheDefaults() {
        SessionSettings session = SessionSettings.defaults();
        ServerSettings server = ServerRig.settings();

        assertThat(ProtocolDocument.text())
                .contains(
                        "\n| frame | %,d bytes | ".formatted(FrameDescriptor.MAX_LENGTH),
                        "\n| text | %d printable ASCII characters | "
                                .formatted(MessageText.MAX_LENGTH),
                        "\n| client order id | %d printable ASCII characters | "
                                .formatted(ClientOrderId.MAX_LENGTH),
                        "\n| client sequence | %,d in a day | ".formatted((1L << Integer.SIZE) - 1),
                        "\n| time to the login | %d s; told in Greeting | "
                                .formatted(session.loginTimeoutNs() / SECOND_NS),
                        "\n| heartbeat interval | 0.%d s to %d s, %d s for a client that asks for none | "
                                .formatted(
                                        session.minHeartbeatNs() * 10 / SECOND_NS,
                                        session.maxHeartbeatNs() / SECOND_NS,
                                        session.heartbeatNs() / SECOND_NS),
                        "\n| bytes that wait for a client | %d MiB; a replay does not count | "
                                .formatted(session.maxBacklogBytes() >> 20),
                        "\n| heartbeats, pings, questions and ignored re-sends of one connection | %,d in a second | "
                                .formatted(session.maxQuestionsPerSecond()),
                        "\n| connections | %,d | ".formatted(server.maxConnections()),
                        "\n| connections not logged in | %,d | ".formatted(server.maxNotLoggedIn()),
                        "\n| time to take the last message | %d s | "
                                .formatted(session.logoutTimeoutNs() / SECOND_NS));
    }
}
