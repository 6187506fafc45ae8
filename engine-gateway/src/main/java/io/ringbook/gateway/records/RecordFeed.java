// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.records;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.CancelOrderDescriptor;
import io.ringbook.codec.journal.MarketTickDescriptor;
import io.ringbook.codec.journal.MassCancelDescriptor;
import io.ringbook.codec.journal.NewOrderDescriptor;
import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.codec.journal.ReduceOrderDescriptor;
import io.ringbook.codec.journal.ReplaceOrderDescriptor;
import io.ringbook.codec.journal.TailText;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.record.CommandDecoder;
import io.ringbook.core.record.DefinitionCodec;
import io.ringbook.core.record.EventDecoder;
import io.ringbook.gateway.reference.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/**
 * Decodes records and hands them to sinks, and keeps the names that admin commands give. Must see
 * every record from the first on. One thread at a time.
 */
public final class RecordFeed implements RecordHandler {
    private final ReferenceData names;
    private final List<RecordSink> sinks = new ArrayList<>();
    private final RecordedCommand recorded = new RecordedCommand();
    private final EventDecoder events = new EventDecoder();

    /**
     * @param names empty, or what the records before the first one gave
     */
    public RecordFeed(ReferenceData names) {
        this.names = names;
    }

    /** Adds a sink for the records from here on. */
    public RecordFeed add(RecordSink sink) {
        sinks.add(sink);
        return this;
    }

    /** Instruments, accounts and sessions by the records up to here. */
    public ReferenceData names() {
        return names;
    }

    @Override
    public void onRecord(DirectBuffer buffer, int offset, int length) {
        CommandDecoder.decode(buffer, offset, recorded.command);
        recorded.lengthBytes = length;
        recorded.eventCount =
                buffer.getInt(offset + RecordHeaderDescriptor.EVENT_COUNT_OFFSET, LITTLE_ENDIAN);
        recorded.symbol = "";
        recorded.account = "";
        define(buffer, offset);
        name(buffer, offset);
        for (RecordSink sink : sinks) {
            sink.onCommand(recorded);
        }
        if (recorded.eventCount > 0) {
            events.decode(buffer, offset, this::onEvent);
        }
        for (RecordSink sink : sinks) {
            sink.onEnd(recorded);
        }
    }

    private void onEvent(OrderEvent event) {
        for (RecordSink sink : sinks) {
            sink.onEvent(recorded, event);
        }
    }

    private void define(DirectBuffer buffer, int offset) {
        CommandKind kind = recorded.command.kind;
        if (kind == CommandKind.ADD_INSTRUMENT) {
            Instrument instrument = DefinitionCodec.instrument(buffer, offset);
            names.add(instrument);
            recorded.command.instrumentId = instrument.instrumentId();
        } else if (kind == CommandKind.ADD_ACCOUNT) {
            Account account = DefinitionCodec.account(buffer, offset);
            names.add(account);
            recorded.command.accountId = account.accountId();
        } else if (kind == CommandKind.ADD_SESSION) {
            Session session = DefinitionCodec.session(buffer, offset);
            names.add(session);
            recorded.command.sessionId = session.sessionId();
        }
    }

    private void name(DirectBuffer buffer, int offset) {
        Command command = recorded.command;
        int structLength = structLength(command.kind);
        int commandLength =
                buffer.getInt(
                        offset + RecordHeaderDescriptor.COMMAND_LENGTH_BYTES_OFFSET, LITTLE_ENDIAN);
        if (structLength > 0 && commandLength > structLength) {
            int tail = offset + RecordHeaderDescriptor.LENGTH + structLength;
            recorded.symbol = TailText.text(buffer, tail);
            recorded.account = TailText.text(buffer, TailText.next(buffer, tail));
        }
        Instrument instrument = names.instrument(command.instrumentId);
        if (instrument != null) {
            recorded.symbol = instrument.symbol();
        }
        Account account = names.account(command.accountId);
        if (account != null) {
            recorded.account = account.name();
        }
    }

    /** Length of a command that may carry what was sent behind it; 0 for all others. */
    private static int structLength(CommandKind kind) {
        return switch (kind) {
            case NEW_ORDER -> NewOrderDescriptor.LENGTH;
            case CANCEL_ORDER -> CancelOrderDescriptor.LENGTH;
            case REPLACE_ORDER -> ReplaceOrderDescriptor.LENGTH;
            case REDUCE_ORDER -> ReduceOrderDescriptor.LENGTH;
            case MASS_CANCEL -> MassCancelDescriptor.LENGTH;
            case MARKET_TICK -> MarketTickDescriptor.LENGTH;
            default -> 0;
        };
    }
}
