// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.order;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.csv.BadLineException;
import io.ringbook.gateway.csv.CommandCsvReader;
import io.ringbook.gateway.csv.CommandFileAccounts;
import io.ringbook.gateway.csv.CommandRow;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command file in memory: the times of its commands, whose they are, and for each account what it
 * sends. What no session sends (ticks, phases, ends of day) is left out. Times are nanoseconds
 * since 1970. Read-only once read.
 */
public final class RecordedDay {
    private static final int FIRST_CAPACITY = 1024;

    private final Path file;
    private final List<String> accounts;
    private final List<List<Command>> commands = new ArrayList<>();

    /** By account: the number that stands for a client order id of the file. */
    private final List<Map<String, Integer>> numbers = new ArrayList<>();

    private long[] timesNs = new long[FIRST_CAPACITY];
    private int[] turns = new int[FIRST_CAPACITY];
    private int count;
    private int leftOutCount;

    private RecordedDay(Path file) {
        this.file = file;
        this.accounts = List.copyOf(CommandFileAccounts.of(file, Integer.MAX_VALUE));
        for (int i = 0; i < accounts.size(); i++) {
            commands.add(new ArrayList<>());
            numbers.add(new HashMap<>());
        }
    }

    /** The accounts that a file speaks for, in the order in which it names them. */
    public static List<String> accounts(Path file) {
        return List.copyOf(CommandFileAccounts.of(file, Integer.MAX_VALUE));
    }

    /**
     * Reads a file.
     *
     * @param instruments of the exchange that it is for
     * @throws Fault if it cannot be read, has a malformed line, or nothing that a session sends
     */
    public static RecordedDay read(Path file, List<Instrument> instruments) {
        ReferenceData known = new ReferenceData();
        instruments.forEach(known::add);
        RecordedDay day = new RecordedDay(file);
        CommandRow row = new CommandRow();
        try (CommandCsvReader reader = new CommandCsvReader(file, known)) {
            while (reader.next(row)) {
                day.add(row);
            }
        } catch (BadLineException e) {
            throw new Fault(e.getMessage(), e);
        }
        if (day.count == 0) {
            throw new Fault(file + " has no command that a session sends");
        }
        return day;
    }

    private void add(CommandRow row) {
        if (row.account().isEmpty()) {
            leftOutCount++;
            return;
        }
        if (count == timesNs.length) {
            timesNs = Arrays.copyOf(timesNs, 2 * count);
            turns = Arrays.copyOf(turns, 2 * count);
        }
        int account = accounts.indexOf(row.account());
        timesNs[count] = row.command().timeNs;
        turns[count] = account;
        count++;
        commands.get(account).add(copy(row.command(), numbers.get(account)));
    }

    /** The same under numbers in place of ids: word 1 is the own one, the target's stands there. */
    private static Command copy(Command from, Map<String, Integer> numbers) {
        Command to = new Command();
        to.kind = from.kind;
        to.instrumentId = from.instrumentId;
        to.clientOrderId1 =
                number(from.clientOrderId0, from.clientOrderId1, from.clientOrderId2, numbers);
        to.origClientOrderId1 =
                number(
                        from.origClientOrderId0,
                        from.origClientOrderId1,
                        from.origClientOrderId2,
                        numbers);
        to.side = from.side;
        to.type = from.type;
        to.tif = from.tif;
        to.execInst = from.execInst;
        to.stpMode = from.stpMode;
        to.stpGroup = from.stpGroup;
        to.quantity = from.quantity;
        to.price = from.price;
        to.stopPrice = from.stopPrice;
        to.displayQuantity = from.displayQuantity;
        to.minQuantity = from.minQuantity;
        to.expireNs = from.expireNs;
        return to;
    }

    private static int number(long word0, long word1, int word2, Map<String, Integer> numbers) {
        if (word0 == 0) {
            return 0;
        }
        String id = ClientOrderId.text(word0, word1, word2);
        Integer known = numbers.putIfAbsent(id, numbers.size() + 1);
        return known == null ? numbers.size() : known;
    }

    /** Where it was read from. */
    public Path file() {
        return file;
    }

    /** In the order in which the file names them. */
    public List<String> accounts() {
        return accounts;
    }

    /** Commands of all accounts. */
    public int count() {
        return count;
    }

    /** Lines that no session sends. */
    public int leftOutCount() {
        return leftOutCount;
    }

    /** When each command came. */
    public long[] timesNs() {
        return Arrays.copyOf(timesNs, count);
    }

    /** Whose each command is, as indexes of {@link #accounts}. */
    public int[] turns() {
        return Arrays.copyOf(turns, count);
    }

    /**
     * What an account sends.
     *
     * @param account index of {@link #accounts}
     * @param accountId the exchange's
     * @param runMs when the run began, milliseconds since 1970
     */
    public OrderSource source(int account, int accountId, long runMs) {
        return new RecordedOrders(
                commands.get(account), numbers.get(account).size(), accountId, runMs);
    }
}
