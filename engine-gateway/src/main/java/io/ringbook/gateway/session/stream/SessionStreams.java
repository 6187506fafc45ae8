// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.EventListener;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.pipeline.OwnerThread;
import io.ringbook.core.record.CarryOverCodec;
import io.ringbook.core.record.CommandDecoder;
import io.ringbook.core.record.DefinitionCodec;
import io.ringbook.core.record.EventDecoder;
import io.ringbook.gateway.orderentry.ReportEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;

/**
 * Makes the message streams of all sessions from published records: the same code live and at the
 * start, when it takes the whole journal, so that a sequence means the same message for ever.
 *
 * <p>Thread: {@link #onRecord} belongs to the publishing thread; the streams are read by the thread
 * of the connections, which is told through {@link #pollChanged} which of them have grown. Nothing
 * is allocated for a record but the name of a chunk now and then.
 */
public final class SessionStreams implements RecordHandler, AutoCloseable {
    /** Most sessions. */
    public static final int MAX_SESSIONS = 1 << 14;

    private final ChunkStore store;
    private final Command command = new Command();
    private final EventDecoder events = new EventDecoder();
    private final EventListener listener = this::onEvent;
    private final ReportEncoder encoder = new ReportEncoder();
    private final OneToOneConcurrentArrayQueue<SessionStream> changed =
            new OneToOneConcurrentArrayQueue<>(MAX_SESSIONS);
    private final OpenOrders openOrders = new OpenOrders();
    private final OwnerThread publisher = new OwnerThread();
    private int index;
    private boolean hasChanged;
    private boolean dayBegun;

    /** By session id; replaced when it grows. */
    private volatile SessionStream[] streams = new SessionStream[16];

    /** Streams there are. Written by the publishing thread. */
    private volatile int sessionCount;

    private volatile int tradingDay;
    private volatile long lastRecordSequence;

    /** Phase codes by instrument id, 0 where none was told; replaced by each change. */
    private volatile byte[] phases = new byte[0];

    private volatile Runnable onChange = () -> {};

    /** Streams whose messages live in a store. */
    public SessionStreams(ChunkStore store) {
        this.store = store;
    }

    /**
     * Has somebody told, on the publishing thread, after each record that left something in the
     * queue of changed streams.
     */
    public void onChange(Runnable action) {
        onChange = action;
    }

    @Override
    public void onRecord(DirectBuffer buffer, int offset, int length) {
        assert publisher.isCurrent() : "another thread publishes";
        CommandDecoder.decode(buffer, offset, command);
        if (!dayBegun) {
            beginDay();
        }
        noteCommand(buffer, offset);
        encoder.record(command.sequence, command.timeNs);
        index = 0;
        events.decode(buffer, offset, listener);
        lastRecordSequence = command.sequence;
        if (hasChanged) {
            hasChanged = false;
            onChange.run();
        }
    }

    /**
     * The journal has been read to its end: from now on another thread may publish, and room for
     * messages is made ahead of it.
     *
     * @throws io.ringbook.gateway.fault.Fault if there is no room
     */
    public void start() {
        publisher.handOver();
        store.start();
    }

    /** Ends what {@link #start} began; what is published later still finds room by itself. */
    @Override
    public void close() {
        store.close();
    }

    private void noteCommand(DirectBuffer buffer, int offset) {
        switch (command.kind) {
            case NEW_ORDER, CANCEL_ORDER, REPLACE_ORDER, REDUCE_ORDER, MASS_CANCEL -> {
                if (command.clientSequence != 0) {
                    stream(command.sessionId)
                            .onClientSequence(Integer.toUnsignedLong(command.clientSequence));
                }
            }
            case LOGIN -> {
                SessionStream stream = stream(command.sessionId);
                stream.onLogin(command.sequence);
                queue(stream);
            }
            case ADD_SESSION -> stream(DefinitionCodec.session(buffer, offset).sessionId());
            case CARRY_OVER -> {
                if (CarryOverCodec.part(buffer, offset) + 1
                        == CarryOverCodec.parts(buffer, offset)) {
                    changeDay();
                }
            }
            default -> {}
        }
    }

