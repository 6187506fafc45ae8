// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.Side;
import io.ringbook.gateway.reference.ReferenceData;
import java.util.List;

/**
 * Writes events, one row each. Which columns are empty depends on the event only:
 *
 * <ul>
 *   <li>{@code price}: where it is 0, so of market orders and of events without a price.
 *   <li>{@code leaves_quantity, cum_quantity, prevented_quantity}: where no order is known, so of
 *       refused new orders, of refusals of an unknown target, and of events that are not an
 *       order's.
 *   <li>{@code match_number, contra_order_id, contra_engine_order_id, liquidity}: but of EXECUTED.
 *   <li>{@code reason}: the reject or cancel reason, the phase of PHASE_CHANGED, else empty; {@code
 *       text} is the sentence of a refusal.
 *   <li>{@code repeat}: 1 for a first answer given again, else empty.
 * </ul>
 *
 * Prices and quantities have all the decimals of their instrument; of an unknown symbol they are
 * mantissas at {@link CommandCsvReader#UNKNOWN_DECIMALS}, written without needless zeros.
 */
public final class EventCsvWriter implements AutoCloseable {
    private static final List<String> COLUMNS =
            List.of(
                    "sequence",
                    "time_ns",
                    "event",
                    "symbol",
                    "account",
                    "order_id",
                    "orig_order_id",
                    "engine_order_id",
                    "side",
                    "price",
                    "quantity",
                    "leaves_quantity",
                    "cum_quantity",
                    "prevented_quantity",
                    "match_number",
                    "contra_order_id",
                    "contra_engine_order_id",
                    "liquidity",
                    "reason",
                    "text",
                    "repeat");

    private final CsvOut out;
    private final ReferenceData names;

    /**
     * @param out closed by {@link #close}
     * @param names the instruments and accounts of the events
     */
    public EventCsvWriter(CsvOut out, ReferenceData names) {
        this.out = out;
        this.names = names;
        out.header(COLUMNS);
    }

    /**
     * One event.
     *
     * @param sequence of the command that caused it
     * @param timeNs sequenced time of that command
     * @param sentSymbol the symbol that was sent, for an event without an instrument
     * @param sentAccount the account that was sent, for an event without an account
     */
    public void event(
            long sequence, long timeNs, OrderEvent event, String sentSymbol, String sentAccount) {
        Instrument instrument = names.instrument(event.instrumentId);
        Account account = names.account(event.accountId);
        out.number(sequence)
                .number(timeNs)
                .text(event.kind.name())
                .text(instrument == null ? sentSymbol : instrument.symbol())
                .text(account == null ? sentAccount : account.name())
                .id(event.clientOrderId0, event.clientOrderId1, event.clientOrderId2)
                .id(event.origClientOrderId0, event.origClientOrderId1, event.origClientOrderId2);
        orderId(event.orderId);
        Side side = Side.of(event.side);
        word(side == null ? "" : side.name());
        quantities(event, instrument);
        contra(event);
        reason(event);
        word((event.flags & OrderEvent.REPEAT) != 0 ? "1" : "");
        out.endRow();
    }

    /** Hands over what is buffered. */
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.close();
    }

    private void quantities(OrderEvent event, Instrument instrument) {
        if (event.price == 0) {
            out.empty();
        } else {
            decimal(event.price, instrument == null ? -1 : instrument.priceDecimals());
        }
        if (event.kind == EventKind.PHASE_CHANGED) {
            out.empty().empty().empty().empty();
            return;
        }
        if (event.kind == EventKind.MASS_CANCELED) {
            out.number(event.quantity).empty().empty().empty();
            return;
        }
        int decimals = instrument == null ? -1 : instrument.quantityDecimals();
        decimal(event.quantity, decimals);
        boolean known =
                event.orderId != 0
                        && event.kind != EventKind.REJECTED
                        && event.kind != EventKind.TICK_REJECTED;
        if (known) {
            decimal(event.leavesQuantity, decimals);
            decimal(event.cumQuantity, decimals);
            decimal(event.preventedQuantity, decimals);
        } else {
            out.empty().empty().empty();
        }
    }

    private void contra(OrderEvent event) {
        if (event.kind != EventKind.EXECUTED) {
            out.empty().empty().empty().empty();
            return;
        }
        out.number(event.matchNumber)
                .id(
                        event.contraClientOrderId0,
                        event.contraClientOrderId1,
                        event.contraClientOrderId2);
        orderId(event.contraOrderId);
        Liquidity liquidity = Liquidity.of(event.liquidity);
        word(liquidity == null ? "" : liquidity.name());
    }

    private void reason(OrderEvent event) {
        if (event.kind == EventKind.CANCELED) {
            CancelReason reason = CancelReason.of(event.reason);
            word(reason == null ? "" : reason.name());
            out.empty();
        } else if (event.kind == EventKind.PHASE_CHANGED) {
            Phase phase = Phase.of(event.reason);
            word(phase == null ? "" : phase.name());
            out.empty();
        } else {
            RejectReason reason = RejectReason.of(event.reason);
            word(reason == null ? "" : reason.name());
            word(reason == null ? "" : reason.text());
        }
    }

    private void orderId(long orderId) {
        if (orderId == 0) {
            out.empty();
        } else {
            out.number(orderId);
        }
    }

    private void word(String word) {
        out.text(word);
    }

    /** A decimal; {@code decimals} is -1 if the instrument is unknown. */
    private void decimal(long mantissa, int decimals) {
        long rest = mantissa;
        int shown = decimals;
        if (decimals < 0) {
            shown = CommandCsvReader.UNKNOWN_DECIMALS;
            while (shown > 0 && rest % 10 == 0) {
                rest /= 10;
                shown--;
            }
        }
        out.decimal(rest, shown);
    }
}
