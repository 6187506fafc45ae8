// SPDX-License-Identifier: Apache-2.0
package io.ringbook.peers;

import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.api.ApiCancelOrder;
import exchange.core2.core.common.api.ApiCommand;
import exchange.core2.core.common.api.ApiMoveOrder;
import exchange.core2.core.common.api.ApiPlaceOrder;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Commands as the benches write them, made into exchange-core's own before anything is measured.
 *
 * <pre>
 *  offset  length  meaning
 *  0       4       format, 1
 *  4       4       commands
 *  8       4       index of the first measured one
 *  12      4       index behind the last measured one
 * XX
 * </pre>
 *
 * <p>Big-endian, as {@link DataInputStream} reads it. A command is kind (1 new, 2 immediate or
 * cancel, 4 cancel, 7 another price), side (1 buy, 2 sell), account, id, target, price, lots.
 */
final class CommandFile {
    static final int SYMBOL = 1;

    private static final int FORMAT = 1;
    private static final byte NEW = 1;
    private static final byte IOC = 2;
    private static final byte CANCEL = 4;
    private static final byte REPRICE = 7;
    private static final byte BUY = 1;

    /** Above any price that an order may move to: what a bid is held liable for. */
    private static final long RESERVE_PRICE = 1L << 31;

    final ApiCommand[] commands;
    final int measuredFrom;
    final int measuredTo;
    final int accounts;

    private CommandFile(ApiCommand[] commands, int measuredFrom, int measuredTo, int accounts) {
        this.commands = commands;
        this.measuredFrom = measuredFrom;
        this.measuredTo = measuredTo;
        this.accounts = accounts;
    }

    static CommandFile read(Path file) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int format = in.readInt();
            if (format != FORMAT) {
                throw new IOException(file + " has format " + format + ", not " + FORMAT);
            }
            ApiCommand[] commands = new ApiCommand[in.readInt()];
            int measuredFrom = in.readInt();
            int measuredTo = in.readInt();
            int accounts = 0;
            for (int i = 0; i < commands.length; i++) {
                byte kind = in.readByte();
                byte side = in.readByte();
                int account = in.readInt();
                int id = in.readInt();
                int target = in.readInt();
                long price = in.readLong();
                int lots = in.readInt();
                commands[i] = command(kind, side, account, id, target, price, lots);
                accounts = Math.max(accounts, account);
            }
            return new CommandFile(commands, measuredFrom, measuredTo, accounts);
        }
    }

    private static ApiCommand command(
            byte kind, byte side, int account, int id, int target, long price, int lots) {
        return switch (kind) {
            case NEW, IOC ->
                    ApiPlaceOrder.builder()
                            .orderId(id)
                            .uid(account)
                            .symbol(SYMBOL)
                            .action(side == BUY ? OrderAction.BID : OrderAction.ASK)
                            .orderType(kind == IOC ? OrderType.IOC : OrderType.GTC)
                            .price(price)
                            .reservePrice(side == BUY ? RESERVE_PRICE : 0)
                            .size(lots)
                            .build();
            case CANCEL ->
                    ApiCancelOrder.builder().orderId(target).uid(account).symbol(SYMBOL).build();
            case REPRICE ->
                    ApiMoveOrder.builder()
                            .orderId(target)
                            .newPrice(price)
                            .uid(account)
                            .symbol(SYMBOL)
                            .build();
            default ->
                    throw new IllegalArgumentException(
                            "exchange-core has no command of kind " + kind);
        };
    }
}
