// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;

/** Commands of one desk with one account and one session, for tests of the pipeline. */
final class Desk {
    static final long START_NS = 1_000_000_000L;

    private Desk() {}

    /** Defines so many instruments, the account and a session without limits. */
    static void define(Ingest ingest, int instruments) {
        for (int id = 1; id <= instruments; id++) {
            ingest.add(
                    new Instrument(
                            id, "S" + id, "USD", 2, 0, 1, 1, 0, 0, 0, 0, 0, 0, Phase.CONTINUOUS),
                    START_NS);
        }
        ingest.add(new Account(1, 1, "ACC", "FIRM"), START_NS);
        ingest.add(new Session(1, 1, "SES", 0, 0, 0, 0, 0), START_NS);
    }

    static Command command(CommandKind kind, int instrumentId) {
        Command command = new Command();
        command.kind = kind;
        command.sessionId = 1;
        command.accountId = 1;
        command.instrumentId = instrumentId;
        return command;
    }

    /** A GTC limit order. */
    static Command order(int instrumentId, Side side, long quantity, long price) {
        Command order = command(CommandKind.NEW_ORDER, instrumentId);
        order.side = side.code();
        order.type = OrderType.LIMIT.code();
        order.tif = TimeInForce.GTC.code();
        order.quantity = quantity;
        order.price = price;
        return order;
    }

    static Command gtd(int instrumentId, long expireNs) {
        Command order = order(instrumentId, Side.BUY, 1, 1);
        order.tif = TimeInForce.GTD.code();
        order.expireNs = expireNs;
        return order;
    }

    static Command cancel(int instrumentId, long orderId) {
        Command cancel = command(CommandKind.CANCEL_ORDER, instrumentId);
        cancel.origOrderId = orderId;
        return cancel;
    }

    static Command tick(int instrumentId) {
        Command tick = command(CommandKind.MARKET_TICK, instrumentId);
        tick.price = 5;
        return tick;
    }

    static Command named(Command command, String id) {
        command.clientOrderId0 = ClientOrderId.word(id, 0);
        command.clientOrderId1 = ClientOrderId.word(id, 1);
        command.clientOrderId2 = (int) ClientOrderId.word(id, 2);
        return command;
    }
}
