// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import io.ringbook.core.journal.Durability;
import io.ringbook.gateway.reference.ReferenceData;

/**
 * What the sessions must know of the exchange they lead to. Immutable.
 *
 * @param reference instruments, accounts and sessions; not changed any more
 * @param incarnation of the journal
 * @param durability in force
 */
public record Exchange(ReferenceData reference, int incarnation, Durability durability) {

    /** Code of the durability on the wire. */
    public byte durabilityCode() {
        return switch (durability) {
            case NONE -> 1;
            case COMMIT -> 2;
            case SYNC -> 3;
        };
    }
}
