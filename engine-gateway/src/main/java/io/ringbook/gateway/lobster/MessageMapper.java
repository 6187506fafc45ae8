// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.core.order.Side;
import io.ringbook.gateway.fault.Fault;
import java.util.ArrayList;

/**
 * Turns one message into commands. Each becomes one of its kind; only shares that an anonymous
 * order stands for are taken off that order, which is a reduce while some of it stays, and a second
 * command where a named order held the rest of them.
 */
final class MessageMapper {
    private final MessageReader message;
    private final MirrorBook book;
    private final CommandSheet sheet;
    private final ImportCounts counts;

    MessageMapper(MessageReader message, MirrorBook book, CommandSheet sheet, ImportCounts counts) {
        this.message = message;
        this.book = book;
        this.sheet = sheet;
        this.counts = counts;
    }

    /** Writes the commands of the message read last; {@code row} counts from 1. */
    void map(long row) {
        long before = sheet.commandCount();
        int type = message.type();
        counts.rows[type]++;
        switch (type) {
            case MessageReader.NEW_ORDER -> rest();
            case MessageReader.PARTIAL_CANCEL, MessageReader.WHOLE_CANCEL -> remove();
            case MessageReader.EXECUTION -> execute(row);
            default -> {} // Hidden executions, cross trades and halts do not touch the visible
                // book.
        }
        if (sheet.commandCount() - before > 1) {
            counts.rowsOfSeveral[type]++;
        }
    }

    private void rest() {
        Side side = message.restingSide();
        if (book.side(side.opposite()).wouldTrade(message.price())) {
            throw contradiction("the new order would trade at once");
        }
        String clientOrderId = Long.toString(message.orderId());
        MirrorOrder order =
                new MirrorOrder(clientOrderId, message.price(), message.quantity(), false);
        if (!book.name(message.orderId(), order)) {
            throw contradiction("order " + clientOrderId + " is in the book already");
        }
        book.side(side).add(order);
        sheet.rest(clientOrderId, side, message.quantity(), message.price());
        counts.newOrders[MessageReader.NEW_ORDER]++;
    }

    private void remove() {
        long rest = message.quantity();
        MirrorOrder named = book.named(message.orderId());
        if (named != null) {
            long taken = Math.min(rest, named.leavesQuantity);
            named.namedQuantity = Math.max(0, named.namedQuantity - rest);
            rest -= taken;
            take(named, taken);
            if (message.type() == MessageReader.WHOLE_CANCEL) {
                named.namedQuantity = 0;
            }
            if (named.namedQuantity == 0) {
                book.forget(message.orderId());
            }
        }
        MirrorSide side = book.side(message.restingSide());
        for (MirrorOrder order : new ArrayList<>(side.orders(message.price()))) {
            long taken = Math.min(rest, order.anonymousQuantity());
            rest -= taken;
            take(order, taken);
        }
        if (rest > 0) {
            throw contradiction("the book has " + rest + " shares too few for it");
        }
    }

    private void take(MirrorOrder order, long quantity) {
        if (quantity == 0) {
            return;
        }
        boolean whole = order.leavesQuantity == quantity;
        book.side(message.restingSide()).take(order, quantity);
        if (whole && message.type() == MessageReader.WHOLE_CANCEL) {
            sheet.cancel(order.clientOrderId);
            counts.cancels[message.type()]++;
        } else {
            sheet.reduce(order.clientOrderId, quantity);
            counts.reduces[message.type()]++;
        }
    }

    private void execute(long row) {
        MirrorSide side = book.side(message.restingSide());
        long price = message.price();
        if (side.isEmpty() || side.bestPrice() != price) {
            throw contradiction("the execution is not at the best price");
        }
        if (side.quantityAt(price) < message.quantity()) {
            throw contradiction("the book has too few shares at the price of the execution");
        }
        long rest = message.quantity();
        for (MirrorOrder order : new ArrayList<>(side.orders(price))) {
            long taken = Math.min(rest, order.leavesQuantity);
            rest -= taken;
            if (taken > 0) {
                side.take(order, taken);
            }
        }
        MirrorOrder named = book.named(message.orderId());
        if (named != null) {
            named.namedQuantity = Math.max(0, named.namedQuantity - message.quantity());
            if (named.namedQuantity == 0) {
                book.forget(message.orderId());
            }
        }
        sheet.trade("X" + row, message.restingSide().opposite(), message.quantity(), price);
        counts.newOrders[MessageReader.EXECUTION]++;
    }

    private Fault contradiction(String what) {
        return message.rows()
                .badLine(
                        "type "
                                + message.type()
                                + ", order "
                                + message.orderId()
                                + ": "
                                + what
                                + "; expected a message that follows from the order book of the"
                                + " line above");
    }
}
