// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.TimeInForce;
import java.util.SplittableRandom;

/** Spoils one field of a good command, in a way that a rule answers. */
final class FlowHostility {
    private static final long[] NONSENSE = {
        0, -1, 1, 3, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 62, -(1L << 40)
    };
    private static final int WAYS = 20;

    private final SplittableRandom random;

    FlowHostility(SplittableRandom random) {
        this.random = random;
    }

    void spoil(Command command) {
        switch (random.nextInt(WAYS)) {
            case 0 -> command.instrumentId = random.nextBoolean() ? 0 : 9_999;
            case 1 -> command.accountId = random.nextBoolean() ? 0 : 9_999;
            case 2 -> command.accountId = command.accountId % 4 + 1;
            case 3, 4 -> command.quantity = nonsense();
            case 5 -> command.quantity += random.nextInt(1, 9);
            case 6, 7 -> command.price = nonsense();
            case 8 -> command.price += random.nextInt(1, 9);
            case 9 -> command.expireNs = random.nextBoolean() ? command.timeNs : nonsense();
            case 10 -> command.stopPrice = nonsense();
            case 11 -> command.displayQuantity = nonsense();
            case 12 -> Commands.setClientOrderId(command, "");
            case 13 -> command.instrumentId = command.instrumentId % 3 + 1;
            default -> spoilMore(command);
        }
    }

    private void spoilMore(Command command) {
        if (command.kind != CommandKind.NEW_ORDER) {
            Commands.setOrigClientOrderId(command, random.nextBoolean() ? "" : "NOBODY");
            command.origOrderId = nonsense();
            return;
        }
        switch (random.nextInt(9)) {
            case 0 -> command.side = code();
            case 1 -> command.type = code();
            case 2 -> command.tif = code();
            case 3 -> command.execInst = code();
            case 4 -> command.stpMode = code();
            case 5 -> command.stpGroup = random.nextInt(-1, 2);
            case 6 -> command.minQuantity = random.nextBoolean() ? nonsense() : command.quantity;
            case 7 -> command.type = OrderType.MARKET.code();
            default -> command.tif = TimeInForce.GTD.code();
        }
    }

    private long nonsense() {
        return NONSENSE[random.nextInt(NONSENSE.length)];
    }

    private byte code() {
        return (byte) random.nextInt(-2, 9);
    }
}
