// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.record;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.AddAccountDescriptor;
import io.ringbook.codec.journal.AddInstrumentDescriptor;
import io.ringbook.codec.journal.AddSessionDescriptor;
import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.codec.journal.TailText;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Phase;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Definitions as records of admin commands. Stateless; allocates, as definitions are rare. */
public final class DefinitionCodec {
    private DefinitionCodec() {}

    /** Starts a record that adds an instrument. */
    public static void encode(
            Instrument instrument, long sequence, long timeNs, RecordBuffer record) {
        MutableDirectBuffer to =
                begin(
                        CommandKind.ADD_INSTRUMENT,
                        sequence,
                        timeNs,
                        AddInstrumentDescriptor.LENGTH,
                        record);
        int at = RecordHeaderDescriptor.LENGTH;
        putInt(to, at + AddInstrumentDescriptor.INSTRUMENT_ID_OFFSET, instrument.instrumentId());
        to.putByte(
                at + AddInstrumentDescriptor.PRICE_DECIMALS_OFFSET,
                (byte) instrument.priceDecimals());
        to.putByte(
                at + AddInstrumentDescriptor.QUANTITY_DECIMALS_OFFSET,
                (byte) instrument.quantityDecimals());
        to.putByte(at + AddInstrumentDescriptor.PHASE_OFFSET, instrument.phase().code());
        putLong(to, at + AddInstrumentDescriptor.TICK_SIZE_OFFSET, instrument.tickSize());
        putLong(to, at + AddInstrumentDescriptor.LOT_SIZE_OFFSET, instrument.lotSize());
        putLong(to, at + AddInstrumentDescriptor.MIN_QUANTITY_OFFSET, instrument.minQuantity());
        putLong(to, at + AddInstrumentDescriptor.MAX_QUANTITY_OFFSET, instrument.maxQuantity());
        putLong(
                to,
                at + AddInstrumentDescriptor.MAX_NOTIONAL_LOW_OFFSET,
                instrument.maxNotionalLow());
        putLong(
                to,
                at + AddInstrumentDescriptor.MAX_NOTIONAL_HIGH_OFFSET,
                instrument.maxNotionalHigh());
        putLong(to, at + AddInstrumentDescriptor.BAND_PPM_OFFSET, instrument.bandPpm());
        putLong(
                to,
                at + AddInstrumentDescriptor.REFERENCE_PRICE_OFFSET,
                instrument.referencePrice());
        CommandEncoder.putText(instrument.symbol(), record);
        CommandEncoder.putText(instrument.currency(), record);
        CommandEncoder.endCommand(record);
    }

    /** Starts a record that adds an account. */
    public static void encode(Account account, long sequence, long timeNs, RecordBuffer record) {
        MutableDirectBuffer to =
                begin(
                        CommandKind.ADD_ACCOUNT,
                        sequence,
                        timeNs,
                        AddAccountDescriptor.LENGTH,
                        record);
        int at = RecordHeaderDescriptor.LENGTH;
        putInt(to, at + AddAccountDescriptor.ACCOUNT_ID_OFFSET, account.accountId());
        putInt(to, at + AddAccountDescriptor.FIRM_ID_OFFSET, account.firmId());
        CommandEncoder.putText(account.name(), record);
        CommandEncoder.putText(account.firm(), record);
        CommandEncoder.endCommand(record);
    }

    /** Starts a record that adds a session. */
    public static void encode(Session session, long sequence, long timeNs, RecordBuffer record) {
        MutableDirectBuffer to =
                begin(
                        CommandKind.ADD_SESSION,
                        sequence,
                        timeNs,
                        AddSessionDescriptor.LENGTH,
                        record);
        int at = RecordHeaderDescriptor.LENGTH;
        putInt(to, at + AddSessionDescriptor.SESSION_ID_OFFSET, session.sessionId());
        putInt(to, at + AddSessionDescriptor.FIRM_ID_OFFSET, session.firmId());
        putLong(to, at + AddSessionDescriptor.ORDER_RATE_OFFSET, session.orderRate());
        putLong(to, at + AddSessionDescriptor.ORDER_BURST_OFFSET, session.orderBurst());
        putLong(to, at + AddSessionDescriptor.CANCEL_RATE_OFFSET, session.cancelRate());
        putLong(to, at + AddSessionDescriptor.CANCEL_BURST_OFFSET, session.cancelBurst());
        putLong(to, at + AddSessionDescriptor.IDS_PER_DAY_OFFSET, session.idsPerDay());
        CommandEncoder.putText(session.name(), record);
        CommandEncoder.endCommand(record);
    }

