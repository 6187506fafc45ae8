// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import io.ringbook.codec.text.DecimalFault;
import io.ringbook.codec.text.DecimalParser;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Phase;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads one object of {@code instruments}. Prices and quantities are exact decimals. */
final class InstrumentSection {
    private static final int DEFAULT_PRICE_DECIMALS = 4;
    private static final int MAX_NOTIONAL_BITS = 127;

    private final ConfigSection section;
    private final DecimalParser parser = new DecimalParser();
    private boolean good = true;

    InstrumentSection(ConfigSection section) {
        this.section = section;
    }

    /** The instrument, or null after a fault. */
    Instrument read(int instrumentId) {
        String symbol = section.required("symbol");
        String currency = section.text("currency", "");
        int priceDecimals =
                (int)
                        section.count(
                                "price-decimals",
                                0,
                                Instrument.MAX_DECIMALS,
                                DEFAULT_PRICE_DECIMALS);
        int quantityDecimals =
                (int) section.count("quantity-decimals", 0, Instrument.MAX_DECIMALS, 0);
        section.required("tick-size");
        long tickSize = decimal("tick-size", priceDecimals, 0);
        long unit = BigInteger.TEN.pow(quantityDecimals).longValueExact();
        long lotSize = decimal("lot-size", quantityDecimals, unit);
        long minQuantity = decimal("min-quantity", quantityDecimals, 0);
        long maxQuantity = decimal("max-quantity", quantityDecimals, 0);
        BigInteger maxNotional = notional(priceDecimals + quantityDecimals);
        long bandPpm = section.ppm("band", Instrument.MAX_BAND_PPM);
        long referencePrice = decimal("reference-price", priceDecimals, 0);
        Phase phase = section.word("phase", Phase.class, Phase.CONTINUOUS);
        section.end();
        if (!good || symbol.isEmpty() || !section.has("tick-size")) {
            return null;
        }
        try {
            return new Instrument(
                    instrumentId,
                    symbol,
                    currency,
                    priceDecimals,
                    quantityDecimals,
                    tickSize,
                    lotSize,
                    minQuantity,
                    maxQuantity,
                    maxNotional.shiftRight(Long.SIZE).longValue(),
                    maxNotional.longValue(),
                    bandPpm,
                    referencePrice,
                    phase);
        } catch (IllegalArgumentException e) {
            section.fault("instrument " + symbol + ": " + e.getMessage());
            return null;
        }
    }

    private long decimal(String key, int decimals, long absent) {
        String text = section.text(key, null);
        if (text == null || text.isEmpty()) {
            return absent;
        }
        if (parser.parse(text, 0, text.length(), decimals) != DecimalFault.NONE) {
            section.fault(
                    key,
                    "is \""
                            + text
                            + "\", which is not a decimal number with at most "
                            + decimals
                            + " decimals, as "
                            + (decimals == 0 ? "100" : "0.01"));
            good = false;
            return absent;
        }
        return parser.mantissa();
    }

    private BigInteger notional(int decimals) {
        String text = section.text("max-notional", "0");
        if (text.matches("[0-9]{1,38}(\\.[0-9]{1,18})?")) {
            BigDecimal mantissa = new BigDecimal(text).movePointRight(decimals);
            boolean whole = mantissa.stripTrailingZeros().scale() <= 0;
            if (whole && mantissa.toBigInteger().bitLength() <= MAX_NOTIONAL_BITS) {
                return mantissa.toBigIntegerExact();
            }
        }
        section.fault(
                "max-notional",
                "is \""
                        + text
                        + "\", which is not a decimal number with at most "
                        + decimals
                        + " decimals, as 1000000");
        good = false;
        return BigInteger.ZERO;
    }
}
