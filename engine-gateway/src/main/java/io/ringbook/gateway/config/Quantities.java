// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import io.ringbook.codec.text.DecimalFault;
import io.ringbook.codec.text.DecimalParser;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values with a unit behind them. A result of -1 says that the text is none. Stateless. */
public final class Quantities {
    public static final long NONE = -1;

    /** What each kind of value looks like, for sentences. */
    public static final String DURATION =
            "a duration with its unit (ns, us, ms, s, min, h), as 5 s";

    static final String BYTES = "a number of bytes with its unit (B, KiB, MiB, GiB), as 64 KiB";
    static final String RATE = "a rate with its unit (/s), as 500/s, or unlimited";
    static final String PERCENT = "a percentage with its sign, as 10%";

    private static final Pattern VALUE = Pattern.compile("([0-9]{1,18}) ?([A-Za-z]+)");
    private static final Pattern PER_SECOND = Pattern.compile("([0-9]{1,18}) ?/ ?s");
    private static final Pattern PERCENT_VALUE = Pattern.compile("([0-9]{1,9}(\\.[0-9]+)?) ?%");
    private static final int PERCENT_DECIMALS = 4;
    private static final Map<String, Long> DURATIONS_NS =
            Map.of(
                    "ns",
                    1L,
                    "us",
                    1_000L,
                    "ms",
                    1_000_000L,
                    "s",
                    1_000_000_000L,
                    "min",
                    60_000_000_000L,
                    "h",
                    3_600_000_000_000L);
    private static final Map<String, Long> LENGTHS_BYTES =
            Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private Quantities() {}

    /** Nanoseconds, or {@link #NONE}. */
    public static long durationNs(String text) {
        return scaled(text, DURATIONS_NS);
    }

    static long bytes(String text) {
        return scaled(text, LENGTHS_BYTES);
    }

    /** Commands per second; 0 is no limit. */
    static long perSecond(String text) {
        if (text.equals("unlimited")) {
            return 0;
        }
        Matcher matcher = PER_SECOND.matcher(text);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : NONE;
    }

    /** Millionths. */
    static long ppm(String text) {
        Matcher matcher = PERCENT_VALUE.matcher(text);
        if (!matcher.matches()) {
            return NONE;
        }
        DecimalParser parser = new DecimalParser();
        String number = matcher.group(1);
        return parser.parse(number, 0, number.length(), PERCENT_DECIMALS) == DecimalFault.NONE
                ? parser.mantissa()
                : NONE;
    }

    /** A duration as {@link #durationNs} takes it. */
    public static String duration(long ns) {
        if (ns % 1_000_000_000L == 0) {
            return ns / 1_000_000_000L + " s";
        }
        if (ns % 1_000_000L == 0) {
            return ns / 1_000_000L + " ms";
        }
        return ns % 1_000L == 0 ? ns / 1_000L + " us" : ns + " ns";
    }

    static String length(long bytes) {
        if (bytes != 0 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + " MiB";
        }
        return bytes != 0 && bytes % (1 << 10) == 0 ? (bytes >> 10) + " KiB" : bytes + " B";
    }

    private static long scaled(String text, Map<String, Long> units) {
        Matcher matcher = VALUE.matcher(text);
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            return NONE;
        }
        long number = Long.parseLong(matcher.group(1));
        long unit = units.get(matcher.group(2));
        return number > Long.MAX_VALUE / unit ? NONE : number * unit;
    }
}
