// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Orders;
import io.ringbook.core.instrument.Directory;
import io.ringbook.core.state.ClientIdTable;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The state of all match shards as bytes, the same for any number of shards: pending operation,
 * markets by instrument id with their orders by priority, answered ids by session and id, finished
 * orders by id.
 *
 * <p>Saving reads all shards, so it needs them at rest; loading concerns one shard, which picks
 * what is its own.
 */
public final class MatchState {
    private MatchState() {}

    /** An answered id in one of the shards. */
    private record Entry(ClientIdTable table, AnswerLog log, int position) {
        static final Comparator<Entry> BY_ID =
                Comparator.<Entry>comparingInt(e -> e.table.sessionId(e.position))
                        .thenComparingLong(e -> e.table.word0(e.position))
                        .thenComparingLong(e -> e.table.word1(e.position))
                        .thenComparingInt(e -> e.table.word2(e.position));
    }

    /**
     * Writes the state of the shards.
     *
     * @param forNextDay only what outlives the day: ids of live orders, and no finished orders
     */
    public static void save(MatchShard[] shards, StateWriter out, boolean forNextDay) {
        shards[0].operation().save(out);
        int last = shards[0].markets().lastInstrumentId();
        for (int id = 1; id <= last; id++) {
            int part = out.beginPart();
            shards[MatchShard.shardOf(id, shards.length)].markets().get(id).save(out);
            out.endPart(part);
        }
        saveIds(shards, out, forNextDay);
        saveFinished(shards, out, forNextDay);
    }

    /**
     * Reads what {@link #save} wrote into one shard, in place of the state held.
     *
     * @param definitions those in force when the state was saved
     */
    public static void load(MatchShard shard, Directory definitions, StateReader in) {
        shard.clear();
        for (int id = 1; id <= definitions.accountCount(); id++) {
            shard.add(definitions.account(id));
        }
        for (int id = 1; id <= definitions.sessionCount(); id++) {
            shard.add(definitions.session(id));
        }
        for (int id = 1; id <= definitions.instrumentCount(); id++) {
            shard.add(definitions.instrument(id));
        }
        shard.operation().load(in);
        List<Integer> loaded = new ArrayList<>();
        for (int id = 1; id <= definitions.instrumentCount(); id++) {
            StateReader part = in.getPart();
            if (shard.markets().isOurs(id)) {
                shard.markets().get(id).load(part, loaded);
            }
        }
        Orders orders = shard.live().orders();
        loaded.sort(Comparator.comparingLong(orders::orderId));
        for (int order : loaded) {
            orders.register(order);
            shard.live().registered(order);
        }
        loadIds(shard, in);
        loadFinished(shard, in);
    }

    private static void saveIds(MatchShard[] shards, StateWriter out, boolean forNextDay) {
        List<Entry> entries = new ArrayList<>();
        for (MatchShard shard : shards) {
            ClientIdTable table = shard.ids().table();
            for (int position : table.sortedPositions()) {
                boolean live = shard.live().find(shard.ids().namedOrder(position)) != Orders.NONE;
                if (live || !forNextDay) {
                    entries.add(new Entry(table, shard.ids().log(), position));
                }
            }
        }
        entries.sort(Entry.BY_ID);
        out.putInt(entries.size());
        for (Entry entry : entries) {
            ClientIdTable table = entry.table();
            out.putInt(table.sessionId(entry.position()));
            out.putLong(table.word0(entry.position()));
            out.putLong(table.word1(entry.position()));
            out.putInt(table.word2(entry.position()));
            AnsweredIds.saveEntry(table, entry.log(), entry.position(), out);
        }
    }

    private static void loadIds(MatchShard shard, StateReader in) {
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            shard.ids().loadEntry(in, shard.markets());
        }
    }

    private static void saveFinished(MatchShard[] shards, StateWriter out, boolean forNextDay) {
        if (forNextDay) {
            out.putInt(0);
            return;
        }
        List<long[]> finished = new ArrayList<>();
        for (MatchShard shard : shards) {
            finished.addAll(Arrays.asList(shard.live().finished().sorted()));
        }
        long[][] sorted = finished.toArray(new long[0][]);
        Arrays.sort(sorted, Comparator.comparingLong(pair -> pair[0]));
        out.putInt(sorted.length);
        for (long[] pair : sorted) {
            out.putLong(pair[0]);
            out.putLong(pair[1]);
        }
    }

    private static void loadFinished(MatchShard shard, StateReader in) {
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            long orderId = in.getLong();
            long packed = in.getLong();
            if (shard.markets().isOurs((int) packed)) {
                shard.live().finished().put(orderId, packed);
            }
        }
    }
}
