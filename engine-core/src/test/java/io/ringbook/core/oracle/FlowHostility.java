// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.TimeInForce;
import java.util.SplittableRandom;

/** Spoils one field of a good command, in a way that a rule answers. */
final class FlowHostility {
    private static final long[] NONSENSE = {
        0, -1, 1, 3, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 62, -(1L << 40)
    };

    private final SplittableRandom random;

    FlowHostility(SplittableRandom random) {
        this.random = random;
    }

    /** Only fields that the kind of command has; the others are not journaled. */
    void spoil(Command command) {
        switch (command.kind) {
            case NEW_ORDER -> {
                switch (random.nextInt(4)) {
                    case 0 -> spoilNames(command);
                    case 1 -> spoilCodes(command);
                    case 2 -> spoilQuantity(command);
                    default -> spoilPrices(command);
                }
            }
            case REPLACE_ORDER -> {
                switch (random.nextInt(4)) {
                    case 0 -> spoilNames(command);
                    case 1 -> spoilTarget(command);
                    case 2 -> spoilQuantity(command);
                    default -> spoilPrices(command);
                }
            }
            case REDUCE_ORDER -> {
                switch (random.nextInt(3)) {
                    case 0 -> spoilNames(command);
                    case 1 -> spoilTarget(command);
                    default -> spoilQuantity(command);
                }
            }
            case CANCEL_ORDER -> {
                if (random.nextBoolean()) {
                    spoilNames(command);
                } else {
                    spoilTarget(command);
                }
            }
            default -> {} // nothing that a rule would answer
        }
    }

    private void spoilNames(Command command) {
        switch (random.nextInt(5)) {
            case 0 -> command.instrumentId = random.nextBoolean() ? 0 : 9_999;
            case 1 -> command.accountId = random.nextBoolean() ? 0 : 9_999;
            case 2 -> command.accountId = command.accountId % 4 + 1;
            case 3 -> command.instrumentId = command.instrumentId % 3 + 1;
            default -> Commands.setClientOrderId(command, "");
        }
    }

    private void spoilTarget(Command command) {
        Commands.setOrigClientOrderId(command, random.nextBoolean() ? "" : "NOBODY");
        command.origOrderId = nonsense();
    }

    private void spoilQuantity(Command command) {
        command.quantity =
                random.nextBoolean() ? nonsense() : command.quantity + random.nextInt(1, 9);
    }

    private void spoilPrices(Command command) {
        switch (random.nextInt(5)) {
            case 0 -> command.price = nonsense();
            case 1 -> command.price += random.nextInt(1, 9);
            case 2 -> command.expireNs = random.nextBoolean() ? command.timeNs : nonsense();
            case 3 -> command.stopPrice = nonsense();
            default -> command.displayQuantity = nonsense();
        }
    }

    private void spoilCodes(Command command) {
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
