// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.run;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.gateway.csv.Action;
import io.ringbook.gateway.lobster.BookCheck;
import io.ringbook.gateway.records.RecordSink;
import io.ringbook.gateway.records.RecordedCommand;

/**
 * Tells a {@link BookCheck} of each command that a file states, and watches whether each IOC order
 * trades in full at its own price, as those made of an execution must.
 */
final class CheckSink implements RecordSink {
    private final BookCheck check;
    private long iocCount;
    private long filledCount;
    private long filledQuantity;

    CheckSink(BookCheck check) {
        this.check = check;
    }

    @Override
    public void onCommand(RecordedCommand recorded) {
        filledQuantity = 0;
    }

    @Override
    public void onEvent(RecordedCommand recorded, OrderEvent event) {
        if (event.kind == EventKind.EXECUTED
                && event.liquidity == Liquidity.TAKER.code()
                && event.price == recorded.command().price) {
            filledQuantity += event.quantity;
        }
    }

    @Override
    public void onEnd(RecordedCommand recorded) {
        Command command = recorded.command();
        if (command.kind == CommandKind.NEW_ORDER && command.tif == TimeInForce.IOC.code()) {
            iocCount++;
            filledCount += filledQuantity == command.quantity ? 1 : 0;
        }
        if (Action.of(command.kind) != null) {
            check.onCommandDone();
        }
    }

    /** IOC orders seen. */
    long iocCount() {
        return iocCount;
    }

    /** Those that traded in full, at once, at their own price. */
    long filledCount() {
        return filledCount;
    }
}
