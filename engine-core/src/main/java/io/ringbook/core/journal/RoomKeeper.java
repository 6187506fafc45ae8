// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import io.ringbook.core.threads.Forgetting;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * The helper thread of a journal: keeps blocks allocated and pages touched ahead of the appender.
 * It looks every half millisecond, and does work only as the appender moves on; when the disk is
 * full it asks again every 50 ms. Changes no byte of the file.
 */
final class RoomKeeper implements AutoCloseable {
    private static final long PAUSE_NS = 500_000L;
    private static final int PAUSES_AFTER_FAULT = 100;
    private static final long STOP_TIMEOUT_MS = 10_000L;

    private final JournalOptions options;
    private final Thread thread;
    private volatile long roomAhead;
    private volatile boolean stopped;
    private int pausesLeft;

    // changed and worked on under this monitor: a file is not closed while it is being worked on
    private volatile RollFile file;

    RoomKeeper(JournalOptions options) {
        this.options = options;
        roomAhead = options.roomAhead();
        thread = new Thread(new Forgetting(this::run), "journal-room");
        thread.setDaemon(true);
    }

    /** Starts the helper thread, if there is to be one. */
    void start() {
        if (options.helperThread()) {
            thread.start();
        }
    }

    /** Takes the file to work on from now on; null for none. */
    synchronized void file(RollFile next) {
        file = next;
    }

    /** Allocates now, and keeps so much from now on. */
    synchronized boolean ensure(long bytes) {
        if (bytes > roomAhead) {
            roomAhead = bytes;
        }
        return file.allocate(bytes, options.allocationStep());
    }

    long roomBytes() {
        RollFile current = file;
        return current == null ? 0L : current.roomBytes();
    }

    String roomFault() {
        RollFile current = file;
        return current == null ? null : current.roomFault();
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(STOP_TIMEOUT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopped) {
            keep();
            LockSupport.parkNanos(this, PAUSE_NS);
        }
    }

    private synchronized void keep() {
        if (file == null || pausesLeft-- > 0) {
            return;
        }
        pausesLeft = 0;
        try {
            file.touchAhead(options.touchAhead());
            if (!file.allocate(roomAhead, options.allocationStep())) {
                pausesLeft = PAUSES_AFTER_FAULT;
            }
        } catch (IOException e) {
            // A mapping that cannot be made ahead fails the appender by itself, with its place.
            pausesLeft = PAUSES_AFTER_FAULT;
        }
    }
}
