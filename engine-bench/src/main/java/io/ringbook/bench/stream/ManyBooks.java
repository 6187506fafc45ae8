// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Steady flow over many books: the n-th most active gets 1/n of the commands of the first (Zipf, s
 * = 1), and as large a share of the resting orders, at least {@value #LEAST_RESTING}.
 *
 * <p>Each book's flow is made by itself and then dealt out to the commands that are its own.
 */
public final class ManyBooks {
    private static final int LEAST_RESTING = 2;
    private static final double SCALE = 20;

    private final SplittableRandom random;
    private final int books;
    private final double[] shares;
    private final CommandStream merged = new CommandStream();
    private int[] instruments = new int[1_024];

    /** By book: its own stream, what of it was dealt, and the merged ids of its own. */
    private final CommandStream[] own;

    private final int[] dealt;
    private final int[][] ids;

    private ManyBooks(long seed, int books) {
        this.random = new SplittableRandom(seed);
        this.books = books;
        this.shares = shares(books);
        this.own = new CommandStream[books];
        this.dealt = new int[books];
        this.ids = new int[books][];
    }

    /**
     * Makes a stream without a drain.
     *
     * @param books from 1
     * @param resting orders that all books together keep, about
     * @param commands measured ones
     */
    public static CommandStream record(long seed, int books, int resting, int commands) {
        ManyBooks flow = new ManyBooks(seed, books);
        int[] order = flow.draw(commands);
        flow.makeOwn(resting, order);
        int mostFilling = flow.own[0].measuredFrom();
        for (int i = 0; i < mostFilling; i++) {
            for (int book = 0; book < books; book++) {
                if (i < flow.own[book].measuredFrom()) {
                    flow.deal(book);
                }
            }
        }
        flow.merged.beginMeasured();
        for (int book : order) {
            flow.deal(book);
        }
        flow.merged.endMeasured();
        flow.merged.setInstruments(flow.instruments);
        return flow.merged;
    }

    /** The book of each measured command, by activity from 0. */
    private int[] draw(int commands) {
        int[] order = new int[commands];
        for (int i = 0; i < commands; i++) {
            int found = Arrays.binarySearch(shares, random.nextDouble());
            order[i] = Math.min(found < 0 ? -found - 1 : found, books - 1);
        }
        return order;
    }

    private void makeOwn(int resting, int[] order) {
        int[] commands = new int[books];
        for (int book : order) {
            commands[book]++;
        }
        for (int book = 0; book < books; book++) {
            double share = shares[book] - (book == 0 ? 0 : shares[book - 1]);
            int size = Math.max(LEAST_RESTING, (int) (share * resting));
            own[book] = SteadyFlow.record(random.nextLong(), size, SCALE, commands[book]).stream();
            ids[book] = new int[own[book].measuredTo() + 1];
        }
    }

    private void deal(int book) {
        CommandStream from = own[book];
        int index = dealt[book]++;
        byte kind = from.kind(index);
        byte side = from.side(index);
        int target = ids[book][from.target(index)];
        switch (kind) {
            case CommandStream.CANCEL -> merged.addCancel(side, target);
            case CommandStream.REPRICE ->
                    merged.addReplace(
                            kind,
                            side,
                            target,
                            from.price(index),
                            from.quantity(index),
                            from.total(index));
            default -> {
                merged.addNew(kind, side, from.price(index), from.quantity(index));
                ids[book][from.id(index)] = merged.id(merged.count() - 1);
            }
        }
        if (merged.count() > instruments.length) {
            instruments = Arrays.copyOf(instruments, merged.count() * 2);
        }
        instruments[merged.count() - 1] = book + 1;
    }

    /** By book: the share of commands that go to it or to a more active one. */
    private static double[] shares(int books) {
        double[] shares = new double[books];
        double sum = 0;
        for (int book = 0; book < books; book++) {
            sum += 1.0 / (book + 1);
            shares[book] = sum;
        }
        for (int book = 0; book < books; book++) {
            shares[book] /= sum;
        }
        return shares;
    }
}
