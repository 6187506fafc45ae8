// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.journal.JournalReader;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.replay.Replayer;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.json.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringbook journal verify}. */
@Command(
        name = "verify",
        description = {
            "Check framing, checksum, sequence and chain of every record.",
            "",
            "--deep replays every command too and holds its events against the recorded ones, byte"
                    + " for byte."
        },
        mixinStandardHelpOptions = true)
final class JournalVerifyCommand implements Callable<Integer> {
    private static final double NS_PER_SECOND = 1e9;

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The data directory.")
    private Path directory;

    @Option(names = "--deep", description = "Replay and compare.")
    private boolean deep;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    JournalVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JournalReader reader = JournalReader.open(directory);
        EngineState state =
                deep ? new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE)) : null;
        long startNs = System.nanoTime();
        try (Progress progress = new Progress(console, "records")) {
            RecordHandler count = (buffer, offset, length) -> progress.accept(reader.recordCount());
            reader.read(deep ? new Replayer(state, count) : count);
        }
        double seconds = (System.nanoTime() - startNs) / NS_PER_SECOND;
        if (json) {
            printJson(reader, state);
        } else {
            print(reader, state, seconds);
        }
        return 0;
    }

    private void print(JournalReader reader, EngineState state, double seconds) {
        console.line(
                "%s, last sequence %,d, %s, incarnation %d: whole",
                Counted.of(reader.recordCount(), "record"),
                reader.lastSequence(),
                Counted.of(reader.rollCount(), "roll file"),
                reader.incarnation());
        console.line("chain hash %016x", reader.lastChainHash());
        if (state != null) {
            console.line(
                    "replayed: all events equal, byte for byte; %,.0f commands/s",
                    seconds == 0 ? 0 : reader.recordCount() / seconds);
            console.line("state hash %016x", state.stateHash());
        }
    }

    private void printJson(JournalReader reader, EngineState state) {
        Json out = new Json().object().field("records", reader.recordCount());
        out.field("last_sequence", reader.lastSequence()).field("rolls", reader.rollCount());
        out.field("incarnation", reader.incarnation());
        out.field("chain_hash", String.format("%016x", reader.lastChainHash()));
        out.field("replayed", state != null);
        if (state != null) {
            out.field("state_hash", String.format("%016x", state.stateHash()));
        }
        console.line("%s", out.endObject());
    }
}
