// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.gateway.session.Desks;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is closed leaves no memory behind. */
@Timeout(120)
final class ClosedExchangeTest {
    private static final int COLLECTIONS = 20;

    @ParameterizedTest
    @EnumSource(
            value = ThreadLayout.class,
            names = {"SINGLE", "FUSED", "STAGED"})
    void closedExchangeIsForgotten(ThreadLayout layout, @TempDir Path directory)
            throws IOException {
        // given
        WeakReference<ServerRig> exchange = closedExchange(layout, directory);

        // when
        for (int i = 0; i < COLLECTIONS && exchange.get() != null; i++) {
            System.gc();
        }

        // then
        assertThat(exchange.get()).isNull();
    }

    private static WeakReference<ServerRig> closedExchange(ThreadLayout layout, Path directory)
            throws IOException {
        try (ServerRig rig =
                        ServerRig.start(directory, new Desks(1), ServerRig.settings(), layout);
                TestClient client = rig.connect()) {
            client.login("DESK1A");
            return new WeakReference<>(rig);
        }
    }
}
