// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import io.ringbook.bench.process.Figures;
import io.ringbook.bench.report.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that kept threads from running in some time, by the JVM's own account. */
public final class Pauses {
    /** What the JVM calls collections for which everything stands still from beginning to end. */
    private static final List<String> FULL =
            List.of("G1Full", "SerialOld", "ParallelOld", "PSMarkSweep");

    private final Stops collectorPauses;
    private final Stops safepoints;
    private final Stops stalls;
    private final Map<String, Long> collections;

    Pauses() {
        this(new Stops(), new Stops(), new Stops(), new TreeMap<>());
    }

    private Pauses(
            Stops collectorPauses, Stops safepoints, Stops stalls, Map<String, Long> collections) {
        this.collectorPauses = collectorPauses;
        this.safepoints = safepoints;
        this.stalls = stalls;
        this.collections = collections;
    }

    /** What {@link #put} has put there. */
    public static Pauses of(Figures figures) {
        Map<String, Long> collections = new TreeMap<>();
        for (String entry : figures.text("collections").split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                collections.put(
                        entry.substring(0, equals), Long.parseLong(entry.substring(equals + 1)));
            }
        }
        return new Pauses(
                Stops.of(figures, "pauses"),
                Stops.of(figures, "safepoints"),
                Stops.of(figures, "stalls"),
                collections);
    }

    /** Adds them to figures. */
    public void put(Figures figures) {
        collectorPauses.put(figures, "pauses");
        safepoints.put(figures, "safepoints");
        stalls.put(figures, "stalls");
        figures.put(
                "collections",
                collections.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(",")));
    }

    void addCollection(String name) {
        collections.merge(name, 1L, Long::sum);
    }

    /** Times in which the collector held all threads. */
    public Stops collectorPauses() {
        return collectorPauses;
    }

    /**
     * Times in which all threads stood still for whatever reason, from the request to the last
     * one's going on: pauses of the collector, with the way to them, and everything else.
     */
    public Stops safepoints() {
        return safepoints;
    }

    /** Times that single threads waited for memory because ZGC had not freed any yet. */
    public Stops stalls() {
        return stalls;
    }

    /** Collections that began. */
    public long collections() {
        return collections.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Of these, those for which everything stood still from beginning to end. */
    public long fullCollections() {
        return FULL.stream().mapToLong(name -> collections.getOrDefault(name, 0L)).sum();
    }

    /** Adds objects for each to an object. */
    public void write(Json json) {
        collectorPauses.write(json, "gc_pauses");
        safepoints.write(json, "safepoints");
        stalls.write(json, "allocation_stalls");
        json.field("collections", collections()).field("full_collections", fullCollections());
        json.object("collections_by_name");
        collections.forEach(json::field);
        json.end();
    }
}
