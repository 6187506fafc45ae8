// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.core.order.Command;
import io.ringbook.gateway.client.outbound.CommandFrames;
import io.ringbook.gateway.client.outbound.PendingCommand;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;

/**
 * A session that its user's own thread drives: no thread, lock or wake-up stands between a command
 * and the socket, or between the socket and the listener. For a user that looks after many sessions
 * at once, or measures; everybody else takes an {@link ClientLoop}.
 *
 * <p>To be driven: {@link #onTime} now and then, {@link #receive} when its socket may have
 * something or always, {@link #flush} behind each batch of {@link #send}. Nothing here waits;
 * nothing is allocated for a command once as many were unanswered before as are now.
 *
 * <p>One thread.
 */
public final class DrivenSession {
    private final ClientSession session;
    private final SessionSocket socket;
    private final CommandFrames frames = new CommandFrames();
    private final ArrayDeque<PendingCommand> spare = new ArrayDeque<>();
    private long lastTicket;

    /**
     * @param selector that the socket is registered with; its keys tell {@link #of} whose they are
     */
    public DrivenSession(SessionTerms terms, SessionListener listener, Selector selector) {
        this.session = new ClientSession(terms, listener, spare::add, System.nanoTime());
        this.socket = new SessionSocket(terms, session, this, selector);
    }

    /** The session whose socket a key belongs to. */
    public static DrivenSession of(SelectionKey key) {
        return (DrivenSession) key.attachment();
    }

    /** Connects when it is time to, notices silence, gives signs of life. */
    public void onTime(long nowNs) {
        if (session.hasEnded()) {
            socket.close();
            return;
        }
        socket.connectIfDue(nowNs);
        session.onTime(nowNs);
        flush(nowNs);
        socket.loseIfWanted(nowNs);
    }

    /** Reads what there is, up to a buffer's length, and tells the listener. */
    public void receive(long nowNs) {
        socket.receive(nowNs);
        if (session.wantsCut()) {
            flush(nowNs);
            socket.loseIfWanted(nowNs);
        }
    }

    /** True if commands go out at once. */
    public boolean isReady() {
        return session.isReady();
    }

    /**
     * Takes a command; {@link #flush} sends it.
     *
     * @return its ticket, one above the last
     * @throws IllegalArgumentException if it is not one that a session sends
     */
    public long send(Command command) {
        PendingCommand free = spare.pollLast();
        session.submit(
                free == null
                        ? frames.encode(lastTicket + 1, command)
                        : frames.encode(free, lastTicket + 1, command));
        return ++lastTicket;
    }

    /**
     * Gives the socket as much as it takes.
     *
     * @return true if nothing is left; the rest goes with the next call
     */
    public boolean flush(long nowNs) {
        session.pump();
        socket.send(nowNs);
        return session.output().length() == 0 && !session.hasWaiting();
    }

    /** Says goodbye; to be called until {@link #hasEnded}. */
    public void close(long nowNs) {
        session.close();
        socket.send(nowNs);
    }

    /** True if it is over for good. */
    public boolean hasEnded() {
        return session.hasEnded();
    }

    /** Why it is over; empty if it was closed. */
    public String endReason() {
        return session.endReason();
    }

    /** Gives the socket up without a word. */
    public void abandon() {
        session.end("abandoned");
        socket.close();
    }
}
