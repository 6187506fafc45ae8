// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.drive;

import io.ringbook.core.order.RejectReason;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was counted of a step, in all its sessions. That of the measured time says so; the rest has
 * the warm-up in it. Written by the load's thread; to be read when the step is over.
 */
public final class Tally {
    private static final double NS_PER_SECOND = 1e9;

    private final long[] refusals = new long[Byte.MAX_VALUE + 1];
    private long sentCount;
    private long tradeCount;
    private long tooLateCount;
    private long refusedCount;
    private long dueCount;
    private long answeredCount;
    private long measuredFromNs;
    private long measuredNs;
    private long lastAnswerNs;

    /** When the measured time begins, and how long it is to be. */
    void begin(long fromNs, long lengthNs) {
        measuredFromNs = fromNs;
        measuredNs = lengthNs;
        lastAnswerNs = fromNs;
    }

    /** The step is over: the measured time may have been cut short. */
    void end(long nowNs) {
        measuredNs = Math.max(0, Math.min(measuredNs, nowNs - measuredFromNs));
    }

    void onSent() {
        sentCount++;
    }

    /** A command of the measured time was due. */
    void onDue() {
        dueCount++;
    }

    /** One of these has its answer. */
    void onAnswered(long nowNs) {
        answeredCount++;
        lastAnswerNs = nowNs;
    }

    void onTrade() {
        tradeCount++;
    }

    void onTooLate() {
        tooLateCount++;
    }

    void onRefused(byte reason) {
        refusedCount++;
        refusals[Math.max(0, reason)]++;
    }

    /** Commands sent. */
    public long sentCount() {
        return sentCount;
    }

    /** Reports of trades; a trade with itself is two. */
    public long tradeCount() {
        return tradeCount;
    }

    /** Changes refused because the order had been filled meanwhile. */
    public long tooLateCount() {
        return tooLateCount;
    }

    /** Commands refused for another reason. */
    public long refusedCount() {
        return refusedCount;
    }

    /** The same by the exchange's words for the reason. */
    public Map<String, Long> refusals() {
        Map<String, Long> byText = new LinkedHashMap<>();
        for (int code = 0; code < refusals.length; code++) {
            if (refusals[code] > 0) {
                RejectReason reason = RejectReason.of((byte) code);
                byText.put(reason == null ? "reason " + code : reason.name(), refusals[code]);
            }
        }
        return byText;
    }

    /** Commands due in the measured time. */
    public long dueCount() {
        return dueCount;
    }

    /** How many of these were answered. */
    public long answeredCount() {
        return answeredCount;
    }

    /** How long the measured time was. */
    public long measuredNs() {
        return measuredNs;
    }

    /** How long after the measured time the last answer came that belongs to it. */
    public long lastAnswerLateNs() {
        return Math.max(0, lastAnswerNs - measuredFromNs - measuredNs);
    }

    /** Commands due a second, on average. */
    public double duePerSecond() {
        return measuredNs == 0 ? 0 : dueCount * NS_PER_SECOND / measuredNs;
    }

    /**
     * Commands answered a second: over the measured time, or if the last answers came later, over
     * the time until then.
     */
    public double achievedPerSecond() {
        long ns = measuredNs + lastAnswerLateNs();
        return ns == 0 ? 0 : answeredCount * NS_PER_SECOND / ns;
    }
}
