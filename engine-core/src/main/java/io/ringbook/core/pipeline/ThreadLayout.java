// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.threads.EngineThread;
import java.util.EnumSet;
import java.util.Set;

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

    /** What this stands for on this machine: never AUTO. */
    public ThreadLayout resolve() {
        return resolve(Runtime.getRuntime().availableProcessors());
    }

    /** The threads that there are, with that of ingest. */
    public Set<EngineThread> threads() {
        return switch (resolve()) {
            case AUTO, SINGLE -> EnumSet.of(EngineThread.IO);
            case FUSED -> EnumSet.of(EngineThread.IO, EngineThread.ENGINE);
            case STAGED -> EnumSet.complementOf(EnumSet.of(EngineThread.ENGINE));
        };
    }
}
