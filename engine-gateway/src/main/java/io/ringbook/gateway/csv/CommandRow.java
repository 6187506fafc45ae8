// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.core.order.Command;

/**
 * One line of a command file, filled by {@link CommandCsvReader}: the command with its instrument
 * resolved (0 if the symbol is unknown or none is named), and the names as they stand in the file.
 * Account and session are left to the caller, who knows how accounts come to be.
 */
public final class CommandRow {
    final Command command = new Command();
    String symbol = "";
    String account = "";
    long line;

    /** The command; valid until the next line is read. */
    public Command command() {
        return command;
    }

    /** The symbol in the file; empty if the line names none. */
    public String symbol() {
        return symbol;
    }

    /** The account in the file; empty if the line names none. */
    public String account() {
        return account;
    }

    /** Line number in the file, from 1. */
    public long line() {
        return line;
    }
}
