// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.json.Json;
import io.ringbook.gateway.lobster.ImportCounts;
import io.ringbook.gateway.lobster.LobsterFiles;
import io.ringbook.gateway.lobster.LobsterImporter;
import io.ringbook.gateway.lobster.RowIndex;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringbook import lobster}. */
@Command(
        name = "lobster",
        description = {
            "Turn a day in LOBSTER's format into a command file.",
            "",
            "Writes OUT.csv, an instruments file, and OUT.rows.csv, which tells match --check-book"
                    + " which commands stand before which row of the order book file. Times are"
                    + " midnight of the day in the file name, taken in UTC, plus the seconds in"
                    + " the message file."
        },
        mixinStandardHelpOptions = true)
final class ImportLobsterCommand implements Callable<Integer> {
    private static final String[] TYPES = {
        "",
        "1 new limit order",
        "2 partial cancel",
        "3 whole cancel",
        "4 execution",
        "5 hidden execution",
        "6 cross trade",
        "7 halt"
    };

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..2",
            description = "LOBSTER's zip, or the message file and the order book file.")
    private List<Path> files;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.csv",
            required = true,
            description = "The command file to write.")
    private Path output;

    @Option(
            names = "--instruments",
            paramLabel = "F",
            description = "The instruments file to write; OUT.instruments.csv if not given.")
    private Path instruments;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "The symbol; from the file name if not given.")
    private String symbol;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The day; from the file name if not given.")
    private LocalDate date;

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    ImportLobsterCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LobsterFiles day = day();
        String name = symbol != null ? symbol : day.symbol();
        LocalDate on = date != null ? date : day.date();
        if (name == null || on == null) {
            throw new Fault(
                    "the file name says nothing of the "
                            + (name == null
                                    ? "symbol: name it with --symbol"
                                    : "day: name it with" + " --date"));
        }
        Path index = RowIndex.pathFor(output);
        Path definitions =
                instruments != null ? instruments : RowIndex.beside(output, ".instruments.csv");
        List<Path> written = List.of(output, index, definitions);
        ImportCounts counts;
        try {
            counts =
                    new LobsterImporter(day, name, on)
                            .run(
                                    Outputs.openPart(output),
                                    Outputs.openPart(index),
                                    Outputs.openPart(definitions));
            written.forEach(Outputs::keepPart);
        } finally {
            written.forEach(Outputs::dropPart);
        }
        if (json) {
            printJson(name, on, counts);
        } else {
            print(name, on, counts);
            console.line("Wrote %s, %s and %s.", output, definitions, index);
        }
        return 0;
    }

    private LobsterFiles day() {
        boolean zip = LobsterFiles.isZip(files.get(0));
        if (zip != (files.size() == 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    zip
                            ? "a zip has both files in it: name nothing beside it"
                            : files.get(0) + " is no zip: name the order book file behind it");
        }
        return zip
                ? LobsterFiles.zip(files.get(0))
                : LobsterFiles.plain(files.get(0), files.get(1));
    }

    private void print(String name, LocalDate on, ImportCounts counts) {
        console.line(
                "%s %s: %,d rows, %d levels, %,d commands",
                name, on, counts.rows(), counts.levels(), counts.commands());
        console.line("");
        console.line(
                "%-20s %10s %10s %10s %10s %10s %16s",
                "message type",
                "rows",
                "NEW GTC",
                "NEW IOC",
                "REDUCE",
                "CANCEL",
                "rows of several");
        for (int type = 1; type < TYPES.length; type++) {
            boolean execution = type == 4;
            console.line(
                    "%-20s %,10d %,10d %,10d %,10d %,10d %,16d",
                    TYPES[type],
                    counts.rows(type),
                    execution ? 0 : counts.newOrders(type),
                    execution ? counts.newOrders(type) : 0,
                    counts.reduces(type),
                    counts.cancels(type),
                    counts.rowsOfSeveral(type));
        }
        console.line("");
        console.line("synthetic, no message states them:");
        console.line(
                "%,10d NEW     anonymous orders of the book before the first row",
                counts.seedOrders());
        console.line(
                "%,10d CANCEL  orders of %,d levels that left the window",
                counts.ordersLeft(), counts.levelsLeft());
        console.line(
                "%,10d NEW     levels that showed again, each one anonymous order",
                counts.levelsShownAgain());
        console.line("");
        console.line(
                "A REDUCE of type 3 takes a canceled order out of the anonymous order it is part"
                        + " of.");
    }

    private void printJson(String name, LocalDate on, ImportCounts counts) {
        Json out = new Json().object();
        out.field("symbol", name).field("date", on.toString()).field("rows", counts.rows());
        out.field("levels", counts.levels()).field("commands", counts.commands()).array("types");
        for (int type = 1; type < TYPES.length; type++) {
            out.element().field("type", type).field("rows", counts.rows(type));
            out.field("new", counts.newOrders(type)).field("reduce", counts.reduces(type));
            out.field("cancel", counts.cancels(type));
            out.field("rows_of_several", counts.rowsOfSeveral(type)).endObject();
        }
        out.endArray().object("synthetic").field("seed_new", counts.seedOrders());
        out.field("left_cancel", counts.ordersLeft()).field("left_levels", counts.levelsLeft());
        out.field("shown_again_new", counts.levelsShownAgain()).endObject().endObject();
        console.line("%s", out);
    }
}
