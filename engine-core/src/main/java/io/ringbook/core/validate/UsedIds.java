// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.validate;

import io.ringbook.core.order.Command;
import io.ringbook.core.state.ClientIdTable;
import io.ringbook.core.state.LiveIds;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;

/**
 * The client order ids used today and those of live orders, each with the {@link BusinessHash} that
 * it was first used with (rules 6.2 and 7.4). Owned by validate's thread.
 */
final class UsedIds {
    private final ClientIdTable table;

    UsedIds(int expectedIds) {
        table = new ClientIdTable(expectedIds, 2);
    }

    /** Position of a command's id for {@link #isSameBusiness}, or a negative number if unused. */
    int find(Command command) {
        return table.find(
                command.sessionId,
                command.clientOrderId0,
                command.clientOrderId1,
                command.clientOrderId2);
    }

    /** True if the id at a position was first used with this hash. */
    boolean isSameBusiness(int position, BusinessHash hash) {
        return table.value(position, 0) == hash.hash0() && table.value(position, 1) == hash.hash1();
    }

    /** Adds a command's id, which is not used yet. */
    void add(Command command, BusinessHash hash) {
        int position =
                table.add(
                        command.sessionId,
                        command.clientOrderId0,
                        command.clientOrderId1,
                        command.clientOrderId2);
        table.setValue(position, 0, hash.hash0());
        table.setValue(position, 1, hash.hash1());
    }

    /** Writes the ids in order; with {@code live} only those that name a live order. */
    void save(StateWriter out, LiveIds live) {
        for (int position : table.sortedPositions()) {
            int session = table.sessionId(position);
            long word0 = table.word0(position);
            long word1 = table.word1(position);
            int word2 = table.word2(position);
            if (live == null || live.isLive(session, word0, word1, word2)) {
                out.putInt(session);
                out.putLong(word0);
                out.putLong(word1);
                out.putInt(word2);
                out.putLong(table.value(position, 0));
                out.putLong(table.value(position, 1));
            }
        }
        out.putInt(0);
    }

    /** Reads what {@link #save} wrote, in place of what was held. */
    void load(StateReader in) {
        table.clear();
        for (int session = in.getInt(); session != 0; session = in.getInt()) {
            int position = table.add(session, in.getLong(), in.getLong(), in.getInt());
            table.setValue(position, 0, in.getLong());
            table.setValue(position, 1, in.getLong());
        }
    }
}
