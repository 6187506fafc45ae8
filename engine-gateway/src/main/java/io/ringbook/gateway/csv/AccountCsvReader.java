// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.gateway.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an accounts file: who may trade, for which firm, how fast. */
public final class AccountCsvReader {
    private static final List<String> COLUMNS =
            List.of(
                    "account",
                    "firm",
                    "order_rate",
                    "order_burst",
                    "cancel_rate",
                    "cancel_burst",
                    "ids_per_day");
    private static final int ACCOUNT = 0;
    private static final int FIRM = 1;
    private static final int ORDER_RATE = 2;
    private static final int ORDER_BURST = 3;
    private static final int CANCEL_RATE = 4;
    private static final int CANCEL_BURST = 5;
    private static final int IDS_PER_DAY = 6;

    private static final int MAX_NAME_LENGTH = 32;
    private static final long MAX_RATE = 1_000_000_000;

    private AccountCsvReader() {}

    /**
     * Reads the whole file.
     *
     * @throws Fault if it cannot be read or a line is malformed
     */
    public static List<AccountLimits> read(Path file) {
        List<AccountLimits> accounts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try (CsvTable table = new CsvTable(file, COLUMNS, List.of("account"))) {
            TableValues values = new TableValues(table);
            while (table.next()) {
                String account = values.name(ACCOUNT, MAX_NAME_LENGTH, true);
                if (!names.add(account)) {
                    throw table.badValue(ACCOUNT, "each account once");
                }
                String firm = values.name(FIRM, MAX_NAME_LENGTH, false);
                long orderRate = count(values, ORDER_RATE, 0);
                long cancelRate = count(values, CANCEL_RATE, 0);
                accounts.add(
                        new AccountLimits(
                                account,
                                firm.isEmpty() ? account : firm,
                                orderRate,
                                count(values, ORDER_BURST, orderRate),
                                cancelRate,
                                count(values, CANCEL_BURST, cancelRate),
                                count(values, IDS_PER_DAY, 0)));
            }
        } catch (BadLineException e) {
            throw new Fault(e.getMessage(), e);
        }
        return accounts;
    }

    private static long count(TableValues values, int column, long absent) throws BadLineException {
        return values.whole(column, MAX_RATE, absent, "a whole number up to " + MAX_RATE);
    }
}
