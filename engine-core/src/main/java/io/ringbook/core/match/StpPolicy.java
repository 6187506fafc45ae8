// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Order;

/** Which two orders must not trade with each other (rule 4.1). Stateless. */
final class StpPolicy {
    private StpPolicy() {}

    /** True if both are of one firm and of the same group. */
    static boolean applies(Order taker, Order maker) {
        return taker.stpGroup != 0
                && taker.stpGroup == maker.stpGroup
                && taker.firmId == maker.firmId;
    }
}
