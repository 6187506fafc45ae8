// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.gateway.session.Desks;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An engine whose sessions' messages find no room any more. */
@Timeout(60)
final class FullDiskTest {
    private static final int EXTENTS = 4;
    private static final int MOST_ORDERS = 1_000_000;

    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final LimitedExtents disk = new LimitedExtents(EXTENTS);
    private final SessionStreams streams = new SessionStreams(new ChunkStore(disk));
    private Engine engine;
    private int orders;
    private long timeNs = 1;

    @BeforeEach
    void start() {
        engine =
                Engine.start(
                        new EngineState(EngineConfig.defaults(ThreadLayout.FUSED)),
                        new UnkeptJournal(),
                        streams,
                        (sequence, cause) -> failure.set(cause));
        new Desks(2).define(engine.ingest(), timeNs);
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void commandsAreLetInOnlyWhileAllTheyCanCauseHasRoom() {
        while (rest()) {
            assertThat(orders).isLessThan(MOST_ORDERS);
        }
        engine.ingest().awaitPublished();

        // The worst that may follow: everything that rests is canceled, and each is told of it.
        Command all = command(CommandKind.MASS_CANCEL);
        all.sessionId = 2;
        engine.ingest().submit(all, ++timeNs);
        engine.ingest().awaitPublished();

        assertThat(failure.get()).isNull();
        long told = streams.find(1).today().lastSequence() + streams.find(2).today().lastSequence();
        assertThat(told).isEqualTo(2L * orders + 1);
        assertThat(orders).isGreaterThan(10_000);
        assertThat(streams.roomFault()).isEqualTo("No space left on device");
    }

    @Test
    void commandsAreLetInAgainWhenThereIsRoom() {
        while (rest()) {
            assertThat(orders).isLessThan(MOST_ORDERS);
        }
        engine.ingest().awaitPublished();
        int before = orders;

        disk.left.set(1);

        assertThat(rest()).isTrue();
        engine.ingest().awaitPublished();
        assertThat(streams.find(1).today().lastSequence()).isEqualTo(before + 1L);
        assertThat(failure.get()).isNull();
    }

    /** Enters an order that rests, unless there is no room for what it may cause. */
    private boolean rest() {
        if (!streams.hasRoomForCommand(engine.ingest().lastSequence())) {
            return false;
        }
        orders++;
        Command order = command(CommandKind.NEW_ORDER);
        order.instrumentId = 1;
        order.clientOrderId0 = 0x3030303030303030L + (orders & 0xf) + ((orders >> 4 & 0xfL) << 8);
        order.clientOrderId0 += ((orders >> 8 & 0xfL) << 16) + ((orders >> 12 & 0xfL) << 24);
        order.clientOrderId0 += (orders >> 16 & 0xfL) << 32;
        order.side = Side.SELL.code();
        order.type = OrderType.LIMIT.code();
        order.tif = TimeInForce.DAY.code();
        order.quantity = 1;
        order.price = 100L + orders % 50;
        engine.ingest().submit(order, ++timeNs);
        return true;
    }

    private static Command command(CommandKind kind) {
        Command command = new Command();
        command.kind = kind;
        command.sessionId = 1;
        command.accountId = 1;
        return command;
    }
}
