// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.journal.JournalReader;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.record.EventDecoder;
import io.ringbook.core.replay.Replayer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 2.8 at its true size: records of 65,536 events, through the journal and back. */
final class LargeRecordTest {
    private static final int ORDERS = 70_000;

    private final EngineConfig config = EngineConfig.defaults(ThreadLayout.FUSED);
    private final Command command = new Command();
    private final EventDecoder decoder = new EventDecoder();

    /** Kind of the command, number of events, kind of the last event, of records above 4. */
    private final List<String> large = new ArrayList<>();

    private int events;
    private String last;

    @Test
    void sweepStopsAtTheBoundAndMassCancelGoesOn(@TempDir Path directory) {
        // given
        EngineState state = new EngineState(config);
        long hash;
        try (ChronicleJournal journal =
                        ChronicleJournal.open(
                                directory,
                                JournalOptions.of(Durability.COMMIT),
                                (buffer, offset, length) -> {});
                Engine engine =
                        Engine.start(
                                state,
                                journal,
                                this::onRecord,
                                (sequence, cause) -> {
                                    throw new AssertionError("failed at " + sequence, cause);
                                })) {
            define(engine.ingest());
            rest(engine.ingest(), ORDERS);

            // when
            newOrder(Side.BUY, ORDERS, 100_000);
            engine.ingest().submit(command, 2);
            rest(engine.ingest(), ORDERS);
            command.reset();
            command.kind = CommandKind.MASS_CANCEL;
            command.sessionId = 1;
            command.accountId = 1;
            engine.ingest().submit(command, 3);
            engine.ingest().awaitPublished();
            hash = state.stateHash();
        }

        // then 32,766 trades leave 3 places, and the mass cancel needs a second record
        int rested = 2 * ORDERS - 32_766;
        assertThat(large)
                .containsExactly(
                        "NEW_ORDER 65534 CANCELED 10",
                        "MASS_CANCEL 65535 CANCELED 2",
                        "CONTINUE " + (rested - 65_535 + 1) + " MASS_CANCELED 0");
        assertThat(CancelReason.SWEEP_LIMIT.code()).isEqualTo((byte) 10);
        Replayer replayer = new Replayer(new EngineState(config));
        JournalReader.open(directory).read(replayer);
        assertThat(replayer.state().stateHash()).isEqualTo(hash);
    }

    private void define(Ingest ingest) {
        ingest.add(
                new Instrument(1, "SYM", "USD", 2, 0, 1, 1, 0, 0, 0, 0, 0, 0, Phase.CONTINUOUS), 1);
        ingest.add(new Account(1, 1, "ACC", "FIRM"), 1);
        ingest.add(new Session(1, 1, "SES", 0, 0, 0, 0, 0), 1);
    }

    private void rest(Ingest ingest, int count) {
        for (int i = 0; i < count; i++) {
            newOrder(Side.SELL, 1, 50_000L + i % 1_000);
            ingest.submit(command, 2);
        }
    }

    private void newOrder(Side side, long quantity, long price) {
        command.reset();
        command.kind = CommandKind.NEW_ORDER;
        command.sessionId = 1;
        command.accountId = 1;
        command.instrumentId = 1;
        command.side = side.code();
        command.type = OrderType.LIMIT.code();
        command.tif = TimeInForce.DAY.code();
        command.quantity = quantity;
        command.price = price;
    }

    private void onRecord(DirectBuffer buffer, int offset, int length) {
        events = 0;
        decoder.decode(
                buffer,
                offset,
                event -> {
                    events++;
                    last = event.kind + " " + event.reason;
                });
        if (events > 4) {
            large.add(CommandKind.of(buffer.getByte(offset + 4)) + " " + events + " " + last);
        }
    }
}
