// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.order;

import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.RejectReason;
import java.util.List;

/**
 * The commands of one account of a recorded day, under ids of this run. Keeps which of its orders
 * live, so that they can be canceled in the end.
 */
final class RecordedOrders implements OrderSource {
    private final List<Command> commands;
    private final int accountId;
    private final long run;

    /** By number: which command brought the order about under that number. */
    private final int[] entries;

    /** By number: the order lives. */
    private final boolean[] live;

    private int next;
    private int lowestLive = 1;

    /**
     * @param commands with numbers in place of ids
     * @param numberCount numbers are 1 to this
     */
    RecordedOrders(List<Command> commands, int numberCount, int accountId, long runMs) {
        this.commands = commands;
        this.accountId = accountId;
        this.run = OrderIds.word(runMs);
        this.entries = new int[numberCount + 1];
        this.live = new boolean[numberCount + 1];
        for (int i = 0; i < commands.size(); i++) {
            int own = own(commands.get(i));
            if (own > 0 && entries[own] == 0) {
                entries[own] = i;
            }
        }
    }

    private static int own(Command command) {
        return (int) command.clientOrderId1;
    }

    private static int target(Command command) {
        return (int) command.origClientOrderId1;
    }

    @Override
    public int prepareOne(Command command) {
        return NONE;
    }

    @Override
    public int next(Command command) {
        Command from = commands.get(next);
        command.reset();
        command.kind = from.kind;
        command.accountId = accountId;
        command.instrumentId = from.instrumentId;
        name(command, own(from));
        nameTarget(command, target(from));
        command.side = from.side;
        command.type = from.type;
        command.tif = from.tif;
        command.execInst = from.execInst;
        command.stpMode = from.stpMode;
        command.stpGroup = from.stpGroup;
        command.quantity = from.quantity;
        command.price = from.price;
        command.stopPrice = from.stopPrice;
        command.displayQuantity = from.displayQuantity;
        command.minQuantity = from.minQuantity;
        command.expireNs = from.expireNs;
        return next++;
    }

    private void name(Command command, int number) {
        if (number > 0) {
            command.clientOrderId0 = run;
            command.clientOrderId1 = OrderIds.word(number);
        }
    }

    private void nameTarget(Command command, int number) {
        if (number > 0) {
            command.origClientOrderId0 = run;
            command.origClientOrderId1 = OrderIds.word(number);
        }
    }

    @Override
    public int cancelOne(Command command) {
        while (lowestLive < live.length && !live[lowestLive]) {
            lowestLive++;
        }
        if (lowestLive == live.length) {
            return NONE;
        }
        live[lowestLive] = false;
        command.reset();
        command.kind = CommandKind.CANCEL_ORDER;
        command.accountId = accountId;
        command.instrumentId = commands.get(entries[lowestLive]).instrumentId;
        nameTarget(command, lowestLive);
        return commands.size();
    }

    @Override
    public void onReport(byte type, OrderReportDecoder report) {
        boolean ends =
                type == MessageType.ORDER_CANCELED
                        || type == MessageType.ORDER_EXPIRED
                        || (type == MessageType.ORDER_EXECUTED && report.leavesQuantity() == 0);
        if (ends && report.clientOrderIdWord0() == run) {
            long number = OrderIds.number(report.clientOrderIdWord1());
            if (number > 0 && number < live.length) {
                live[(int) number] = false;
            }
        }
    }

    @Override
    public Outcome onAnswer(int mark, byte type, byte reason) {
        if (mark < commands.size()) {
            Command command = commands.get(mark);
            switch (type) {
                case MessageType.ORDER_ACCEPTED -> live[own(command)] = true;
                case MessageType.ORDER_REPLACED -> {
                    if (own(command) > 0) {
                        live[target(command)] = false;
                        live[own(command)] = true;
                    }
                }
                case MessageType.ORDER_CANCELED -> live[target(command)] = false;
                default -> {}
            }
        }
        return switch (type) {
            case MessageType.ORDER_REJECTED,
                    MessageType.CANCEL_REJECTED,
                    MessageType.REPLACE_REJECTED ->
                    reason == RejectReason.TOO_LATE_TO_CANCEL.code()
                            ? Outcome.TOO_LATE
                            : Outcome.REFUSED;
            default -> Outcome.DONE;
        };
    }
}
