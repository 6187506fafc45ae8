// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringbook}. */
@Command(
        name = "ringbook",
        description = "An exchange core: match orders, keep a journal, replay it.",
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            MatchCommand.class,
            SendCommand.class,
            TerminalCommand.class,
            StatsCommand.class,
            KeygenCommand.class,
            JournalCommand.class,
            ImportCommand.class,
            LoadCommand.class,
            EchoCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 done, 1 the work failed, 2 wrong usage.",
            "RINGBOOK_PROFILE, zgc if unset, takes another collector: g1, g1-tuned, epsilon."
        })
final class RootCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "ringbook needs a command");
    }
}
