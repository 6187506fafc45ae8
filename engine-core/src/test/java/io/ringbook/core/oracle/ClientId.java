// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;

/** A client order id as a value, so that it can be a key. */
record ClientId(long word0, long word1, int word2) {
    static final ClientId NONE = new ClientId(0, 0, 0);

    static ClientId of(Command command) {
        return new ClientId(command.clientOrderId0, command.clientOrderId1, command.clientOrderId2);
    }

    static ClientId targetOf(Command command) {
        return new ClientId(
                command.origClientOrderId0, command.origClientOrderId1, command.origClientOrderId2);
    }

    boolean isNone() {
        return equals(NONE);
    }

    @Override
    public String toString() {
        return ClientOrderId.text(word0, word1, word2);
    }
}
