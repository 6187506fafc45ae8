// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which accounts a command file speaks for. Malformed lines are left to who carries them out. */
public final class CommandFileAccounts {
    private CommandFileAccounts() {}

    /**
     * The first {@code limit} accounts of a file, in the order in which they are named.
     *
     * @throws io.ringbook.gateway.fault.Fault if the file cannot be read or its header is wrong
     */
    public static Set<String> of(Path file, int limit) {
        Set<String> accounts = new LinkedHashSet<>();
        CommandRow row = new CommandRow();
        try (CommandCsvReader reader = new CommandCsvReader(file, new ReferenceData())) {
            while (accounts.size() < limit && next(reader, row)) {
                if (!row.account().isEmpty()) {
                    accounts.add(row.account());
                }
            }
        }
        return accounts;
    }

    private static boolean next(CommandCsvReader reader, CommandRow row) {
        boolean more = false;
        for (boolean read = false; !read; ) {
            try {
                more = reader.next(row);
                read = true;
            } catch (BadLineException e) {
                read = false;
            }
        }
        return more;
    }
}
