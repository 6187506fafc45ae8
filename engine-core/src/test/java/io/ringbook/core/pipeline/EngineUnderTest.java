// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.oracle.BookLine;
import io.ringbook.core.oracle.EventCopy;
import io.ringbook.core.oracle.ExchangeUnderTest;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Side;
import io.ringbook.core.record.CommandEncoder;
import io.ringbook.core.record.DefinitionCodec;
import io.ringbook.core.record.EventDecoder;
import io.ringbook.core.record.RecordBufferPool;
import io.ringbook.core.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine behind the questions of scenarios and differential: every command goes through the
 * bytes of a record, every day change through a saved and loaded state.
 */
public final class EngineUnderTest implements ExchangeUnderTest {
    private final EngineState state;
    private final Slot slot;
    private final EventDecoder decoder = new EventDecoder();
    private final List<Instrument> instruments = new ArrayList<>();
    private boolean dayEnds;

    public EngineUnderTest(int maxEvents, int shards) {
        EngineConfig config =
                EngineConfig.defaults(ThreadLayout.FUSED)
                        .withShards(shards)
                        .withMaxEvents(maxEvents);
        state = new EngineState(config);
        slot = new Slot(new RecordBufferPool(), shards);
    }

    @Override
    public void addInstrument(Instrument instrument) {
        instruments.add(instrument);
        slot.reset();
        DefinitionCodec.encode(instrument, 0, 0, slot.record);
        state.carryOut(slot);
    }

    @Override
    public void addAccount(Account account) {
        slot.reset();
        DefinitionCodec.encode(account, 0, 0, slot.record);
        state.carryOut(slot);
    }

    @Override
    public void addSession(Session session) {
        slot.reset();
        DefinitionCodec.encode(session, 0, 0, slot.record);
        state.carryOut(slot);
    }

    @Override
    public List<EventCopy> process(Command command) {
        slot.reset();
        CommandEncoder.encode(command, null, null, slot.record);
        state.carryOut(slot);
        SegmentMerger.merge(slot);
        CommandEncoder.endRecord(slot.record);
        List<EventCopy> events = new ArrayList<>();
        decoder.decode(slot.record.buffer(), 0, event -> events.add(EventCopy.of(event)));
        dayEnds |= command.kind == CommandKind.END_OF_DAY;
        if (dayEnds && !continuePending()) {
            changeDay();
            dayEnds = false;
        }
        return events;
    }

    private void changeDay() {
        StateWriter image = new StateWriter();
        state.saveForNextDay(image);
        state.load(image.buffer(), image.length());
    }

    @Override
    public List<BookLine> book(int instrumentId) {
        List<BookLine> lines = new ArrayList<>();
        Instrument instrument = instruments.get(instrumentId - 1);
        for (Side side : Side.values()) {
            state.orders(
                    instrumentId,
                    side,
                    (orderId, price, leaves, cum, prevented, id0, id1, id2) ->
                            lines.add(
                                    new BookLine(
                                            side,
                                            price * instrument.tickSize(),
                                            leaves * instrument.lotSize(),
                                            cum * instrument.lotSize(),
                                            prevented * instrument.lotSize(),
                                            orderId,
                                            ClientOrderId.text(id0, id1, id2))));
        }
        return lines;
    }

    @Override
    public boolean continuePending() {
        return state.pendingSequence() != 0;
    }
}
