// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

/**
 * The engine takes nothing more: a stage has failed, and the cause is that fault, or it is closed
 * and there is no cause.
 */
public final class EngineStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EngineStoppedException(String why) {
        super(why);
    }

    EngineStoppedException(Throwable cause) {
        super("the engine has stopped because a stage failed: " + cause.getMessage(), cause);
    }
}
