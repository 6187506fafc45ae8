// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import java.util.List;

/** The columns of a command file; a constant is its column's number in {@link #NAMES}. */
final class CommandColumns {
    static final List<String> NAMES =
            List.of(
                    "time_ns",
                    "action",
                    "symbol",
                    "account",
                    "order_id",
                    "orig_order_id",
                    "side",
                    "type",
                    "tif",
                    "quantity",
                    "price",
                    "stop_price",
                    "display_quantity",
                    "min_quantity",
                    "exec_inst",
                    "stp_group",
                    "stp_mode",
                    "expire_ns",
                    "poss_resend",
                    "phase");

    static final List<String> REQUIRED = List.of("time_ns", "action");

    static final int TIME_NS = 0;
    static final int ACTION = 1;
    static final int SYMBOL = 2;
    static final int ACCOUNT = 3;
    static final int ORDER_ID = 4;
    static final int ORIG_ORDER_ID = 5;
    static final int SIDE = 6;
    static final int TYPE = 7;
    static final int TIF = 8;
    static final int QUANTITY = 9;
    static final int PRICE = 10;
    static final int STOP_PRICE = 11;
    static final int DISPLAY_QUANTITY = 12;
    static final int MIN_QUANTITY = 13;
    static final int EXEC_INST = 14;
    static final int STP_GROUP = 15;
    static final int STP_MODE = 16;
    static final int EXPIRE_NS = 17;
    static final int POSS_RESEND = 18;
    static final int PHASE = 19;

    private CommandColumns() {}
}
