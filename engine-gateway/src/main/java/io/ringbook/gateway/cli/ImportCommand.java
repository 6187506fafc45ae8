// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ringbook import}. */
@Command(
        name = "import",
        description = "Turn real market data into command files.",
        subcommands = {ImportLobsterCommand.class},
        synopsisSubcommandLabel = "FORMAT",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Runnable {
    @Spec private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "import needs a format");
    }
}
