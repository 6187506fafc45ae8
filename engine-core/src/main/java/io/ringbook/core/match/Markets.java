// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.instrument.Instrument;
import java.util.Arrays;

/** The markets of one shard, by instrument id. Owned by one match shard. */
final class Markets {
    private final LiveOrders live;
    private final int shard;
    private final int shardCount;
    private Market[] byInstrument = new Market[16];
    private int lastInstrumentId;

    Markets(LiveOrders live, int shard, int shardCount) {
        this.live = live;
        this.shard = shard;
        this.shardCount = shardCount;
    }

    /** Opens a market if the instrument is this shard's. */
    void open(Instrument instrument) {
        int id = instrument.instrumentId();
        if (id >= byInstrument.length) {
            byInstrument = Arrays.copyOf(byInstrument, Math.max(id + 1, byInstrument.length * 2));
        }
        lastInstrumentId = id;
        if (isOurs(id)) {
            byInstrument[id] = new Market(instrument, live);
        }
    }

    /** True if commands for this instrument id, known or not, are this shard's. */
    boolean isOurs(int instrumentId) {
        return MatchShard.shardOf(instrumentId, shardCount) == shard;
    }

    /** The market of an instrument of this shard, or null. */
    Market get(int instrumentId) {
        return instrumentId > 0 && instrumentId <= lastInstrumentId
                ? byInstrument[instrumentId]
                : null;
    }

    /** The largest instrument id opened, in this shard or another. */
    int lastInstrumentId() {
        return lastInstrumentId;
    }

    void clear() {
        Arrays.fill(byInstrument, null);
        lastInstrumentId = 0;
    }
}
