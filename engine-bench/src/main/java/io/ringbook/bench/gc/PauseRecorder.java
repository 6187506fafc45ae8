// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Records what stopped the threads, from flight recorder events.
 *
 * <p>The collector beans count in whole milliseconds and know nothing of other safepoints; {@code
 * -Xlog:safepoint} writes a file per JVM that nobody can start and stop with an iteration. These
 * events have nanoseconds, for every collector, and nothing is read before {@link #stop}, so that
 * the measured time is not disturbed. One thread.
 */
public final class PauseRecorder {
    private static final String PAUSE = "jdk.GCPhasePause";
    private static final String COLLECTION = "jdk.GarbageCollection";
    private static final String STALL = "jdk.ZAllocationStall";
    private static final String SAFEPOINT_BEGIN = "jdk.SafepointBegin";
    private static final String SAFEPOINT_END = "jdk.SafepointEnd";
    private static final List<String> EVENTS =
            List.of(PAUSE, COLLECTION, STALL, SAFEPOINT_BEGIN, SAFEPOINT_END);

    private Recording recording;

    /** Starts to record; the flight recorder itself takes some hundred milliseconds once. */
    public void start() {
        recording = new Recording();
        for (String event : EVENTS) {
            recording.enable(event).withoutThreshold();
        }
        recording.start();
    }

    /** Ends the recording and gives all that was recorded. */
    public Pauses stop() throws IOException {
        return stop(Instant.MIN, Instant.MAX);
    }

    /** Ends the recording and gives what began within some time. */
    public Pauses stop(Instant from, Instant to) throws IOException {
        Path file = Files.createTempFile("ringbook-gc", ".jfr");
        try {
            recording.stop();
            recording.dump(file);
            return read(file, from, to);
        } finally {
            recording.close();
            Files.delete(file);
        }
    }

    /** A safepoint without an end is that of the recorder itself, as it stops. */
    private static Pauses read(Path file, Instant from, Instant to) throws IOException {
        Pauses pauses = new Pauses();
        Map<Long, Instant> begun = new HashMap<>();
        Map<Long, Instant> ended = new HashMap<>();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                Instant start = event.getStartTime();
                String name = event.getEventType().getName();
                if (name.equals(SAFEPOINT_END)) {
                    ended.put(event.getLong("safepointId"), event.getEndTime());
                }
                if (start.isBefore(from) || start.isAfter(to)) {
                    continue;
                }
                switch (name) {
                    case PAUSE -> pauses.collectorPauses().add(event.getDuration().toNanos());
                    case STALL -> pauses.stalls().add(event.getDuration().toNanos());
                    case COLLECTION -> pauses.addCollection(event.getString("name"));
                    case SAFEPOINT_BEGIN -> begun.put(event.getLong("safepointId"), start);
                    default -> {}
                }
            }
        }
        begun.forEach(
                (id, start) -> {
                    if (ended.containsKey(id)) {
                        pauses.safepoints().add(Duration.between(start, ended.get(id)).toNanos());
                    }
                });
        return pauses;
    }
}
