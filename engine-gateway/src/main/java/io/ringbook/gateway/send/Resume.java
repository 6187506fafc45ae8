// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.send;

import io.ringbook.gateway.csv.CommandRow;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.fault.Fault;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Finds the place at which an earlier run on the same file stopped. The commands of a session stand
 * in the order of the file, and no session's turn comes before the answers of the one before it, so
 * what the exchange has taken is the file's beginning. Anything else is a fault. One thread.
 */
final class Resume {
    private final SendOptions options;
    private final Collection<SendSession> sessions;
    private final Consumer<String> notices;
    private boolean found;
    private long passedCount;

    Resume(SendOptions options, Collection<SendSession> sessions, Consumer<String> notices) {
        this.options = options;
        this.sessions = sessions;
        this.notices = notices;
        this.found = options.fromStart();
    }

    /**
     * True if the exchange has taken this command already.
     *
     * @throws Fault if it has taken others than those of the file
     */
    boolean passes(SendSession session, CommandRow row) {
        if (found) {
            return false;
        }
        if (session.passedCount() == session.earlierCount()) {
            begin(row);
            return false;
        }
        if (!session.pass(row.command())) {
            throw fault(
                    session,
                    "command "
                            + session.passedCount()
                            + " of it is another than that of line "
                            + row.line());
        }
        passedCount++;
        return true;
    }

    /** The end of the file has come. */
    void end() {
        if (!found) {
            found = true;
            requireAllPassed("the file has only %d for it");
            if (passedCount > 0) {
                notices.accept(
                        "nothing is left to send of "
                                + options.commands()
                                + ": "
                                + Counted.of(passedCount, "command")
                                + " taken earlier today");
            }
        }
    }

    /** Commands that were taken before. */
    long passedCount() {
        return passedCount;
    }

    private void begin(CommandRow row) {
        found = true;
        requireAllPassed(
                "only %d of them stand before line " + row.line() + ", the first not taken");
        if (passedCount > 0) {
            notices.accept(
                    "goes on at line "
                            + row.line()
                            + " of "
                            + options.commands()
                            + ": "
                            + Counted.of(passedCount, "command")
                            + " before it taken earlier today");
        }
    }

    private void requireAllPassed(String what) {
        for (SendSession session : sessions) {
            if (session.passedCount() < session.earlierCount()) {
                throw fault(session, String.format(what, session.passedCount()));
            }
        }
    }

    private Fault fault(SendSession session, String what) {
        return new Fault(
                "session "
                        + session.account()
                        + " has sent "
                        + Counted.of(session.earlierCount(), "command")
                        + " to the exchange at "
                        + options.address()
                        + " today, which are not those of "
                        + options.commands()
                        + ": "
                        + what
                        + " (--from-start sends the whole file all the same)");
    }
}
