// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

/** Learns that a stage failed. The engine publishes nothing more and must be stopped. */
@FunctionalInterface
public interface FailureHandler {
    /**
     * A stage threw; called once, on that stage's thread, before anything of the command is
     * published.
     *
     * @param sequence of the command at which it happened
     */
    void onFailure(long sequence, Throwable cause);
}
