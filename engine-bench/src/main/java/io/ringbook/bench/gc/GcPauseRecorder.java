// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.HdrHistogram.Histogram;

/**
 * Records how long the collector stopped the threads, from flight recorder events.
 *
 * <p>The collector beans count in whole milliseconds, too coarse for pauses of some hundred
 * microseconds; {@code jdk.GCPhasePause} has nanoseconds, for every collector. Nothing is read
 * before {@link #stop}, so the measured time is not disturbed. One thread.
 */
public final class GcPauseRecorder {
    private static final String PAUSE = "jdk.GCPhasePause";

    private Recording recording;

    /** Starts to record; the flight recorder itself takes some hundred milliseconds once. */
    public void start() {
        recording = new Recording();
        recording.enable(PAUSE).withoutThreshold();
        recording.start();
    }

    /**
     * Ends the recording.
     *
     * @return the pauses since {@link #start}, in nanoseconds, to two digits
     */
    public Histogram stop() throws IOException {
        Path file = Files.createTempFile("ringbook-gc", ".jfr");
        try {
            recording.stop();
            recording.dump(file);
            return pauses(file);
        } finally {
            recording.close();
            Files.delete(file);
        }
    }

    private static Histogram pauses(Path file) throws IOException {
        Histogram pauses = new Histogram(2);
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(PAUSE)) {
                    pauses.recordValue(event.getDuration().toNanos());
                }
            }
        }
        return pauses;
    }
}
