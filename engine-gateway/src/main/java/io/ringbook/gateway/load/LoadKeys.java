// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load;

import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which keys of a folder a load logs in with. Stateless. */
final class LoadKeys {
    private static final String EXTENSION = ".key";

    private LoadKeys() {}

    /**
     * The first keys of a folder, by the names of their files.
     *
     * @throws Fault if there are not so many
     */
    static List<SessionKey> first(Path folder, int count) {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files =
                    all.filter(file -> file.getFileName().toString().endsWith(EXTENSION))
                            .sorted()
                            .toList();
        } catch (IOException e) {
            throw Fault.unreadable(folder, e);
        }
        if (files.size() < count) {
            throw new Fault(
                    Counted.of(count, "connection")
                            + (count == 1 ? " needs a key, " : " need a key each, ")
                            + folder
                            + " has "
                            + files.size()
                            + ": make keys with keygen, and give the exchange their public halves");
        }
        List<SessionKey> keys = new ArrayList<>();
        for (Path file : files.subList(0, count)) {
            keys.add(SessionKeyFile.read(file));
        }
        return keys;
    }

    /**
     * The keys named like these accounts.
     *
     * @throws Fault if one is missing
     */
    static List<SessionKey> named(Path folder, List<String> accounts) {
        List<SessionKey> keys = new ArrayList<>();
        for (String account : accounts) {
            Path file = SessionKeyFile.in(folder, account);
            if (!Files.exists(file)) {
                throw new Fault(
                        "there is no key for account "
                                + account
                                + ": expected "
                                + file
                                + " (keygen --from makes one for each account of a file)");
            }
            keys.add(SessionKeyFile.read(file));
        }
        return keys;
    }
}
