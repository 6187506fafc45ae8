// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.records;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.gateway.csv.CommandCsvReader;
import io.ringbook.gateway.reference.ReferenceData;

/** Names every field of a record that is set. Codes that nobody knows are shown as numbers. */
public final class RecordFields {
    private final ReferenceData names;
    private final FieldListener listener;
    private int priceDecimals;
    private int quantityDecimals;

    /**
     * @param names those of the feed
     */
    public RecordFields(ReferenceData names, FieldListener listener) {
        this.names = names;
        this.listener = listener;
    }

    /** The fields of a command. */
    public void command(RecordedCommand recorded) {
        Command command = recorded.command;
        use(command.instrumentId);
        text("symbol", recorded.symbol);
        text("account", recorded.account);
        number("session", command.sessionId);
        id("order_id", command.clientOrderId0, command.clientOrderId1, command.clientOrderId2);
        id(
                "orig_order_id",
                command.origClientOrderId0,
                command.origClientOrderId1,
                command.origClientOrderId2);
        number("orig_engine_order_id", command.origOrderId);
        code("side", Side.of(command.side), command.side);
        code("type", OrderType.of(command.type), command.type);
        code("tif", TimeInForce.of(command.tif), command.tif);
        quantity("quantity", command.quantity);
        price("price", command.price);
        price("stop_price", command.stopPrice);
        quantity("display_quantity", command.displayQuantity);
        quantity("min_quantity", command.minQuantity);
        number("exec_inst", command.execInst);
        number("stp_group", command.stpGroup);
        code("stp_mode", StpMode.of(command.stpMode), command.stpMode);
        number("expire_ns", command.expireNs);
        number("poss_resend", command.possResend ? 1 : 0);
        code("phase", Phase.of(command.phase), command.phase);
        number("origin_sequence", command.originSequence);
        switch (command.kind) {
            case ADD_INSTRUMENT -> instrument(names.instrument(command.instrumentId));
            case ADD_ACCOUNT -> text("firm", names.account(command.accountId).firm());
            case ADD_SESSION -> session(names.session(command.sessionId));
            default -> {}
        }
    }

    private void instrument(Instrument instrument) {
        text("currency", instrument.currency());
        number("price_decimals", instrument.priceDecimals());
        number("quantity_decimals", instrument.quantityDecimals());
        price("tick_size", instrument.tickSize());
        quantity("lot_size", instrument.lotSize());
        quantity("min_quantity", instrument.minQuantity());
        quantity("max_quantity", instrument.maxQuantity());
        number("max_notional_high", instrument.maxNotionalHigh());
        number("max_notional_low", instrument.maxNotionalLow());
        number("band_ppm", instrument.bandPpm());
        price("reference_price", instrument.referencePrice());
        text("phase", instrument.phase().name());
    }

    private void session(Session session) {
        text("name", session.name());
        number("firm_id", session.firmId());
        number("order_rate", session.orderRate());
        number("order_burst", session.orderBurst());
        number("cancel_rate", session.cancelRate());
        number("cancel_burst", session.cancelBurst());
        number("ids_per_day", session.idsPerDay());
    }

    /** The fields of an event. */
    public void event(RecordedCommand recorded, OrderEvent event) {
        use(event.instrumentId);
        Instrument instrument = names.instrument(event.instrumentId);
        text("symbol", instrument == null ? recorded.symbol : instrument.symbol());
        Account account = names.account(event.accountId);
        text("account", account == null ? recorded.account : account.name());
        id("order_id", event.clientOrderId0, event.clientOrderId1, event.clientOrderId2);
        id(
                "orig_order_id",
                event.origClientOrderId0,
                event.origClientOrderId1,
                event.origClientOrderId2);
        number("engine_order_id", event.orderId);
        code("side", Side.of(event.side), event.side);
        price("price", event.price);
        if (event.kind == EventKind.MASS_CANCELED) {
            listener.onNumber("quantity", event.quantity);
        } else {
            quantity("quantity", event.quantity);
        }
        quantity("leaves_quantity", event.leavesQuantity);
        quantity("cum_quantity", event.cumQuantity);
        quantity("prevented_quantity", event.preventedQuantity);
        number("match_number", event.matchNumber);
        id(
                "contra_order_id",
                event.contraClientOrderId0,
                event.contraClientOrderId1,
                event.contraClientOrderId2);
        number("contra_engine_order_id", event.contraOrderId);
        code("liquidity", Liquidity.of(event.liquidity), event.liquidity);
        code("reason", reason(event), event.reason);
        number("flags", event.flags);
    }

    private static Enum<?> reason(OrderEvent event) {
        return switch (event.kind) {
            case CANCELED -> CancelReason.of(event.reason);
            case PHASE_CHANGED -> Phase.of(event.reason);
            default -> RejectReason.of(event.reason);
        };
    }

    private void use(int instrumentId) {
        Instrument instrument = names.instrument(instrumentId);
        priceDecimals =
                instrument == null ? CommandCsvReader.UNKNOWN_DECIMALS : instrument.priceDecimals();
        quantityDecimals =
                instrument == null
                        ? CommandCsvReader.UNKNOWN_DECIMALS
                        : instrument.quantityDecimals();
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) {
            listener.onText(name, value);
        }
    }

    private void id(String name, long word0, long word1, int word2) {
        text(name, ClientOrderId.text(word0, word1, word2));
    }

    private void number(String name, long value) {
        if (value != 0) {
            listener.onNumber(name, value);
        }
    }

    private void price(String name, long mantissa) {
        if (mantissa != 0) {
            listener.onDecimal(name, mantissa, priceDecimals);
        }
    }

    private void quantity(String name, long mantissa) {
        if (mantissa != 0) {
            listener.onDecimal(name, mantissa, quantityDecimals);
        }
    }

    private void code(String name, Enum<?> value, byte code) {
        if (value != null) {
            listener.onText(name, value.name());
        } else {
            number(name, code);
        }
    }
}
