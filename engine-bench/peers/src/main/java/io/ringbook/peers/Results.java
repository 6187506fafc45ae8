// SPDX-License-Identifier: Apache-2.0
package io.ringbook.peers;

import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import java.util.function.ObjLongConsumer;
import org.HdrHistogram.Histogram;

/**
 * Takes the results of the commands of a file, in their order: counts and hashes the trades as the
 * benches do, and takes the time. Written by exchange-core's results thread; others may read {@link
 * #count}, and the rest when that has come to its end.
 */
final class Results implements ObjLongConsumer<OrderCommand> {
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final long LONGEST_NS = 60_000_000_000L;

    private final Histogram latencies = new Histogram(LONGEST_NS, 3);
    private final long latenciesFrom;
    private final long latenciesTo;
    private final long timedTo;
    private long trades;
    private long tradedLots;
    private long tradeHash;
    private long cancels;
    private long canceledLots;
    private String fault;
    private long timedToNs;
    private volatile boolean counts;
    private volatile long count;

    /**
     * @param latenciesFrom index of the first command whose time stamp is when it was due
     * @param latenciesTo index behind the last of these
     * @param timedTo number of results after which the time is taken
     */
    Results(long latenciesFrom, long latenciesTo, long timedTo) {
        this.latenciesFrom = latenciesFrom;
        this.latenciesTo = latenciesTo;
        this.timedTo = timedTo;
    }

    /** What comes from now on are the commands of the file. */
    void begin() {
        counts = true;
    }

    @Override
    public void accept(OrderCommand command, long sequence) {
        if (!counts) {
            return;
        }
        long index = count;
        if (index >= latenciesFrom && index < latenciesTo) {
            long latencyNs = System.nanoTime() - command.timestamp;
            latencies.recordValue(Math.min(LONGEST_NS, Math.max(0, latencyNs)));
        }
        if (command.resultCode != CommandResultCode.SUCCESS && fault == null) {
            fault = "command " + index + " came to " + command.resultCode;
        }
        for (MatcherTradeEvent event = command.matcherEvent;
                event != null;
                event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                traded(command.orderId, event);
            } else if (command.command == OrderCommandType.CANCEL_ORDER) {
                cancels++;
                canceledLots += event.size;
            }
        }
        if (index + 1 == timedTo) {
            timedToNs = System.nanoTime();
        }
        count = index + 1;
    }

    private void traded(long taker, MatcherTradeEvent event) {
        long maker = event.matchedOrderId;
        trades++;
        tradedLots += event.size;
        long trade =
                taker
                        + Long.rotateLeft(maker, 32)
                        + event.price * 31
                        + Long.rotateLeft(event.size, 48);
        tradeHash = (tradeHash ^ trade) * PRIME;
    }

    /** Results up to now. */
    long count() {
        return count;
    }

    /** When so many results had come as were to be timed. */
    long timedToNs() {
        return timedToNs;
    }

    /** What went wrong first, or null. */
    String fault() {
        return fault;
    }

    Histogram latencies() {
        return latencies;
    }

    /** Trades, traded lots, cancels, canceled lots, hash, with blanks between them. */
    String totals() {
        return trades + " " + tradedLots + " " + cancels + " " + canceledLots + " " + tradeHash;
    }
}