    /** The instrument that the record at {@code offset} adds. */
    public static Instrument instrument(DirectBuffer record, int offset) {
        int at = offset + RecordHeaderDescriptor.LENGTH;
        int symbol = at + AddInstrumentDescriptor.LENGTH;
        return new Instrument(
                getInt(record, at + AddInstrumentDescriptor.INSTRUMENT_ID_OFFSET),
                TailText.text(record, symbol),
                TailText.text(record, TailText.next(record, symbol)),
                record.getByte(at + AddInstrumentDescriptor.PRICE_DECIMALS_OFFSET),
                record.getByte(at + AddInstrumentDescriptor.QUANTITY_DECIMALS_OFFSET),
                getLong(record, at + AddInstrumentDescriptor.TICK_SIZE_OFFSET),
                getLong(record, at + AddInstrumentDescriptor.LOT_SIZE_OFFSET),
                getLong(record, at + AddInstrumentDescriptor.MIN_QUANTITY_OFFSET),
                getLong(record, at + AddInstrumentDescriptor.MAX_QUANTITY_OFFSET),
                getLong(record, at + AddInstrumentDescriptor.MAX_NOTIONAL_HIGH_OFFSET),
                getLong(record, at + AddInstrumentDescriptor.MAX_NOTIONAL_LOW_OFFSET),
                getLong(record, at + AddInstrumentDescriptor.BAND_PPM_OFFSET),
                getLong(record, at + AddInstrumentDescriptor.REFERENCE_PRICE_OFFSET),
                Phase.of(record.getByte(at + AddInstrumentDescriptor.PHASE_OFFSET)));
    }

    /** The account that the record at {@code offset} adds. */
    public static Account account(DirectBuffer record, int offset) {
        int at = offset + RecordHeaderDescriptor.LENGTH;
        int name = at + AddAccountDescriptor.LENGTH;
        return new Account(
                getInt(record, at + AddAccountDescriptor.ACCOUNT_ID_OFFSET),
                getInt(record, at + AddAccountDescriptor.FIRM_ID_OFFSET),
                TailText.text(record, name),
                TailText.text(record, TailText.next(record, name)));
    }

    /** The session that the record at {@code offset} adds. */
    public static Session session(DirectBuffer record, int offset) {
        int at = offset + RecordHeaderDescriptor.LENGTH;
        return new Session(
                getInt(record, at + AddSessionDescriptor.SESSION_ID_OFFSET),
                getInt(record, at + AddSessionDescriptor.FIRM_ID_OFFSET),
                TailText.text(record, at + AddSessionDescriptor.LENGTH),
                getLong(record, at + AddSessionDescriptor.ORDER_RATE_OFFSET),
                getLong(record, at + AddSessionDescriptor.ORDER_BURST_OFFSET),
                getLong(record, at + AddSessionDescriptor.CANCEL_RATE_OFFSET),
                getLong(record, at + AddSessionDescriptor.CANCEL_BURST_OFFSET),
                getLong(record, at + AddSessionDescriptor.IDS_PER_DAY_OFFSET));
    }

    private static MutableDirectBuffer begin(
            CommandKind kind, long sequence, long timeNs, int structLength, RecordBuffer record) {
        CommandEncoder.beginRecord(kind, sequence, timeNs, record);
        int at = record.append(structLength);
        record.buffer().setMemory(at, structLength, (byte) 0);
        return record.buffer();
    }

    private static void putInt(MutableDirectBuffer to, int at, int value) {
        to.putInt(at, value, LITTLE_ENDIAN);
    }

    private static void putLong(MutableDirectBuffer to, int at, long value) {
        to.putLong(at, value, LITTLE_ENDIAN);
    }

    private static int getInt(DirectBuffer from, int at) {
        return from.getInt(at, LITTLE_ENDIAN);
    }

    private static long getLong(DirectBuffer from, int at) {
        return from.getLong(at, LITTLE_ENDIAN);
    }
}
