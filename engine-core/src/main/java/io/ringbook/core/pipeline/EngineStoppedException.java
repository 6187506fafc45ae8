// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

/** A stage has failed, so the engine takes nothing more. The cause is the stage's own fault. */
public final class EngineStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineStoppedException(Throwable cause) {
        super("the engine has stopped because a stage failed: " + cause.getMessage(), cause);
    }
}
