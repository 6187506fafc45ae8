// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static io.ringbook.gateway.session.ClientMessages.order;
import static io.ringbook.gateway.session.ClientMessages.ping;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.metrics.StageHistograms;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.StageTime;
import io.ringbook.core.order.Side;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.gateway.session.Desks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders over a real socket are timed from their arrival on, each of them once. */
final class StageTimesOverTcpTest {
    private static final int ORDERS = 500;

    private final StageHistograms read = new StageHistograms();

    @ParameterizedTest
    @EnumSource(
            value = ThreadLayout.class,
            names = {"SINGLE", "FUSED", "STAGED"})
    void everyOrderIsDecodedAndGoesAllTheWay(ThreadLayout layout, @TempDir Path directory)
            throws IOException {
        StageMetrics metrics;
        try (ServerRig rig =
                        ServerRig.start(directory, new Desks(1), ServerRig.settings(), layout);
                TestClient client = rig.connect()) {
            // given a session that has logged in
            metrics = rig.metrics;
            client.login("DESK1A");
            rig.awaitPublished();
            metrics.readInto(new StageHistograms());

            // when it sends orders, and between them what is no command
            byte[][] frames = new byte[2 * ORDERS][];
            for (int i = 0; i < ORDERS; i++) {
                frames[2 * i] = order(i + 1, 1, "A" + i, Side.SELL, 1, 100);
                frames[2 * i + 1] = ping(i);
            }
            client.send(frames);
            assertThat(client.texts(2 * ORDERS)).doesNotContain("null");
        }

        // then: and with them the LOGOFF at the end, which no frame has brought
        metrics.readInto(read);
        assertThat(count(StageTime.DECODE)).isEqualTo(ORDERS);
        assertThat(count(StageTime.DECODE_WAIT)).isEqualTo(ORDERS);
        assertThat(count(StageTime.WHOLE)).isBetween(ORDERS + 0L, ORDERS + 1L);
        for (StageTime stage :
                List.of(
                        StageTime.INGEST,
                        StageTime.VALIDATE,
                        StageTime.MATCH,
                        StageTime.JOURNAL,
                        StageTime.PUBLISH)) {
            assertThat(count(stage)).as("%s", stage).isEqualTo(count(StageTime.WHOLE));
        }
        assertThat(read.of(StageTime.WHOLE).getMaxValue())
                .isGreaterThan(read.of(StageTime.MATCH).getMinNonZeroValue());
    }

    private long count(StageTime time) {
        return read.of(time).getTotalCount();
    }
}
