// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

import java.util.SplittableRandom;

/**
 * Flow around a price that stays, on a book that keeps its size: of 100 commands about 45.6 are
 * passive new orders, 10 marketable ones (half of them immediate or cancel), 39.5 cancels and 5
 * replaces at another price. Cancels and replaces name a live order, each as likely.
 *
 * <p>Distances from the touch are Lomax (Pareto II) with shape {@value #SHAPE}: near prices are
 * likely, and some are millions of ticks away. Passive orders have 1 to {@value #MOST_LOTS} lots,
 * marketable ones up to {@value #MOST_LOTS_TAKEN}, which is what lets 45.6 come in for 39.5
 * canceled.
 */
final class SteadyFlow {
    private static final double SHAPE = 1.3;
    private static final int MOST_LOTS = 100;
    private static final int MOST_LOTS_TAKEN = 62;
    private static final long MIDDLE = 1L << 30;
    private static final int REACH_PARTS = 5;
    private static final int OF = 1_000;
    private static final int MARKETABLE = 100;
    private static final int REPLACES = 50;

    private final SplittableRandom random;
    private final int resting;
    private final double scale;
    private final int mostReach;
    private final StreamRecorder recorder = new StreamRecorder();
    private final ModelBook book = recorder.book();

    private SteadyFlow(long seed, int resting, double scale) {
        this.random = new SplittableRandom(seed);
        this.resting = resting;
        this.scale = scale;
        this.mostReach = (int) (scale / REACH_PARTS);
    }

    /**
     * Makes a stream.
     *
     * @param resting orders that the book keeps
     * @param scale of the distances, ticks
     * @param commands measured ones
     */
    static RecordedStream record(long seed, int resting, double scale, int commands) {
        SteadyFlow flow = new SteadyFlow(seed, resting, scale);
        for (int i = 0; i < resting; i++) {
            flow.enterPassive();
        }
        flow.recorder.stream().beginMeasured();
        for (int i = 0; i < commands; i++) {
            flow.step();
        }
        return flow.recorder.finish();
    }

    private void step() {
        int draw = random.nextInt(OF);
        if (draw < MARKETABLE) {
            take(draw < MARKETABLE / 2 ? CommandStream.IOC : CommandStream.NEW);
        } else if (draw < MARKETABLE + REPLACES && book.liveCount() > 0) {
            replace();
        } else if (book.liveCount() >= resting) {
            recorder.cancel(draw());
        } else {
            enterPassive();
        }
    }

    private void enterPassive() {
        byte side = side();
        recorder.enter(CommandStream.NEW, side, passivePrice(side), 1 + random.nextInt(MOST_LOTS));
    }

    private void take(byte kind) {
        byte side = side();
        byte opposite = opposite(side);
        long touch = book.isEmpty(opposite) ? MIDDLE : book.best(opposite);
        long reach = random.nextInt(mostReach);
        long price = side == CommandStream.BUY ? touch + reach : touch - reach;
        recorder.enter(kind, side, price, 1 + random.nextInt(MOST_LOTS_TAKEN));
    }

    /** At another price, so that it goes to the back in every engine. */
    private void replace() {
        int id = draw();
        byte side = book.side(id);
        long price = passivePrice(side);
        if (price == book.price(id)) {
            price += side == CommandStream.BUY ? -1 : 1;
        }
        recorder.reprice(id, price);
    }

    private int draw() {
        return book.live(random.nextInt(book.liveCount()));
    }

    /** A price behind the middle that does not trade now. */
    private long passivePrice(byte side) {
        double distance = scale * (Math.pow(1 - random.nextDouble(), -1 / SHAPE) - 1);
        long away = 1 + (long) Math.min(distance, MIDDLE / 2.0);
        byte opposite = opposite(side);
        if (side == CommandStream.BUY) {
            long price = MIDDLE - away;
            return book.isEmpty(opposite) ? price : Math.min(price, book.best(opposite) - 1);
        }
        long price = MIDDLE + away;
        return book.isEmpty(opposite) ? price : Math.max(price, book.best(opposite) + 1);
    }

    private byte side() {
        return random.nextBoolean() ? CommandStream.BUY : CommandStream.SELL;
    }

    private static byte opposite(byte side) {
        return side == CommandStream.BUY ? CommandStream.SELL : CommandStream.BUY;
    }
}
