// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Rules 6.6 and 6.8 in exact decimals: the price band, the collar and the largest notional. */
final class ReferenceBand {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private ReferenceBand() {}

    /** Lowest price inside the band, on the grid. */
    static BigDecimal lower(Instrument instrument, long referencePrice) {
        BigDecimal share = MILLION.subtract(BigDecimal.valueOf(instrument.bandPpm()));
        return onGrid(instrument, referencePrice, share, RoundingMode.CEILING);
    }

    /** Highest price inside the band, on the grid, and at most the highest price there is. */
    static BigDecimal upper(Instrument instrument, long referencePrice) {
        BigDecimal share = MILLION.add(BigDecimal.valueOf(instrument.bandPpm()));
        long highestPrice = Long.MAX_VALUE / instrument.tickSize() * instrument.tickSize();
        return onGrid(instrument, referencePrice, share, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(highestPrice));
    }

    private static BigDecimal onGrid(
            Instrument instrument, long referencePrice, BigDecimal share, RoundingMode inward) {
        BigDecimal tick = BigDecimal.valueOf(instrument.tickSize());
        BigDecimal edge = BigDecimal.valueOf(referencePrice).multiply(share).divide(MILLION);
        return edge.divide(tick, 0, inward).multiply(tick);
    }

    static boolean isOutside(ReferenceBook book, long limitPrice) {
        long reference = book.referencePrice();
        if (!book.instrument.hasBand() || reference == 0) {
            return false;
        }
        BigDecimal price = BigDecimal.valueOf(limitPrice);
        return price.compareTo(lower(book.instrument, reference)) < 0
                || price.compareTo(upper(book.instrument, reference)) > 0;
    }

    /** The worst price at which a market order trades; null is none. */
    static BigDecimal collar(ReferenceBook book, Side side) {
        long reference = book.referencePrice();
        ReferenceOrder bestOpposite = book.best(side.opposite());
        if (reference == 0 && bestOpposite != null) {
            reference = bestOpposite.price;
        }
        if (!book.instrument.hasBand() || reference == 0) {
            return null;
        }
        return side == Side.BUY
                ? upper(book.instrument, reference)
                : lower(book.instrument, reference);
    }

    static boolean isBeyond(BigDecimal collar, Side side, long price) {
        if (collar == null) {
            return false;
        }
        int comparison = BigDecimal.valueOf(price).compareTo(collar);
        return side == Side.BUY ? comparison > 0 : comparison < 0;
    }

    /** Rule 6.8. A market order counts at its collar; without one it has no limit. */
    static boolean exceedsNotional(ReferenceBook book, Command command, OrderType type) {
        BigDecimal price =
                type == OrderType.LIMIT
                        ? BigDecimal.valueOf(command.price)
                        : collar(book, Side.of(command.side));
        if (!book.instrument.hasMaxNotional() || price == null) {
            return false;
        }
        BigInteger limit =
                new BigInteger(Long.toUnsignedString(book.instrument.maxNotionalLow()))
                        .add(
                                BigInteger.valueOf(book.instrument.maxNotionalHigh())
                                        .shiftLeft(Long.SIZE));
        BigDecimal notional = price.multiply(BigDecimal.valueOf(command.quantity));
        return notional.compareTo(new BigDecimal(limit)) > 0;
    }
}