    private void onEvent(OrderEvent event) {
        openOrders.onEvent(event, index, command.sequence, command.timeNs);
        int owner = Recipients.owner(event);
        if (owner != Recipients.NOBODY) {
            tell(owner, event);
            int asker = Recipients.asker(command, event, index);
            if (asker != Recipients.NOBODY) {
                tell(asker, event);
            }
        } else if (event.kind == EventKind.PHASE_CHANGED) {
            changePhase(event);
        }
        index++;
    }

    private void changePhase(OrderEvent event) {
        byte[] next = Arrays.copyOf(phases, Math.max(phases.length, event.instrumentId + 1));
        next[event.instrumentId] = event.reason;
        phases = next;
    }

    private void tell(int sessionId, OrderEvent event) {
        SessionStream stream = stream(sessionId);
        OutboundLog log = stream.today();
        int length =
                encoder.encode(
                        event,
                        index,
                        log.claim(ReportEncoder.MAX_FRAME_LENGTH),
                        log.writeOffset(),
                        log.nextSequence(),
                        Recipients.isAnswer(command, event, index, sessionId));
        log.commit(length);
        queue(stream);
    }

    private void queue(SessionStream stream) {
        // Pairs with pollChanged, which clears the mark before it hands the stream on: what was
        // committed before this either finds the mark cleared, and queues, or is seen by the
        // reader.
        if (stream.queued.compareAndSet(false, true)) {
            if (!changed.offer(stream)) {
                throw new IllegalStateException("the queue of changed streams cannot be full");
            }
            hasChanged = true;
        }
    }

    private void beginDay() {
        dayBegun = true;
        LocalDate date =
                LocalDate.ofInstant(Instant.ofEpochSecond(0, command.timeNs), ZoneOffset.UTC);
        tradingDay = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private void changeDay() {
        beginDay();
        for (SessionStream stream : streams) {
            if (stream != null) {
                stream.onNewDay(new OutboundLog(store));
                queue(stream);
            }
        }
    }

    private SessionStream stream(int sessionId) {
        SessionStream[] known = streams;
        if (sessionId < known.length && known[sessionId] != null) {
            return known[sessionId];
        }
        if (sessionId < 1 || sessionId >= MAX_SESSIONS) {
            throw new IllegalStateException(
                    "session id " + sessionId + " is not from 1 to " + (MAX_SESSIONS - 1));
        }
        SessionStream[] grown =
                Arrays.copyOf(known, Math.max(known.length, Integer.highestOneBit(sessionId) * 2));
        grown[sessionId] = new SessionStream(sessionId, new OutboundLog(store));
        streams = grown;
        int count = sessionCount;
        sessionCount = count + 1;
        return grown[sessionId];
    }

    /** The stream of a session, or null if no record has named it. Any thread. */
    public SessionStream find(int sessionId) {
        SessionStream[] known = streams;
        return sessionId > 0 && sessionId < known.length ? known[sessionId] : null;
    }

    /** A stream that has grown since it was last handed out, or null. One thread. */
    public SessionStream pollChanged() {
        SessionStream stream = changed.poll();
        if (stream != null) {
            stream.queued.set(false);
        }
        return stream;
    }

    /** Open orders of all sessions. */
    public OpenOrders openOrders() {
        return openOrders;
    }

    /** Sequence of the last record that was taken whole. Any thread. */
    public long lastRecordSequence() {
        return lastRecordSequence;
    }

    /**
     * True if all that the commands under way and one more can say has room: only then may it be
     * sequenced. For the thread that sequences.
     *
     * @param lastSequence of the last command that was sequenced
     */
    public boolean hasRoomForCommand(long lastSequence) {
        // In this order: what ended between the two reads is counted twice, not left out.
        long commands = lastSequence - lastRecordSequence + 1;
        return store.ensure(StreamRoom.bytes(commands, openOrders.openCount(), sessionCount));
    }

    /** Why the disk gave no room for messages when it was last asked, or null. Any thread. */
    public String roomFault() {
        return store.fault();
    }

    /** True if {@link #pollChanged} has something. */
    public boolean hasChanged() {
        return !changed.isEmpty();
    }

    /** Code of the phase that an instrument is in. Any thread. */
    public byte phase(Instrument instrument) {
        byte[] known = phases;
        int id = instrument.instrumentId();
        return id < known.length && known[id] != 0 ? known[id] : instrument.phase().code();
    }

    /** Day on which the current stream of sequences began, as yyyymmdd in UTC. Any thread. */
    public int tradingDay() {
        return tradingDay;
    }
}
