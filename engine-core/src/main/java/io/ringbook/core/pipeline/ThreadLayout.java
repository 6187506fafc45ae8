// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

/** Which threads run the stages. All layouts give the same journal for the same input. */
public enum ThreadLayout {
    /** {@link #FUSED} below six processors, else {@link #STAGED}. */
    AUTO,

    /** Everything on the thread that submits; for tools and tests. */
    SINGLE,

    /** One engine thread for validate, match, journal and publish. */
    FUSED,

    /** A thread for each stage, and one for each match shard. */
    STAGED;

    private static final int PROCESSORS_FOR_STAGED = 6;

    /** What AUTO stands for on a machine with so many processors. */
    public ThreadLayout resolve(int processors) {
        if (this != AUTO) {
            return this;
        }
        return processors < PROCESSORS_FOR_STAGED ? FUSED : STAGED;
    }
}
