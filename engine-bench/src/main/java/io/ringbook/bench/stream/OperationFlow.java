// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

import java.util.SplittableRandom;

/**
 * Runs of one kind of command on a book that keeps its size: before each run, commands that bring
 * the book back to where the run may begin. Distances as in the steady streams. One thread.
 */
public final class OperationFlow {
    /** What a run is made of. */
    public enum Operation {
        /** Passive orders. */
        ADD,
        /** Cancels of live orders, each as likely. */
        CANCEL,
        /** Replaces of live orders, each as likely, at another price. */
        REPLACE,
        /** Reduces of live orders, each as likely, by a lot. */
        REDUCE,
        /** One order that fills as many resting orders, over ten levels. */
        SWEEP,
        /** Immediate-or-cancel orders that fill one resting order each. */
        IOC,
        /** Fill-or-kill orders that fill one resting order each. */
        FOK,
        /** Orders that become the best of the book, each canceled at once. */
        BEST
    }

    /** Commands of a run; of a sweep, fills. */
    public static final int RUN = 200;

    /** Orders in the book beyond its size, at most. */
    public static final int MOST_MORE = RUN + 1;

    private static final long MIDDLE = 1L << 30;
    private static final double SHAPE = 1.3;
    private static final int SWEPT_LEVELS = 10;
    private static final int MANY_LOTS = 1_000_000;

    private final SplittableRandom random;
    private final Operation operation;
    private final int resting;
    private final double scale;
    private final CommandStream stream = new CommandStream();

    /** Live orders by place: id and side; those that a run adds are the last. */
    private final int[] ids;

    private final byte[] sides;
    private int count;

    /**
     * Makes a flow.
     *
     * @param resting orders that the book keeps
     */
    public OperationFlow(long seed, Operation operation, int resting) {
        this.random = new SplittableRandom(seed);
        this.operation = operation;
        this.resting = resting;
        this.scale = Math.max(20, 0.003 * resting);
        this.ids = new int[resting + MOST_MORE];
        this.sides = new byte[resting + MOST_MORE];
    }

    /** The commands that fill the book; valid until {@link #prepare}. */
    public CommandStream fill() {
        while (count < resting) {
            addPassive();
        }
        return stream;
    }

    /** Makes the next run: what brings the book back is before the measured part. */
    public void prepare() {
        stream.restart();
        bringBack();
        stream.beginMeasured();
        switch (operation) {
            case SWEEP -> stream.addNew(CommandStream.IOC, CommandStream.BUY, MIDDLE, RUN);
            case BEST -> {
                for (int i = 0; i < RUN; i += 2) {
                    int id = addAt(CommandStream.SELL, MIDDLE, 1);
                    stream.addCancel(CommandStream.SELL, id);
                }
            }
            default -> {
                for (int i = 0; i < RUN; i++) {
                    addOne();
                }
            }
        }
        stream.endMeasured();
    }

    /** The run made last. */
    public CommandStream stream() {
        return stream;
    }

    /** Ids that a run uses, at most. */
    public int idsOfARun() {
        return 2 * RUN;
    }

    private void bringBack() {
        switch (operation) {
            case ADD -> {
                while (count > resting) {
                    count--;
                    stream.addCancel(sides[count], ids[count]);
                }
            }
            case CANCEL -> {
                while (count < resting + RUN) {
                    addPassive();
                }
            }
            case SWEEP, IOC, FOK -> {
                for (int i = 0; i < RUN; i++) {
                    int level = operation == Operation.SWEEP ? i % SWEPT_LEVELS : 0;
                    addAt(CommandStream.SELL, MIDDLE - level, 1);
                }
            }
            default -> {}
        }
    }

    private void addOne() {
        switch (operation) {
            case ADD -> addPassive();
            case CANCEL -> {
                int place = random.nextInt(count);
                stream.addCancel(sides[place], ids[place]);
                count--;
                ids[place] = ids[count];
                sides[place] = sides[count];
            }
            case REPLACE -> {
                int place = random.nextInt(count);
                byte side = sides[place];
                stream.addReplace(
                        CommandStream.REPRICE,
                        side,
                        ids[place],
                        passivePrice(side),
                        MANY_LOTS,
                        MANY_LOTS);
            }
            case REDUCE -> {
                int place = random.nextInt(count);
                stream.addReduce(sides[place], ids[place], 1);
            }
            case IOC -> stream.addNew(CommandStream.IOC, CommandStream.BUY, MIDDLE, 1);
            case FOK -> stream.addNew(CommandStream.FOK, CommandStream.BUY, MIDDLE, 1);
            default -> throw new IllegalStateException(operation + " has no single command");
        }
    }

    private void addPassive() {
        byte side = random.nextBoolean() ? CommandStream.BUY : CommandStream.SELL;
        ids[count] = addAt(side, passivePrice(side), MANY_LOTS);
        sides[count] = side;
        count++;
    }

    private int addAt(byte side, long price, int lots) {
        stream.addNew(CommandStream.NEW, side, price, lots);
        return stream.id(stream.count() - 1);
    }

    private long passivePrice(byte side) {
        double distance = scale * (Math.pow(1 - random.nextDouble(), -1 / SHAPE) - 1);
        long away = 1 + SWEPT_LEVELS + (long) Math.min(distance, MIDDLE / 2.0);
        return side == CommandStream.BUY ? MIDDLE - away : MIDDLE + away;
    }
}
