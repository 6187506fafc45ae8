// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.scenario;

import io.ringbook.core.oracle.Commands;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;

/** Reads the commands of scenario files. */
final class CommandText {
    private final World world;

    CommandText(World world) {
        this.world = world;
    }

    Command parse(String line) {
        Words words = new Words(line);
        String first = words.next();
        Command command =
                switch (first) {
                    case "tick" -> tick(words);
                    case "phase" -> phase(words);
                    case "end-of-day" -> Commands.of(CommandKind.END_OF_DAY);
                    case "time" -> time(words);
                    case "continue" -> goOn(words);
                    default -> fromSession(first, words);
                };
        if (!words.isEmpty()) {
            throw words.wrong("nothing expected at " + words.peek());
        }
        return command;
    }

    private Command tick(Words words) {
        Command command = Commands.of(CommandKind.MARKET_TICK);
        command.instrumentId = world.instrumentId(words.next(), 0);
        command.price = words.number();
        return command;
    }

    private Command phase(Words words) {
        Command command = Commands.of(CommandKind.PHASE_CHANGE);
        String symbol = words.next();
        command.instrumentId = symbol.equals("*") ? 0 : world.instrumentId(symbol, World.NOBODY);
        command.phase = Words.code(Phase.class, Phase::code, words.next());
        return command;
    }

    private static Command time(Words words) {
        Command command = Commands.of(CommandKind.TIME);
        command.expireNs = words.time();
        return command;
    }

    private static Command goOn(Words words) {
        Command command = Commands.of(CommandKind.CONTINUE);
        command.originSequence = orderId(words.next(), words);
        return command;
    }

    private Command fromSession(String who, Words words) {
        String action = words.next();
        Command command =
                switch (action) {
                    case "new" -> newOrder(words);
                    case "cancel" -> onTarget(CommandKind.CANCEL_ORDER, words);
                    case "replace" -> replace(words);
                    case "reduce" -> reduce(words);
                    case "mass-cancel" -> Commands.of(CommandKind.MASS_CANCEL);
                    case "disconnect" -> Commands.of(CommandKind.DISCONNECT);
                    default -> throw words.wrong("unknown action " + action);
                };
        int slash = who.indexOf('/');
        String session = slash < 0 ? who : who.substring(0, slash);
        String account = slash < 0 ? who : who.substring(slash + 1);
        command.sessionId = world.session(session).sessionId();
        boolean ofMany =
                command.kind == CommandKind.MASS_CANCEL || command.kind == CommandKind.DISCONNECT;
        if (!ofMany) {
            command.accountId = world.accountId(account, 0);
            command.instrumentId = world.firstInstrument().instrumentId();
        }
        while (!words.isEmpty()) {
            more(command, words);
        }
        return command;
    }

    private static Command newOrder(Words words) {
        Command command = Commands.of(CommandKind.NEW_ORDER);
        String id = words.next();
        Commands.setClientOrderId(command, id.equals("-") ? "" : id);
        command.side = Words.code(Side.class, Side::code, words.next());
        command.type = OrderType.LIMIT.code();
        command.tif = TimeInForce.DAY.code();
        quantityAtPrice(command, words);
        return command;
    }

    private static void quantityAtPrice(Command command, Words words) {
        String[] parts = words.pair('@');
        command.quantity = words.number(parts[0]);
        if (parts[1].equals("MARKET")) {
            command.type = OrderType.MARKET.code();
        } else {
            command.price = words.number(parts[1]);
        }
    }

    /** The target: a client order id, #n for our order id, or - for none. */
    private static Command onTarget(CommandKind kind, Words words) {
        Command command = Commands.of(kind);
        String target = words.next();
        if (target.startsWith("#")) {
            command.origOrderId = orderId(target, words);
        } else if (!target.equals("-")) {
            Commands.setOrigClientOrderId(command, target);
        }
        return command;
    }

    private static Command replace(Words words) {
        Command command = onTarget(CommandKind.REPLACE_ORDER, words);
        quantityAtPrice(command, words);
        return command;
    }

    private static Command reduce(Words words) {
        Command command = onTarget(CommandKind.REDUCE_ORDER, words);
        if (!words.take("by")) {
            throw words.wrong("by expected");
        }
        command.quantity = words.number();
        return command;
    }

    private static long orderId(String word, Words words) {
        return words.number(word.substring(1));
    }

    /** One of the words that may follow in any order. */
    private void more(Command command, Words words) {
        String word = words.next();
        switch (word) {
            case "as" -> Commands.setClientOrderId(command, words.next());
            case "of" -> command.instrumentId = world.instrumentId(words.next(), missing(command));
            case "account" -> command.accountId = world.accountId(words.next(), missing(command));
            case "side" -> command.side = Words.code(Side.class, Side::code, words.next());
            case "post-only" -> command.execInst |= Command.POST_ONLY;
            case "persist" -> command.execInst |= Command.PERSIST;
            case "exec" -> command.execInst = (byte) words.number();
            case "stp" -> {
                command.stpGroup = (int) words.number();
                command.stpMode = Words.code(StpMode.class, StpMode::code, words.next());
            }
            case "min" -> command.minQuantity = words.number();
            case "stop" -> command.stopPrice = words.number();
            case "display" -> command.displayQuantity = words.number();
            case "expire" -> command.expireNs = words.time();
            case "price" -> command.price = words.number();
            case "type" -> command.type = (byte) words.number();
            case "tif" -> command.tif = (byte) words.number();
            case "resend" -> command.possResend = true;
            default -> command.tif = TimeInForce.valueOf(word).code();
        }
    }

    /** The id of an unknown name: 0 as ingest has it, but in a mass cancel 0 would mean all. */
    private static int missing(Command command) {
        return command.kind == CommandKind.MASS_CANCEL ? World.NOBODY : 0;
    }
}
