// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;

/** Command structs in tests: making, copying and showing them. */
public final class Commands {
    private Commands() {}

    /** An empty command of this kind. */
    public static Command of(CommandKind kind) {
        Command command = new Command();
        command.reset();
        command.kind = kind;
        return command;
    }

    public static void setClientOrderId(Command command, String text) {
        command.clientOrderId0 = ClientOrderId.word(text, 0);
        command.clientOrderId1 = ClientOrderId.word(text, 1);
        command.clientOrderId2 = (int) ClientOrderId.word(text, 2);
    }

    public static void setOrigClientOrderId(Command command, String text) {
        command.origClientOrderId0 = ClientOrderId.word(text, 0);
        command.origClientOrderId1 = ClientOrderId.word(text, 1);
        command.origClientOrderId2 = (int) ClientOrderId.word(text, 2);
    }

    /** A command with every field the same. */
    public static Command copy(Command from) {
        Command to = new Command();
        to.kind = from.kind;
        to.sequence = from.sequence;
        to.timeNs = from.timeNs;
        to.sessionId = from.sessionId;
        to.accountId = from.accountId;
        to.instrumentId = from.instrumentId;
        to.clientOrderId0 = from.clientOrderId0;
        to.clientOrderId1 = from.clientOrderId1;
        to.clientOrderId2 = from.clientOrderId2;
        to.origClientOrderId0 = from.origClientOrderId0;
        to.origClientOrderId1 = from.origClientOrderId1;
        to.origClientOrderId2 = from.origClientOrderId2;
        to.origOrderId = from.origOrderId;
        to.side = from.side;
        to.type = from.type;
        to.tif = from.tif;
        to.execInst = from.execInst;
        to.stpMode = from.stpMode;
        to.stpGroup = from.stpGroup;
        to.quantity = from.quantity;
        to.price = from.price;
        to.stopPrice = from.stopPrice;
        to.displayQuantity = from.displayQuantity;
        to.minQuantity = from.minQuantity;
        to.expireNs = from.expireNs;
        to.possResend = from.possResend;
        to.phase = from.phase;
        to.originSequence = from.originSequence;
        return to;
    }

    /** One line that says everything that is not zero. */
    public static String text(Command command) {
        Fields fields = new Fields("#" + command.sequence + " " + command.kind);
        fields.number("time", command.timeNs);
        fields.number("session", command.sessionId);
        fields.number("account", command.accountId);
        fields.number("instrument", command.instrumentId);
        fields.word("id", ClientId.of(command).toString());
        fields.word("orig", ClientId.targetOf(command).toString());
        fields.number("origOrderId", command.origOrderId);
        fields.code("side", command.side, Side.of(command.side));
        fields.code("type", command.type, OrderType.of(command.type));
        fields.code("tif", command.tif, TimeInForce.of(command.tif));
        fields.number("execInst", command.execInst);
        fields.number("stpGroup", command.stpGroup);
        fields.code("stpMode", command.stpMode, StpMode.of(command.stpMode));
        fields.number("quantity", command.quantity);
        fields.number("price", command.price);
        fields.number("stopPrice", command.stopPrice);
        fields.number("displayQuantity", command.displayQuantity);
        fields.number("minQuantity", command.minQuantity);
        fields.number("expireNs", command.expireNs);
        fields.number("phase", command.phase);
        fields.number("originSequence", command.originSequence);
        fields.word("", command.possResend ? "possResend" : "");
        return fields.text.toString();
    }

    /** Collects the fields that are set. */
    private static final class Fields {
        final StringBuilder text;

        Fields(String start) {
            this.text = new StringBuilder(start);
        }

        void number(String name, long value) {
            word(name, value == 0 ? "" : Long.toString(value));
        }

        void code(String name, byte code, Enum<?> value) {
            word(name, code == 0 ? "" : value == null ? "code " + code : value.name());
        }

        void word(String name, String value) {
            if (!value.isEmpty()) {
                text.append(' ').append(name).append(name.isEmpty() ? "" : "=").append(value);
            }
        }
    }
}
