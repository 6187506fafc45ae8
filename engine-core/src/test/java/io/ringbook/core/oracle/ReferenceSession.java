// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A session's buckets and used client order ids. */
final class ReferenceSession {
    final Session definition;
    final ReferenceBucket orderBucket;
    final ReferenceBucket cancelBucket;

    private final Map<ClientId, UsedId> usedIds = new HashMap<>();
    private long usedToday;

    ReferenceSession(Session definition) {
        this.definition = definition;
        this.orderBucket = new ReferenceBucket(definition.orderRate(), definition.orderBurst());
        this.cancelBucket = new ReferenceBucket(definition.cancelRate(), definition.cancelBurst());
    }

    /** The first use of this id, or null if it is free. */
    UsedId usedId(ClientId id) {
        return usedIds.get(id);
    }

    boolean mayUseAnotherId() {
        return definition.idsPerDay() == 0 || usedToday < definition.idsPerDay();
    }

    void use(ClientId id, UsedId use) {
        usedIds.put(id, use);
        usedToday++;
    }

    /** The day is over: only ids of live orders stay used, and they count for nothing. */
    void endDay(Set<ClientId> idsOfLiveOrders) {
        usedIds.keySet().retainAll(idsOfLiveOrders);
        usedToday = 0;
    }

    /** What used an id, and what it was answered (rule 7.4). */
    static final class UsedId {
        final String businessFields;
        EventCopy firstAnswer;

        UsedId(String businessFields) {
            this.businessFields = businessFields;
        }
    }
}
