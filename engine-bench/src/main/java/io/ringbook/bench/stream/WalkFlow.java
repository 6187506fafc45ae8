// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Flow along a price that walks, with the parameters of a public yardstick (flash1-dev's
 * matching-engine-benchmark, arXiv 2606.01183), in a generator of our own: the streams are like its
 * streams, not equal to them.
 *
 * <p>The middle starts at {@value #START} ticks and takes normal steps on a logarithmic scale whose
 * spread over the whole walk is the profile's swing. Buy orders are priced along its first half,
 * sell orders along its second, and then all arrive in shuffled order: that is what leaves orders
 * stranded. Distances have weights 1 / (k + 1)^{@value #POWER} and a hump 8 ticks out. Of the
 * orders 15 % are immediate or cancel; of the others 20 % get one more lot, four in five of these
 * also a price one tick nearer; 95 % are canceled before the next order comes; 2 % of the cancels
 * are sent twice; 2 % of the changed and canceled orders are changed once more when they are gone.
 */
final class WalkFlow {
    private static final long START = 33_504;
    private static final double POWER = 2.23;
    private static final int DEEPEST = 799;
    private static final double HUMP_HEIGHT = 5;
    private static final double HUMP_CENTER = 8;
    private static final int MOST_LOTS = 100;

    /** Orders of a whole walk; there are about two commands to each. */
    private static final int ORDERS = 1_000_000;

    private static final double IOC_SHARE = 0.15;
    private static final double CHANGED_SHARE = 0.20;
    private static final double REPRICED_SHARE = 0.80;
    private static final double CANCELED_SHARE = 0.95;
    private static final double REPEATED_SHARE = 0.02;

    private final SplittableRandom random;
    private final double swing;
    private final double[] distanceShares = distanceShares();
    private final StreamRecorder recorder = new StreamRecorder();
    private final ModelBook book = recorder.book();

    private WalkFlow(long seed, double swing) {
        this.random = new SplittableRandom(seed);
        this.swing = swing;
    }

    /**
     * Makes a stream.
     *
     * @param swing spread of the logarithm of the middle at the end of the walk
     * @param commands to end after, if the walk has more; the last order's are not cut
     */
    static RecordedStream record(long seed, double swing, int commands) {
        WalkFlow flow = new WalkFlow(seed, swing);
        long[] prices = flow.walk();
        int[] arrival = flow.shuffled();
        flow.recorder.stream().beginMeasured();
        for (int i = 0; i < ORDERS && flow.recorder.stream().count() < commands; i++) {
            int order = arrival[i];
            flow.live(isBuy(order) ? CommandStream.BUY : CommandStream.SELL, prices[order]);
        }
        return flow.recorder.finish();
    }

    /** The price of each order. */
    private long[] walk() {
        double step = swing / Math.sqrt(ORDERS);
        double middle = START;
        long[] prices = new long[ORDERS];
        for (int i = 0; i < ORDERS; i++) {
            middle *= Math.exp(step * random.nextGaussian() - step * step / 2);
            long away = 1L + distance();
            long price = Math.round(middle) + (isBuy(i) ? -away : away);
            prices[i] = Math.max(1, price);
        }
        return prices;
    }

    private static boolean isBuy(int order) {
        return order < ORDERS / 2;
    }

    private int distance() {
        int found = Arrays.binarySearch(distanceShares, random.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found, DEEPEST);
    }

    private int[] shuffled() {
        int[] places = new int[ORDERS];
        for (int i = 0; i < ORDERS; i++) {
            int other = random.nextInt(i + 1);
            places[i] = places[other];
            places[other] = i;
        }
        return places;
    }

    /** All commands on one order. */
    private void live(byte side, long price) {
        int lots = 1 + random.nextInt(MOST_LOTS);
        if (chance(IOC_SHARE)) {
            recorder.enter(CommandStream.IOC, side, price, lots);
            return;
        }
        int id = recorder.enter(CommandStream.NEW, side, price, lots);
        boolean changed = chance(CHANGED_SHARE);
        long nearer = side == CommandStream.BUY ? price + 1 : Math.max(1, price - 1);
        long newPrice = changed && chance(REPRICED_SHARE) ? nearer : price;
        if (changed) {
            change(id, newPrice, lots + 1);
        }
        if (!chance(CANCELED_SHARE)) {
            return;
        }
        recorder.cancel(id);
        if (chance(REPEATED_SHARE)) {
            recorder.cancel(id);
        }
        if (changed && chance(REPEATED_SHARE)) {
            change(id, newPrice, lots + 1);
        }
    }

    private void change(int id, long price, int total) {
        if (book.isLive(id)) {
            recorder.enlarge(id, price);
        } else {
            recorder.replaceGone(id, price, total);
        }
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** By distance: the share of orders no farther away. */
    private static double[] distanceShares() {
        double[] shares = new double[DEEPEST + 1];
        double sum = 0;
        for (int k = 0; k <= DEEPEST; k++) {
            double fromHump = k - HUMP_CENTER;
            sum += Math.pow(k + 1.0, -POWER) + HUMP_HEIGHT * Math.exp(-fromHump * fromHump / 2);
            shares[k] = sum;
        }
        for (int k = 0; k <= DEEPEST; k++) {
            shares[k] /= sum;
        }
        return shares;
    }
}
