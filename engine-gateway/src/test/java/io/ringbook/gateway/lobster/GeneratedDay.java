// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/**
 * A small exchange that writes its day in LOBSTER's format: a message for each event that changes
 * the best levels, and the book after it. It has orders from before the first message, orders
 * outside the window, hidden executions, halts, sweeps, sides that run empty and, rarely, an
 * execution that does not keep to time priority.
 */
public final class GeneratedDay {
    private static final long FIRST_NS = 34_200_000_000_000L;
    private static final int TICK = 100;
    private static final int MIDDLE = 1_000_000;

    /** An order of the exchange; changes in place. */
    private static final class Resting {
        final long id;
        final int price;
        final boolean buy;
        long quantity;

        Resting(long id, boolean buy, int price, long quantity) {
            this.id = id;
            this.buy = buy;
            this.price = price;
            this.quantity = quantity;
        }
    }

    private final Random random;
    private final int levels;
    private final int population;
    private final TreeMap<Integer, List<Resting>> bids =
            new TreeMap<>(Comparator.<Integer>reverseOrder());
    private final TreeMap<Integer, List<Resting>> asks = new TreeMap<>();
    private final List<Resting> all = new ArrayList<>();
    private final StringBuilder messages = new StringBuilder();
    private final StringBuilder rows = new StringBuilder();
    private final int[] rowsOfType = new int[8];
    private long lastId = 1000;
    private long timeNs = FIRST_NS;
    private String lastRow;
    private int rowCount;

    /**
     * @param population orders that the exchange has about
     */
    public GeneratedDay(long seed, int levels, int population, int rowCount) {
        this.random = new Random(seed);
        this.levels = levels;
        this.population = population;
        for (int i = 0; i < population; i++) {
            enter();
        }
        lastRow = row();
        while (this.rowCount < rowCount) {
            step();
        }
    }

    /** Writes both files, named as LOBSTER names them; returns the message file's path. */
    public Path write(Path directory) throws IOException {
        Files.writeString(orderBook(directory), rows);
        return Files.writeString(message(directory), messages);
    }

    public Path message(Path directory) {
        return directory.resolve(name("message"));
    }

    public Path orderBook(Path directory) {
        return directory.resolve(name("orderbook"));
    }

    public String name(String kind) {
        return "GEN_2030-01-02_34200000_57600000_" + kind + "_" + levels + ".csv";
    }

    public String messages() {
        return messages.toString();
    }

    public String rows() {
        return rows.toString();
    }

    /** Rows of a message type. */
    public int rowsOfType(int type) {
        return rowsOfType[type];
    }

    private void step() {
        if (random.nextInt(4) > 0) {
            timeNs += random.nextInt(3_000_000);
        }
        int choice = random.nextInt(100);
        if (choice < 3) {
            emit(5, 0, 10, MIDDLE + TICK / 2, random.nextBoolean(), true);
        } else if (choice == 3) {
            emitHalt(-1);
            emitHalt(0);
            emitHalt(1);
        } else if (choice < 50 - (all.size() > population ? 15 : 0) || all.isEmpty()) {
            Resting order = enter();
            emit(1, order.id, order.quantity, order.price, order.buy, false);
        } else if (choice < 80) {
            cancel(all.get(random.nextInt(all.size())));
        } else {
            sweep(random.nextBoolean());
        }
    }

    private Resting enter() {
        boolean buy = random.nextBoolean();
        int best = buy ? lowestAsk() - TICK : highestBid() + TICK;
        int distance = TICK * random.nextInt(12);
        int price = buy ? best - distance : best + distance;
        Resting order = new Resting(++lastId, buy, price, 1L + random.nextInt(300));
        side(buy).computeIfAbsent(price, p -> new ArrayList<>()).add(order);
        all.add(order);
        return order;
    }

    private int lowestAsk() {
        return asks.isEmpty() ? MIDDLE + TICK : asks.firstKey();
    }

    private int highestBid() {
        return bids.isEmpty() ? Math.min(MIDDLE, lowestAsk() - TICK) : bids.firstKey();
    }

    private void cancel(Resting order) {
        if (order.quantity > 1 && random.nextInt(4) == 0) {
            long part = 1L + random.nextInt((int) order.quantity - 1);
            order.quantity -= part;
            emit(2, order.id, part, order.price, order.buy, false);
        } else {
            long whole = order.quantity;
            take(order, whole);
            emit(3, order.id, whole, order.price, order.buy, false);
        }
    }

    private void sweep(boolean buy) {
        int executions = 1 + random.nextInt(4);
        for (int i = 0; i < executions && !side(buy).isEmpty(); i++) {
            List<Resting> best = side(buy).firstEntry().getValue();
            Resting order = best.get(best.size() > 1 && random.nextInt(50) == 0 ? 1 : 0);
            long quantity =
                    random.nextBoolean()
                            ? order.quantity
                            : 1L + random.nextInt((int) order.quantity);
            take(order, quantity);
            emit(4, order.id, quantity, order.price, buy, false);
        }
    }

    private void take(Resting order, long quantity) {
        order.quantity -= quantity;
        if (order.quantity == 0) {
            all.remove(order);
            List<Resting> level = side(order.buy).get(order.price);
            level.remove(order);
            if (level.isEmpty()) {
                side(order.buy).remove(order.price);
            }
        }
    }

    private NavigableMap<Integer, List<Resting>> side(boolean buy) {
        return buy ? bids : asks;
    }

    private void emitHalt(int price) {
        emit(7, 0, 0, price, false, true);
    }

    private void emit(int type, long id, long quantity, int price, boolean buy, boolean always) {
        String row = row();
        if (!always && row.equals(lastRow)) {
            return;
        }
        lastRow = row;
        rowCount++;
        rowsOfType[type]++;
        messages.append(timeNs / 1_000_000_000L)
                .append('.')
                .append(String.format("%09d", timeNs % 1_000_000_000L));
        messages.append(',').append(type).append(',').append(id).append(',').append(quantity);
        messages.append(',').append(price).append(buy ? ",1\n" : ",-1\n");
        rows.append(row).append('\n');
    }

    private String row() {
        StringBuilder row = new StringBuilder();
        List<List<Resting>> askLevels = new ArrayList<>(asks.values());
        List<List<Resting>> bidLevels = new ArrayList<>(bids.values());
        for (int level = 0; level < levels; level++) {
            append(row, askLevels, level, "9999999999,0");
            append(row, bidLevels, level, "-9999999999,0");
        }
        return row.substring(1);
    }

    private static void append(
            StringBuilder row, List<List<Resting>> side, int level, String dummy) {
        row.append(',');
        if (level >= side.size()) {
            row.append(dummy);
            return;
        }
        List<Resting> orders = side.get(level);
        long quantity = orders.stream().mapToLong(order -> order.quantity).sum();
        row.append(orders.get(0).price).append(',').append(quantity);
    }
}
