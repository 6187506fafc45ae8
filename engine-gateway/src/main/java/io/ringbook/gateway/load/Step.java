// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load;

import java.time.Duration;

/**
 * One stretch of load.
 *
 * @param profile how orders are spread over time
 * @param perSecond orders a second asked for, of all sessions together; 0 where a recording says it
 * @param warmUp what is not counted, before that
 * @param measured what is counted
 * @param closedLoop true to send an order only when the one before it was answered, and to count
 *     from when it was sent
 * @param mostBehind how late an order may go out, or its answer come, before the step is given up
 */
public record Step(
        Profile profile,
        long perSecond,
        Duration warmUp,
        Duration measured,
        boolean closedLoop,
        Duration mostBehind) {
    private static final Duration MOST_BEHIND = Duration.ofSeconds(10);

    /** An open loop, given up when it is ten seconds behind. */
    public Step(Profile profile, long perSecond, Duration warmUp, Duration measured) {
        this(profile, perSecond, warmUp, measured, false, MOST_BEHIND);
    }

    /** The same at another rate. */
    public Step at(long otherPerSecond) {
        return new Step(profile, otherPerSecond, warmUp, measured, closedLoop, mostBehind);
    }

    /** The same for another time. */
    public Step lasting(Duration otherWarmUp, Duration otherMeasured) {
        return new Step(profile, perSecond, otherWarmUp, otherMeasured, closedLoop, mostBehind);
    }

    /** The same, given up sooner or later. */
    public Step givingUp(Duration behind) {
        return new Step(profile, perSecond, warmUp, measured, closedLoop, behind);
    }

    /** The same as a closed loop. */
    public Step closed() {
        return new Step(profile, perSecond, warmUp, measured, true, mostBehind);
    }
}
