// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.validate;

import io.ringbook.core.order.Command;

/**
 * 128-bit hash of the fields that make two commands the same business (rule 7.4): all but sequence,
 * time and the re-send mark. Two lanes with different multipliers over the same words. Owned by
 * validate's thread.
 */
final class BusinessHash {
    private static final long LANE0 = 0x9e3779b97f4a7c15L;
    private static final long LANE1 = 0xc2b2ae3d27d4eb4fL;

    private long hash0;
    private long hash1;

    /** Hashes a command; read the result from {@link #hash0} and {@link #hash1}. */
    void of(Command command) {
        hash0 = LANE0;
        hash1 = LANE1;
        add(
                command.kind.code()
                        | ((command.side & 0xffL) << 8)
                        | ((command.type & 0xffL) << 16)
                        | ((command.tif & 0xffL) << 24)
                        | ((command.execInst & 0xffL) << 32)
                        | ((command.stpMode & 0xffL) << 40));
        add(((long) command.accountId << 32) | (command.instrumentId & 0xffff_ffffL));
        add(((long) command.stpGroup << 32) | (command.origClientOrderId2 & 0xffff_ffffL));
        add(command.origClientOrderId0);
        add(command.origClientOrderId1);
        add(command.origOrderId);
        add(command.quantity);
        add(command.price);
        add(command.stopPrice);
        add(command.displayQuantity);
        add(command.minQuantity);
        add(command.expireNs);
    }

    long hash0() {
        return hash0;
    }

    long hash1() {
        return hash1;
    }

    private void add(long word) {
        hash0 = Long.rotateLeft((hash0 ^ word) * LANE0, 31) + LANE1;
        hash1 = Long.rotateLeft((hash1 + word) * LANE1, 29) ^ LANE0;
        hash0 ^= hash0 >>> 29;
        hash1 ^= hash1 >>> 32;
    }
}
