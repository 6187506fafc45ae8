// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every paced run is told; mixed into the commands that make some. */
public final class PacedOptions {
    private static final long MIB = 1L << 20;

    @Option(
            names = "--rate",
            description = "Pieces a second, 1 to 1000000 (default: ${DEFAULT-VALUE}).")
    long rate;

    @Option(
            names = "--seconds",
            description = "Measured time, 1 to 3600 (default: ${DEFAULT-VALUE}).")
    long seconds;

    @Option(
            names = "--warm-up",
            description = "Seconds before that, not counted, 0 to 60 (default: ${DEFAULT-VALUE}).")
    long warmUpSeconds;

    @Option(
            names = "--durability",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Durability durability = Durability.COMMIT;

    @Option(
            names = "--touch-ahead",
            description =
                    "MiB of pages touched ahead of the journal, 0 to 1024 (default:"
                            + " ${DEFAULT-VALUE}).")
    long touchAheadMib = 8;

    /** Defaults of a run at full speed. */
    public PacedOptions() {
        this(100_000, 10, 5);
    }

    /**
     * Other defaults.
     *
     * @param rate a second
     * @param seconds measured
     * @param warmUpSeconds before that
     */
    public PacedOptions(long rate, long seconds, long warmUpSeconds) {
        this.rate = rate;
        this.seconds = seconds;
        this.warmUpSeconds = warmUpSeconds;
    }

    /**
     * Refuses what is out of range.
     *
     * @throws ParameterException with a sentence
     */
    public void check(CommandSpec spec) {
        requireRange(spec, "--rate", rate, 1, 1_000_000);
        requireRange(spec, "--seconds", seconds, 1, 3_600);
        requireRange(spec, "--warm-up", warmUpSeconds, 0, 60);
        requireRange(spec, "--touch-ahead", touchAheadMib, 0, 1_024);
    }

    /** Refuses a number that is out of range. */
    public static void requireRange(
            CommandSpec spec, String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is " + value + "; it must be " + least + " to " + most);
        }
    }

    /** Pieces a second. */
    public long rate() {
        return rate;
    }

    /** Measured time. */
    public long seconds() {
        return seconds;
    }

    /** Of the journal. */
    public String durability() {
        return durability.name().toLowerCase(Locale.ROOT);
    }

    /** Pieces, the warm-up's included. */
    public long count() {
        return (warmUpSeconds + seconds) * rate;
    }

    /** Of these, the first that do not count. */
    public long warmUpCount() {
        return warmUpSeconds * rate;
    }

    /** How the journal is opened. */
    JournalOptions journal() {
        return JournalOptions.of(durability).withTouchAhead(touchAheadMib * MIB);
    }

    /** True if there is a journal on a disk. */
    boolean isJournaled() {
        return durability != Durability.NONE;
    }

    /** The same as words of a command line. */
    public List<String> words() {
        return new ArrayList<>(
                List.of(
                        "--rate=" + rate,
                        "--seconds=" + seconds,
                        "--warm-up=" + warmUpSeconds,
                        "--durability=" + durability(),
                        "--touch-ahead=" + touchAheadMib));
    }

    /** A line for people. */
    public String text() {
        return "rate %d/s  %d s after %d s  durability %s  touched ahead %d MiB"
                .formatted(rate, seconds, warmUpSeconds, durability(), touchAheadMib);
    }
}
