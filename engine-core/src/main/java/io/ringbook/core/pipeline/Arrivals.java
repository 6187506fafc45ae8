// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.metrics.Sampler;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.StageRecorder;
import io.ringbook.core.metrics.StageTime;
import io.ringbook.core.metrics.Ticker;

/**
 * When commands came in, for the timing of stages: of those made of a frame that was received, when
 * it was; of others, when ingest took them up. Chooses which are timed stage by stage.
 *
 * <p>Owned by the ingest thread; allocates nothing.
 */
public final class Arrivals {
    private final boolean on;
    private final Ticker ticker;
    private final Sampler sampler;
    private final StageRecorder recorder;

    /** A frame is being worked on that has not become a command yet. */
    private boolean framed;

    private long receivedNs;
    private long takenUpNs;

    /** The next command from outside is timed; chosen when it is first heard of. */
    private boolean timed;

    private boolean chosen;
    private long submittedNs;
    private boolean internalTimed;
    private long internalNs;

    Arrivals(StageMetrics metrics) {
        on = metrics.isOn();
        ticker = metrics.ticker();
        sampler = new Sampler(Math.max(1, metrics.oneIn()));
        recorder = metrics.recorder(StageTime.DECODE_WAIT, StageTime.DECODE, StageTime.INGEST);
    }

    /**
     * A frame is taken up; the command submitted next, if any before {@link #end}, is made of it.
     *
     * @param receivedTimeNs when it was read, on the clock of the metrics
     */
    public void begin(long receivedTimeNs) {
        if (on) {
            framed = true;
            receivedNs = receivedTimeNs;
            choose();
            if (timed) {
                takenUpNs = ticker.nowNs();
            }
        }
    }

    /** The frame is done with. */
    public void end() {
        framed = false;
    }

    /** A command is submitted. */
    void submitted() {
        if (!on) {
            return;
        }
        choose();
        if (timed || !framed) {
            submittedNs = ticker.nowNs();
        }
    }

    private void choose() {
        if (!chosen) {
            chosen = true;
            timed = sampler.next();
        }
    }

    /** Ingest makes a command of its own. */
    void internal() {
        if (on) {
            internalTimed = sampler.next();
            internalNs = ticker.nowNs();
        }
    }

    /** The command in a slot is about to be sent. */
    void sent(Slot slot, boolean isInternal) {
        if (!on) {
            return;
        }
        if (isInternal) {
            sent(slot, internalTimed, internalNs, internalNs);
            return;
        }
        if (timed && framed) {
            recorder.record(StageTime.DECODE_WAIT, takenUpNs - receivedNs);
            recorder.record(StageTime.DECODE, submittedNs - takenUpNs);
        }
        sent(slot, timed, framed ? receivedNs : submittedNs, submittedNs);
        framed = false;
        chosen = false;
    }

    private void sent(Slot slot, boolean isTimed, long arrivedNs, long ingestNs) {
        slot.receivedNs = arrivedNs;
        slot.timed = isTimed;
        if (isTimed) {
            slot.accountedNs = ticker.nowNs();
            recorder.record(StageTime.INGEST, slot.accountedNs - ingestNs);
        }
    }
}
