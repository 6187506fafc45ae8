// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.gateway.session.ProtocolDocument;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
    @Test
    void mostMemoryOfConnectionsIsWhatTheDocumentSays() throws IOException {
        ServerSettings settings = ServerRig.settings();

        // 2,048 connections: 2 KiB, 64 KiB, 4 KiB and 64 KiB each, and 64 KiB for all
        assertThat(settings.maxBufferBytes())
                .isEqualTo(2_048 * (2L + 64 + 4 + 64) * 1_024 + 64 * 1_024);
        assertThat(Files.readString(ProtocolDocument.root().resolve("docs/OPERATIONS.md")))
                .contains("(%,d bytes)".formatted(settings.maxBufferBytes()));
    }
}
