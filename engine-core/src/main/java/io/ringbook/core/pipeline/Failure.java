// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import com.lmax.disruptor.ExceptionHandler;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The first fault of any stage. Ends the thread on which it happened before its sequence moves on,
 * so that nothing behind it sees the command. Shared by all threads of an engine.
 */
final class Failure implements ExceptionHandler<Slot> {
    private final FailureHandler handler;
    private final AtomicReference<Throwable> cause = new AtomicReference<>();
    private volatile boolean closed;

    Failure(FailureHandler handler) {
        this.handler = handler;
    }

    boolean hasHappened() {
        return cause.get() != null;
    }

    /** Nothing more is taken from now on. */
    void close() {
        closed = true;
    }

    /** True if nobody should wait for anything any more. */
    boolean isOver() {
        return closed || hasHappened();
    }

    /** Throws if a stage has failed or the engine is closed. */
    void check() {
        Throwable fault = cause.get();
        if (fault != null) {
            throw new EngineStoppedException(fault);
        }
        if (closed) {
            throw new EngineStoppedException("the engine is closed");
        }
    }

    /** A stage failed at a command. */
    void report(long sequence, Throwable fault) {
        if (cause.compareAndSet(null, fault)) {
            handler.onFailure(sequence, fault);
        }
    }

    @Override
    public void handleEventException(Throwable fault, long ringSequence, Slot slot) {
        report(slot.command.sequence, fault);
        throw new EngineStoppedException(fault);
    }

    @Override
    public void handleOnStartException(Throwable fault) {
        report(0, fault);
    }

    @Override
    public void handleOnShutdownException(Throwable fault) {
        report(0, fault);
    }
}
