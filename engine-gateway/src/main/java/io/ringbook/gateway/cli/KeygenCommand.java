// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.csv.AccountCsvReader;
import io.ringbook.gateway.csv.AccountLimits;
import io.ringbook.gateway.csv.CommandFileAccounts;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringbook keygen}. */
@Command(
        name = "keygen",
        description = {
            "Make key pairs for sessions.",
            "",
            "Private keys go to files that only you may read; one that exists is never written"
                    + " over. The public keys go to standard output as a part of the server's"
                    + " configuration (HOCON)."
        },
        mixinStandardHelpOptions = true)
final class KeygenCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("[ -~]{1,32}");

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Sessions to make keys for.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "FILE.csv",
            description =
                    "An accounts file, or a command file: a session for each account, named like"
                            + " it.")
    private Path from;

    @Option(
            names = "--firm",
            paramLabel = "FIRM",
            description =
                    "Firm of the sessions; without it each NAME is a firm of its own. With --from"
                            + " the file says it.")
    private String firm;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Folder of the private keys; made if missing.")
    private Path folder;

    KeygenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Map<String, String> firmBySession = sessions();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Fault.unwritable(folder, e);
        }
        requireAbsent(firmBySession.keySet());
        StringBuilder snippet = new StringBuilder("sessions = ${?sessions} [\n");
        firmBySession.forEach(
                (session, owner) -> {
                    KeyPair pair = SessionKey.generate();
                    SessionKeyFile.write(
                            SessionKeyFile.in(folder, session),
                            new SessionKey(owner, session, pair.getPrivate()));
                    snippet.append("  { name = ")
                            .append(quoted(session))
                            .append(", firm = ")
                            .append(quoted(owner))
                            .append(", public-key = \"")
                            .append(SessionKey.text(pair.getPublic()))
                            .append("\" }\n");
                });
        console.out().print(snippet.append("]\n"));
        return 0;
    }

    private Map<String, String> sessions() {
        if ((from == null) == names.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "keygen needs names, or --from FILE.csv, not both");
        }
        if (from != null && firm != null) {
            throw new ParameterException(spec.commandLine(), "with --from the file says the firms");
        }
        Map<String, String> firmBySession = new LinkedHashMap<>();
        for (String name : names) {
            requireName(name);
            firmBySession.put(name, firm == null ? name : firm);
        }
        if (firm != null) {
            requireName(firm);
        }
        if (from != null) {
            readFile(firmBySession);
        }
        return firmBySession;
    }

    private void readFile(Map<String, String> firmBySession) {
        if (isCommandFile()) {
            for (String account : CommandFileAccounts.of(from, Integer.MAX_VALUE)) {
                firmBySession.put(account, account);
            }
        } else {
            for (AccountLimits account : AccountCsvReader.read(from)) {
                firmBySession.put(account.account(), account.firm());
            }
        }
        if (firmBySession.isEmpty()) {
            throw new Fault(from + " names no account");
        }
    }

    private boolean isCommandFile() {
        try (Stream<String> lines = Files.lines(from, StandardCharsets.ISO_8859_1)) {
            String header = lines.findFirst().orElse("");
            return List.of(header.replace("\"", "").split(",", -1)).contains("action");
        } catch (IOException e) {
            throw Fault.unreadable(from, e);
        }
    }

    private void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "a name has 1 to 32 printable ASCII characters, not \"" + name + "\"");
        }
    }

    private void requireAbsent(Iterable<String> sessions) {
        for (String session : sessions) {
            Path file = SessionKeyFile.in(folder, session);
            if (Files.exists(file)) {
                throw new Fault(
                        file
                                + " exists already: keygen replaces no key; remove it or take another"
                                + " folder");
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
