// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.subject;

import io.ringbook.bench.stream.CommandStream;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;

/** Commands of streams as clients send them: orders are named by client order id. */
final class NamedOrders {
    static final int INSTRUMENT = 1;

    /** Words of client order ids are text, so far apart; this spreads numbers alike. */
    private static final long ID_WORD = 0x9E3779B97F4A7C15L;

    private NamedOrders() {}

    /** Sets the command as decoding its bytes would, but for the bytes. */
    static void load(CommandStream stream, int index, int accountId, Command command) {
        command.reset();
        command.sequence = stream.id(index);
        command.timeNs = command.sequence;
        command.sessionId = StreamMarket.SESSION;
        command.accountId = accountId;
        command.instrumentId = INSTRUMENT;
        command.price = stream.price(index);
        command.origClientOrderId0 = stream.target(index) * ID_WORD;
        switch (stream.kind(index)) {
            case CommandStream.CANCEL -> command.kind = CommandKind.CANCEL_ORDER;
            case CommandStream.REPLACE, CommandStream.REPRICE -> {
                command.kind = CommandKind.REPLACE_ORDER;
                command.quantity = stream.total(index);
            }
            case CommandStream.REDUCE -> {
                command.kind = CommandKind.REDUCE_ORDER;
                command.quantity = stream.quantity(index);
            }
            default -> {
                command.kind = CommandKind.NEW_ORDER;
                command.clientOrderId0 = command.sequence * ID_WORD;
                command.side = stream.side(index);
                command.type = OrderType.LIMIT.code();
                command.tif = RingbookShard.timeInForce(stream.kind(index));
                command.quantity = stream.quantity(index);
            }
        }
    }
}
