// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.order.CommandKind;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** One run of a {@link PipelineFlow} through an engine, with every published record kept. */
public final class RecordedRun implements RecordHandler {
    private final List<byte[]> records = new ArrayList<>();
    private long stateHash;

    /** Runs the flow of a seed. */
    public static RecordedRun of(EngineConfig config, long seed, int commands) {
        return of(config, seed, commands, StageMetrics.off());
    }

    /** Runs the flow of a seed through stages that are timed. */
    static RecordedRun of(EngineConfig config, long seed, int commands, StageMetrics metrics) {
        RecordedRun run = new RecordedRun();
        EngineState state = new EngineState(config);
        try (Engine engine =
                Engine.start(
                        state,
                        new UnkeptJournal(),
                        run,
                        (sequence, cause) -> {
                            throw new AssertionError("failed at " + sequence, cause);
                        },
                        metrics)) {
            PipelineFlow flow = new PipelineFlow(seed);
            flow.define(engine.ingest());
            flow.run(engine.ingest(), commands);
            engine.ingest().awaitPublished();
        }
        run.stateHash = state.stateHash();
        return run;
    }

    @Override
    public void onRecord(DirectBuffer buffer, int offset, int length) {
        byte[] copy = new byte[length];
        buffer.getBytes(offset, copy);
        records.add(copy);
    }

    /** The sealed records in order. */
    public List<byte[]> records() {
        return records;
    }

    /** All records, one behind the other. */
    public byte[] journal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        records.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** How many records are of a kind. */
    public long count(CommandKind kind) {
        return records.stream().filter(record -> record[4] == kind.code()).count();
    }

    /** Hash of the state at the end. */
    public long stateHash() {
        return stateHash;
    }
}
