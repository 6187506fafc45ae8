// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.match.MatchShard;
import io.ringbook.core.match.OrderIds;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.record.DefinitionCodec;
import io.ringbook.core.record.EventEncoder;
import org.agrona.DirectBuffer;

/**
 * One match shard on the ring: takes the commands that are its own, writes their events behind the
 * command, or into its own segment where all shards have a part. Owned by the shard's thread.
 */
final class MatchStage {
    private final MatchShard shard;
    private final int index;
    private final int shardCount;
    private final EventEncoder events = new EventEncoder();
    private final CarryOverAssembly carryOver = new CarryOverAssembly();

    MatchStage(MatchShard shard, int index, int shardCount) {
        this.shard = shard;
        this.index = index;
        this.shardCount = shardCount;
    }

    /** True if orders of all shards may be concerned. */
    static boolean isForAllShards(Command command) {
        return isWide(command.kind)
                || (command.kind == CommandKind.PHASE_CHANGE && command.instrumentId == 0);
    }

    /** True if the command is carried out in two steps, with all shards in between. */
    static boolean isWide(CommandKind kind) {
        return switch (kind) {
            case MASS_CANCEL, TIME, CONTINUE, END_OF_DAY, DISCONNECT -> true;
            default -> false;
        };
    }

    /**
     * True if this shard's time is that of match for a command: the shard that has its instrument,
     * or the first for one that concerns all shards.
     */
    boolean isTimedHere(Slot slot) {
        return slot.segmented
                ? index == 0
                : MatchShard.shardOf(slot.command.instrumentId, shardCount) == index;
    }

    /** Carries out a command that is not wide, if it is this shard's. */
    void process(Slot slot) {
        Command command = slot.command;
        DirectBuffer record = slot.record.buffer();
        switch (command.kind) {
            case ADD_INSTRUMENT -> shard.add(DefinitionCodec.instrument(record, 0));
            case ADD_ACCOUNT -> shard.add(DefinitionCodec.account(record, 0));
            case ADD_SESSION -> shard.add(DefinitionCodec.session(record, 0));
            case LOGIN, LOGOFF -> {}
            case CARRY_OVER -> {
                if (carryOver.add(record, 0)) {
                    carryOver.loadInto(shard);
                }
            }
            default -> {
                if (slot.segmented
                        || MatchShard.shardOf(command.instrumentId, shardCount) == index) {
                    shard.match(command, slot.admission, eventsOf(slot));
                }
            }
        }
        slot.liveOrders[index] = shard.liveOrders();
    }

    /** First step of a wide command. */
    OrderIds collect(Slot slot) {
        return shard.collect(slot.command);
    }

    /** Second step of a wide command. */
    void apply(Slot slot, WideShare share) {
        shard.apply(share.lastOrderId(), share.gone(), share.isComplete(), eventsOf(slot));
        slot.liveOrders[index] = shard.liveOrders();
    }

    /** A wide command that has nothing to do. */
    void skip(Slot slot) {
        slot.liveOrders[index] = shard.liveOrders();
    }

    private EventEncoder eventsOf(Slot slot) {
        return events.on(slot.segmented ? slot.segments[index] : slot.record);
    }
}
