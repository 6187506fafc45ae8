// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words of a command file and the codes they stand for. Order types that the formats know and
 * the engine does not trade are words too: the engine answers them with a reject.
 */
final class Codes {
    /** Default of a column that must not be empty. */
    static final int REQUIRED = -1;

    static final Map<String, Byte> SIDES = new LinkedHashMap<>();
    static final Map<String, Byte> TYPES = new LinkedHashMap<>();
    static final Map<String, Byte> TIFS = new LinkedHashMap<>();
    static final Map<String, Byte> STP_MODES = new LinkedHashMap<>();
    static final Map<String, Byte> PHASES = new LinkedHashMap<>();
    static final Map<String, Byte> EXEC_INSTS = Map.of("POST_ONLY", Command.POST_ONLY);

    static {
        for (Side side : Side.values()) {
            SIDES.put(side.name(), side.code());
        }
        for (OrderType type : OrderType.values()) {
            TYPES.put(type.name(), type.code());
        }
        TYPES.put("STOP", (byte) 3);
        TYPES.put("STOP_LIMIT", (byte) 4);
        for (TimeInForce tif : TimeInForce.values()) {
            TIFS.put(tif.name(), tif.code());
        }
        for (StpMode mode : StpMode.values()) {
            STP_MODES.put(mode.name(), mode.code());
        }
        for (Phase phase : Phase.values()) {
            PHASES.put(phase.name(), phase.code());
        }
    }

    private Codes() {}
}
