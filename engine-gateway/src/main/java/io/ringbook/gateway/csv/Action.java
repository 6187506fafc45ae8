// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.core.order.CommandKind;

/** What a line of a command file asks for. */
public enum Action {
    NEW(CommandKind.NEW_ORDER),
    CANCEL(CommandKind.CANCEL_ORDER),
    REPLACE(CommandKind.REPLACE_ORDER),
    REDUCE(CommandKind.REDUCE_ORDER),
    MASS_CANCEL(CommandKind.MASS_CANCEL),
    TICK(CommandKind.MARKET_TICK),
    PHASE(CommandKind.PHASE_CHANGE),
    END_OF_DAY(CommandKind.END_OF_DAY);

    private static final Action[] VALUES = values();

    private final CommandKind kind;

    Action(CommandKind kind) {
        this.kind = kind;
    }

    /** The command that it becomes. */
    public CommandKind kind() {
        return kind;
    }

    /** The action that makes such a command, or null for commands that no file states. */
    public static Action of(CommandKind kind) {
        for (Action action : VALUES) {
            if (action.kind == kind) {
                return action;
            }
        }
        return null;
    }

    static Action named(String name) {
        for (Action action : VALUES) {
            if (action.name().equals(name)) {
                return action;
            }
        }
        return null;
    }
}
