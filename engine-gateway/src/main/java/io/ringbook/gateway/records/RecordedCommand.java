// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.records;

import io.ringbook.core.order.Command;

/** The command of the record that a {@link RecordFeed} stands on; valid during the call only. */
public final class RecordedCommand {
    final Command command = new Command();
    String symbol = "";
    String account = "";
    int lengthBytes;
    int eventCount;

    /** The command, with its sequence and time. */
    public Command command() {
        return command;
    }

    /** Its instrument's symbol, or what was sent in place of one; empty if it names none. */
    public String symbol() {
        return symbol;
    }

    /** Its account's name, or what was sent in place of one; empty if it names none. */
    public String account() {
        return account;
    }

    /** Bytes of the whole record. */
    public int lengthBytes() {
        return lengthBytes;
    }

    /** Events in the record. */
    public int eventCount() {
        return eventCount;
    }
}
