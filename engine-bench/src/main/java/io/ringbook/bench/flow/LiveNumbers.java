// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.flow;

import io.ringbook.core.order.EventListener;
import io.ringbook.core.order.OrderEvent;

/**
 * The numbers of the orders that are live, by watching their events: one can be drawn, added and
 * taken out in constant time.
 */
final class LiveNumbers implements EventListener {
    private final int[] numbers;

    /** By number: its place in {@link #numbers} plus 1, or 0. */
    private final int[] places;

    /** By number: leaves quantity. */
    private final long[] leaves;

    private int count;

    LiveNumbers(int largestNumber) {
        numbers = new int[largestNumber + 1];
        places = new int[largestNumber + 1];
        leaves = new long[largestNumber + 1];
    }

    @Override
    public void onEvent(OrderEvent event) {
        int number = (int) event.clientOrderId0;
        switch (event.kind) {
            case ACCEPTED -> enter(number);
            case CANCELED -> remove((int) namedOrder(event));
            case EXECUTED -> {
                if (event.leavesQuantity == 0) {
                    remove(number);
                }
            }
            case REPLACED, REDUCED -> {}
            default -> throw new IllegalStateException("a flow has no " + event.kind);
        }
        leaves[number] = event.leavesQuantity;
    }

    int count() {
        return count;
    }

    /** The number at a place from 0; the order of places is a function of the flow. */
    int number(int place) {
        return numbers[place];
    }

    long leavesQuantity(int number) {
        return leaves[number];
    }

    /** A cancel that has an id of its own names the order as the original. */
    private static long namedOrder(OrderEvent event) {
        return event.origClientOrderId0 != 0 ? event.origClientOrderId0 : event.clientOrderId0;
    }

    private void enter(int number) {
        numbers[count++] = number;
        places[number] = count;
    }

    private void remove(int number) {
        int place = places[number] - 1;
        int last = numbers[--count];
        numbers[place] = last;
        places[last] = place + 1;
        places[number] = 0;
    }
}
