// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.flow;

import io.ringbook.core.match.MatchShard;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.EventListener;
import io.ringbook.core.validate.Admission;
import io.ringbook.core.validate.Validator;

/** Validate and match by direct calls: no ring, no record, no journal. One thread. */
public final class DirectEngine {
    private static final int MAX_EVENTS = 65_536;

    private final Validator validator;
    private final MatchShard shard;
    private final Admission admission = new Admission();

    /**
     * Makes an engine that knows {@link FlowMarket}.
     *
     * @param expectedOrders live orders for which nothing grows
     * @param expectedIds client order ids for which nothing grows
     */
    public DirectEngine(int expectedOrders, int expectedIds) {
        validator = new Validator(expectedIds);
        shard = new MatchShard(0, 1, expectedOrders, expectedIds, MAX_EVENTS);
        validator.add(FlowMarket.instrument());
        validator.add(FlowMarket.account());
        validator.add(FlowMarket.session());
        shard.add(FlowMarket.instrument());
        shard.add(FlowMarket.account());
        shard.add(FlowMarket.session());
    }

    /** Carries out one command. */
    public void accept(Command command, EventListener listener) {
        validator.validate(command, admission);
        shard.match(command, admission, listener);
    }
}
