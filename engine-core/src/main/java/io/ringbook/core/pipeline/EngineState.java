// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.core.book.OrderBook;
import io.ringbook.core.match.MatchShard;
import io.ringbook.core.match.OrderIds;
import io.ringbook.core.match.RestingOrderVisitor;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Side;
import io.ringbook.core.record.RecordBufferPool;
import io.ringbook.core.state.StateWriter;
import io.ringbook.core.validate.Validator;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;

/**
 * All state of an engine, and the carrying out of one command on one thread. Live, recovery, replay
 * and tests all come through here or through the same stages on threads of their own.
 *
 * <p>Not thread-safe; handed to the stages when an {@link Engine} starts.
 */
public final class EngineState {
    private final EngineConfig config;
    private final Validator validator;
    private final MatchShard[] shards;
    private final SequencingState sequencing = new SequencingState();
    private final ValidateStage validateStage;
    private final MatchStage[] matchStages;
    private final CarryOverAssembly sequencingCarryOver = new CarryOverAssembly();
    private final OrderIds[] candidates;
    private final WideShare share;
    private final Slot replaySlot;

    /** Written by the journal's thread, read by ingest for its bound on the journal's room. */
    private final AtomicLong liveOrders = new AtomicLong();

    /** An engine that has seen nothing yet. */
    public EngineState(EngineConfig config) {
        this.config = config;
        this.validator = new Validator(config.expectedIds());
        this.shards = new MatchShard[config.shards()];
        this.matchStages = new MatchStage[shards.length];
        for (int i = 0; i < shards.length; i++) {
            shards[i] =
                    new MatchShard(
                            i,
                            shards.length,
                            config.expectedOrders(),
                            config.expectedIds(),
                            config.maxEvents());
            matchStages[i] = new MatchStage(shards[i], i, shards.length);
        }
        this.validateStage = new ValidateStage(validator, shards.length > 1);
        this.candidates = new OrderIds[shards.length];
        this.share = new WideShare(shards.length);
        this.replaySlot = new Slot(new RecordBufferPool(), shards.length);
    }

    /** Validates and matches the command in a slot, on this thread. */
    void carryOut(Slot slot) {
        validateStage.process(slot);
        match(slot);
    }

    /**
     * Carries out the command of a recorded record once more, and compares.
     *
     * @return true if it gave the recorded events, byte for byte
     */
    public boolean replay(DirectBuffer record, int offset, int length) {
        int commandEnd =
                RecordHeaderDescriptor.LENGTH
                        + record.getInt(
                                offset + RecordHeaderDescriptor.COMMAND_LENGTH_BYTES_OFFSET,
                                LITTLE_ENDIAN);
        replaySlot.reset();
        replaySlot.record.append(commandEnd);
        replaySlot.record.buffer().putBytes(0, record, offset, commandEnd);
        carryOut(replaySlot);
        SegmentMerger.merge(replaySlot);
        replayed();
        journaled(replaySlot);
        return replaySlot.record.length() == length
                && replaySlot.record.eventCount()
                        == record.getInt(
                                offset + RecordHeaderDescriptor.EVENT_COUNT_OFFSET, LITTLE_ENDIAN)
                && isEqual(replaySlot.record.buffer(), record, offset, commandEnd, length);
    }

    private static boolean isEqual(
            DirectBuffer ours, DirectBuffer theirs, int offset, int from, int to) {
        for (int i = from; i < to; i += Long.BYTES) {
            if (ours.getLong(i) != theirs.getLong(offset + i)) {
                return false;
            }
        }
        return true;
    }

    /** In a replay no ingest has noted what was sequenced. */
    private void replayed() {
        Command command = replaySlot.command;
        if (command.kind == CommandKind.CARRY_OVER
                && sequencingCarryOver.add(replaySlot.record.buffer(), 0)) {
            sequencingCarryOver.loadInto(sequencing);
        }
        sequencing.sequenced(command);
    }

    /** Matches the command in a slot, which was validated, on this thread. */
    void match(Slot slot) {
        if (!MatchStage.isWide(slot.command.kind)) {
            for (MatchStage stage : matchStages) {
                stage.process(slot);
            }
            return;
        }
        for (int i = 0; i < matchStages.length; i++) {
            candidates[i] = matchStages[i].collect(slot);
        }
        if (candidates[0] == null) {
            for (MatchStage stage : matchStages) {
                stage.skip(slot);
            }
            return;
        }
        share.compute(candidates, config.maxEvents() - 1);
        for (MatchStage stage : matchStages) {
            stage.apply(slot, share);
        }
    }

    /** Sizes and threads. */
    public EngineConfig config() {
        return config;
    }

    /** Sequence of the last command, 0 before the first. */
    public long lastSequence() {
        return sequencing.lastSequence();
    }

    /** Sequenced time of the last command, epoch nanoseconds. */
    public long lastTimeNs() {
        return sequencing.lastTimeNs();
    }

    /** Sequence of the wide command that waits for a CONTINUE, or 0. */
    public long pendingSequence() {
        return shards[0].pendingSequence();
    }

    /** Live orders after the last journaled command; any thread. */
    long liveOrders() {
        return liveOrders.getAcquire();
    }

    /** The command in a slot is in the journal, or replayed from it. Journal's thread. */
    void journaled(Slot slot) {
        long count = 0;
        for (long ofShard : slot.liveOrders) {
            count += ofShard;
        }
        liveOrders.setRelease(count);
    }

    /** The book of an instrument, for tests and tools while nothing runs. */
    public OrderBook book(int instrumentId) {
        return shards[MatchShard.shardOf(instrumentId, shards.length)].book(instrumentId);
    }

    /**
     * Shows the resting orders of one side of a book, for tests and tools with the engine at rest.
     */
    public void orders(int instrumentId, Side side, RestingOrderVisitor visitor) {
        shards[MatchShard.shardOf(instrumentId, shards.length)].orders(instrumentId, side, visitor);
    }

    /** Writes the whole state, as a snapshot holds it. */
    public void save(StateWriter out) {
        StateImage.save(this, out, false);
    }

    /** Writes what outlives the day. */
    public void saveForNextDay(StateWriter out) {
        StateImage.save(this, out, true);
    }

    /** Reads what {@link #save} or {@link #saveForNextDay} wrote, in place of the state held. */
    public void load(DirectBuffer bytes, int length) {
        StateImage.load(bytes, length, sequencing);
        StateImage.load(bytes, length, validator);
        long count = 0;
        for (MatchShard shard : shards) {
            StateImage.load(bytes, length, shard);
            count += shard.liveOrders();
        }
        liveOrders.setRelease(count);
    }

    /** XXH3-64 over the whole state: equal for equal states, whatever the number of shards. */
    public long stateHash() {
        StateWriter out = new StateWriter();
        save(out);
        return StateImage.hash(out.buffer(), out.length());
    }

    Validator validator() {
        return validator;
    }

    MatchShard[] shards() {
        return shards;
    }

    SequencingState sequencing() {
        return sequencing;
    }

    ValidateStage validateStage() {
        return validateStage;
    }

    MatchStage[] matchStages() {
        return matchStages;
    }
}
