// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringbook journal}. */
@Command(
        name = "journal",
        description = "Verify, read and export a journal.",
        subcommands = {
            JournalVerifyCommand.class,
            JournalDumpCommand.class,
            JournalStatsCommand.class,
            JournalExportCommand.class,
            JournalBookCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class JournalCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "journal needs a command");
    }
}
