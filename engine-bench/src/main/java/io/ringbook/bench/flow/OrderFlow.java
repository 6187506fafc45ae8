// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.flow;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import java.util.Arrays;

/**
 * A recorded sequence of commands of one session and account on one instrument, in columns: about
 * 30 bytes each, so that a million fit beside the engine.
 *
 * <p>Client order ids are numbers from 1 in word 0. Read-only once recorded, and then for any
 * thread.
 */
public final class OrderFlow {
    /** Time between two commands. */
    static final long STEP_NS = 1_000;

    /** Time of the first command: 2026-01-02T14:30:00Z. */
    static final long START_NS = 1_767_364_200_000_000_000L;

    private byte[] kinds;
    private byte[] sides;
    private byte[] tifs;
    private int[] ids;
    private int[] targets;
    private long[] prices;
    private int[] quantities;
    private int count;
    private int largestId;

    OrderFlow(int capacity) {
        kinds = new byte[capacity];
        sides = new byte[capacity];
        tifs = new byte[capacity];
        ids = new int[capacity];
        targets = new int[capacity];
        prices = new long[capacity];
        quantities = new int[capacity];
    }

    /** Notes a command that {@link #load} will give back. */
    void add(Command command) {
        if (count == kinds.length) {
            grow();
        }
        kinds[count] = command.kind.code();
        sides[count] = command.side;
        tifs[count] = command.tif;
        ids[count] = Math.toIntExact(command.clientOrderId0);
        targets[count] = Math.toIntExact(command.origClientOrderId0);
        prices[count] = command.price;
        quantities[count] = Math.toIntExact(command.quantity);
        largestId = Math.max(largestId, ids[count]);
        count++;
    }

    /** Commands recorded. */
    public int count() {
        return count;
    }

    /** Client order ids that so many commands from the first one use. */
    public long ids(long commands) {
        return (commands / count + 1) * largestId;
    }

    /**
     * Sets every field of a command to the recorded one's. Behind the last one the flow begins
     * again, with client order ids that go on; that wants one that leaves the book empty.
     *
     * @param position from 0
     */
    public void load(long position, Command command) {
        int index = (int) (position % count);
        long idsBefore = position / count * largestId;
        command.reset();
        command.kind = CommandKind.of(kinds[index]);
        command.sequence = position + 1;
        command.timeNs = START_NS + position * STEP_NS;
        command.sessionId = FlowMarket.SESSION;
        command.accountId = FlowMarket.ACCOUNT;
        command.instrumentId = FlowMarket.INSTRUMENT;
        command.clientOrderId0 = ids[index] == 0 ? 0 : idsBefore + ids[index];
        command.origClientOrderId0 = targets[index] == 0 ? 0 : idsBefore + targets[index];
        command.quantity = quantities[index];
        command.price = prices[index];
        if (command.kind == CommandKind.NEW_ORDER) {
            command.side = sides[index];
            command.type = OrderType.LIMIT.code();
            command.tif = tifs[index];
        }
    }

    private void grow() {
        int capacity = count * 2;
        kinds = Arrays.copyOf(kinds, capacity);
        sides = Arrays.copyOf(sides, capacity);
        tifs = Arrays.copyOf(tifs, capacity);
        ids = Arrays.copyOf(ids, capacity);
        targets = Arrays.copyOf(targets, capacity);
        prices = Arrays.copyOf(prices, capacity);
        quantities = Arrays.copyOf(quantities, capacity);
    }
}
