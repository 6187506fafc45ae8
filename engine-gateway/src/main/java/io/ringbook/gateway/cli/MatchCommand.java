// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.journal.Durability;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.gateway.csv.CsvOut;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.json.Json;
import io.ringbook.gateway.run.MatchOptions;
import io.ringbook.gateway.run.MatchResult;
import io.ringbook.gateway.run.MatchRun;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringbook match}. */
@Command(
        name = "match",
        description = {
            "Run a command file through the pipeline.",
            "",
            "A file named - is standard output. With --journal on a directory that has a journal,"
                    + " the run goes on from it. The event file has rows of committed records only."
        },
        mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {
    private static final double NS_PER_SECOND = 1e9;

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "The command file.")
    private Path file;

    @Option(
            names = "--instruments",
            paramLabel = "F",
            required = true,
            description = "The instruments file.")
    private Path instruments;

    @Option(
            names = "--accounts",
            paramLabel = "F",
            description =
                    "The accounts file; without one every account that is named is known, each a"
                            + " firm of its own without limits.")
    private Path accounts;

    @Option(names = "--events", paramLabel = "OUT.csv", description = "Write the events.")
    private String events;

    @Option(
            names = "--book",
            paramLabel = "OUT.csv",
            description = "Write the books at the end, all levels.")
    private String book;

    @Option(
            names = "--check-book",
            paramLabel = "F",
            description =
                    "Compare the book with LOBSTER's order book file (or its zip) row by row;"
                            + " FILE.rows.csv, which import writes, says which commands stand"
                            + " before which row. Without it, row n stands behind command n.")
    private Path checkBook;

    @Option(names = "--journal", paramLabel = "DIR", description = "Keep a journal in DIR.")
    private Path journal;

    @Option(
            names = "--durability",
            paramLabel = "commit|sync|none",
            description =
                    "What the journal survives: commit the death of the process (default with"
                            + " --journal), sync that of the machine too; none keeps no journal"
                            + " (default without).")
    private Durability durability;

    @Option(
            names = "--threads",
            paramLabel = "single|fused|staged|auto",
            defaultValue = "auto",
            description = "Which threads run the stages; ${DEFAULT-VALUE} if not given.")
    private ThreadLayout threads;

    @Option(
            names = "--shards",
            paramLabel = "N",
            defaultValue = "1",
            description = "Match shards, over which instruments are spread; 1 if not given.")
    private int shards;

    @Option(names = "--stats", description = "Print counts, rate and times.")
    private boolean stats;

    @Option(names = "--keep-going", description = "Go on behind malformed lines.")
    private boolean keepGoing;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    MatchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        MatchOptions options =
                new MatchOptions(
                        file,
                        instruments,
                        accounts,
                        checkBook,
                        journal,
                        durability(),
                        config(),
                        keepGoing);
        MatchResult result;
        try (Progress progress = new Progress(console, "commands")) {
            MatchRun run = new MatchRun(options, progress);
            result = run.run(open(events), open(book));
        }
        if (json) {
            printJson(result);
        } else {
            print(result);
        }
        boolean good = result.badLineCount() == 0;
        if (result.check() != null) {
            good &= result.check().isEqual();
        }
        return good ? 0 : 1;
    }

    private CsvOut open(String output) {
        return output == null ? null : Outputs.open(output, console);
    }

    private Durability durability() {
        if (durability == null) {
            return journal == null ? Durability.NONE : Durability.COMMIT;
        }
        if ((durability == Durability.NONE) != (journal == null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    journal == null
                            ? "--durability " + durability + " needs --journal DIR"
                            : "--durability none keeps nothing: leave --journal out");
        }
        return durability;
    }

    private EngineConfig config() {
        try {
            return EngineConfig.defaults(threads).withShards(shards);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void print(MatchResult result) {
        for (String bad : result.badLines()) {
            console.err().println("ringbook: " + bad);
        }
        if (result.badLineCount() > 0) {
            console.err()
                    .printf(
                            "ringbook: %s left out%s%n",
                            Counted.of(result.badLineCount(), "malformed line"),
                            result.badLineCount() > result.badLines().size()
                                    ? ", the first of them are listed"
                                    : "");
        }
        // Standard output belongs to the file that was sent there.
        if (!"-".equals(events) && !"-".equals(book)) {
            printSummary(result);
        }
    }

    private void printSummary(MatchResult result) {
        if (result.recoveredSequence() > 0) {
            console.line(
                    "The journal in %s was recovered to sequence %,d and goes on.",
                    journal, result.recoveredSequence());
        }
        console.line(
                "%s carried out, %s, %.3f s, durability %s",
                Counted.of(result.lineCount(), "command"),
                Counted.of(result.counts().eventCount(), "event"),
                result.elapsedNs() / NS_PER_SECOND,
                durability().name().toLowerCase(Locale.ROOT));
        if (stats) {
            Counts.print(console, result.counts());
            console.line("rate %,22.0f commands/s", perSecond(result));
            printTimes(result.processingNs());
        }
        if (result.check() != null) {
            printCheck(result.check());
        }
    }

    private void printTimes(Histogram times) {
        if (times == null) {
            console.line(
                    "time of one command: not measured, it waits behind others here;"
                            + " --threads single measures it");
            return;
        }
        console.line(
                "time of one command, one thread, all stages: p50 %,d ns, p99 %,d ns, p99.9 %,d ns,"
                        + " max %,d ns",
                times.getValueAtPercentile(50),
                times.getValueAtPercentile(99),
                times.getValueAtPercentile(99.9),
                times.getMaxValue());
    }

    private void printCheck(MatchResult.Check check) {
        if (check.isEqual()) {
            console.line(
                    "%,d rows compared, best %d levels: all equal", check.rows(), check.levels());
        } else {
            console.line(
                    "%,d rows compared, best %d levels: %,d differ",
                    check.rows(), check.levels(), check.differentRows());
            check.differences().forEach(difference -> console.line("  %s", difference));
        }
        console.line(
                "%,d IOC orders, %,d traded at once, in full, at their price",
                check.iocOrders(), check.iocFilled());
    }

    private void printJson(MatchResult result) {
        Json out = new Json().object();
        out.field("lines", result.lineCount()).field("bad_lines", result.badLineCount());
        out.array("faults");
        result.badLines().forEach(out::element);
        out.endArray().field("elapsed_ns", result.elapsedNs());
        out.field("durability", durability().name().toLowerCase(Locale.ROOT));
        out.field("recovered_sequence", result.recoveredSequence());
        out.field("commands_per_second", perSecond(result));
        Counts.write(out, result.counts());
        Histogram times = result.processingNs();
        if (times != null) {
            out.object("processing_ns").field("p50", times.getValueAtPercentile(50));
            out.field("p99", times.getValueAtPercentile(99));
            out.field("p99_9", times.getValueAtPercentile(99.9));
            out.field("max", times.getMaxValue()).endObject();
        }
        MatchResult.Check check = result.check();
        if (check != null) {
            out.object("check").field("rows", check.rows()).field("levels", check.levels());
            out.field("different_rows", check.differentRows()).array("differences");
            check.differences().forEach(out::element);
            out.endArray().field("ioc_orders", check.iocOrders());
            out.field("ioc_filled", check.iocFilled()).endObject();
        }
        console.line("%s", out.endObject());
    }

    private static double perSecond(MatchResult result) {
        return result.elapsedNs() == 0
                ? 0
                : result.counts().recordCount() * NS_PER_SECOND / result.elapsedNs();
    }
}
