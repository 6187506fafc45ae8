// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.RejectReason;
import java.util.Arrays;

/** An event that stays: a copy of every field of an {@link OrderEvent}, equal by value. */
public final class EventCopy {
    private static final String[] NAMES = {
        "flags",
        "instrumentId",
        "orderId",
        "clientOrderId0",
        "clientOrderId1",
        "clientOrderId2",
        "sessionId",
        "accountId",
        "side",
        "reason",
        "liquidity",
        "price",
        "quantity",
        "leavesQuantity",
        "cumQuantity",
        "preventedQuantity",
        "origClientOrderId0",
        "origClientOrderId1",
        "origClientOrderId2",
        "matchNumber",
        "contraOrderId",
        "contraClientOrderId0",
        "contraClientOrderId1",
        "contraClientOrderId2"
    };

    private final EventKind kind;

    /** Every field but the kind; the index means what {@link #NAMES} says. */
    private final long[] values;

    private EventCopy(EventKind kind, long[] values) {
        this.kind = kind;
        this.values = values;
    }

    public static EventCopy of(OrderEvent event) {
        long[] values = {
            event.flags,
            event.instrumentId,
            event.orderId,
            event.clientOrderId0,
            event.clientOrderId1,
            event.clientOrderId2,
            event.sessionId,
            event.accountId,
            event.side,
            event.reason,
            event.liquidity,
            event.price,
            event.quantity,
            event.leavesQuantity,
            event.cumQuantity,
            event.preventedQuantity,
            event.origClientOrderId0,
            event.origClientOrderId1,
            event.origClientOrderId2,
            event.matchNumber,
            event.contraOrderId,
            event.contraClientOrderId0,
            event.contraClientOrderId1,
            event.contraClientOrderId2
        };
        return new EventCopy(event.kind, values);
    }

    /** This event with one more flag: how a repeated answer is marked. */
    EventCopy withFlag(byte flag) {
        long[] copy = values.clone();
        copy[0] |= flag;
        return new EventCopy(kind, copy);
    }

    public EventKind kind() {
        return kind;
    }

    public boolean hasFlag(byte flag) {
        return (values[0] & flag) != 0;
    }

    public int instrumentId() {
        return (int) values[1];
    }

    public long orderId() {
        return values[2];
    }

    public String clientOrderId() {
        return ClientOrderId.text(values[3], values[4], (int) values[5]);
    }

    public int sessionId() {
        return (int) values[6];
    }

    public int accountId() {
        return (int) values[7];
    }

    public byte side() {
        return (byte) values[8];
    }

    public byte reason() {
        return (byte) values[9];
    }

    public byte liquidity() {
        return (byte) values[10];
    }

    public long price() {
        return values[11];
    }

    public long quantity() {
        return values[12];
    }

    public long leavesQuantity() {
        return values[13];
    }

    public long cumQuantity() {
        return values[14];
    }

    public long preventedQuantity() {
        return values[15];
    }

    public String origClientOrderId() {
        return ClientOrderId.text(values[16], values[17], (int) values[18]);
    }

    public long matchNumber() {
        return values[19];
    }

    public long contraOrderId() {
        return values[20];
    }

    public String contraClientOrderId() {
        return ClientOrderId.text(values[21], values[22], (int) values[23]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventCopy that
                && kind == that.kind
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + Arrays.hashCode(values);
    }

    /** The kind, and in brackets the reason by name if there is one. */
    public String kindAndReason() {
        if (reason() == 0) {
            return kind.name();
        }
        Enum<?> reason =
                switch (kind) {
                    case CANCELED -> CancelReason.of(reason());
                    case PHASE_CHANGED -> Phase.of(reason());
                    default -> RejectReason.of(reason());
                };
        return kind + "(" + reason + ")";
    }

    /** The kind, the reason by name, and each field that is not zero. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kindAndReason());
        for (int i = 0; i < values.length; i++) {
            if (values[i] == 0) {
                continue;
            }
            switch (i) {
                case 3 -> text.append(" clientOrderId=").append(clientOrderId());
                case 16 -> text.append(" orig=").append(origClientOrderId());
                case 21 -> text.append(" contraClientOrderId=").append(contraClientOrderId());
                case 4, 5, 17, 18, 22, 23 -> {} // shown with the first word
                default -> text.append(' ').append(NAMES[i]).append('=').append(values[i]);
            }
        }
        return text.toString();
    }
}
