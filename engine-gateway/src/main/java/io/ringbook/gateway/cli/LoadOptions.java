// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.config.Quantities;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.load.Ladder;
import io.ringbook.gateway.load.LoadSettings;
import io.ringbook.gateway.load.Profile;
import io.ringbook.gateway.load.drive.LoadWait;
import io.ringbook.gateway.load.order.SteadyOrders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code ringbook load} is told, checked. Larger than most: one field for each option. */
final class LoadOptions {
    private static final String LADDER = "1000:1000000";
    private static final double PERCENT = 100;
    private static final int MOST_RATE = 10_000_000;
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_CONNECTIONS = 1_000;

    enum Shape {
        CONSTANT,
        BURSTY,
        RECORDED
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Where the exchange, or an echo, takes orders.")
    private String to;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the private keys, as keygen makes them.")
    private Path keys;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Sessions, each with one of the keys; ${DEFAULT-VALUE} if not given. A"
                            + " recording has one for each of its accounts.")
    private int connections;

    @Option(
            names = "--rate",
            paramLabel = "R",
            defaultValue = "10000",
            description = "Orders a second, of all sessions together; ${DEFAULT-VALUE}.")
    private long rate;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "What is measured; 10, of a ladder 5 at each rate, of a recording all.")
    private Integer seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            description = "What is not counted, before that; 5, of a ladder 2 at each rate.")
    private Integer warmUp;

    @Option(
            names = "--profile",
            paramLabel = "P",
            description =
                    "constant: equal steps. bursty: a Hawkes process of that mean rate."
                            + " recorded: --commands. constant if not given.")
    private Shape profile;

    @Option(
            names = "--branching",
            paramLabel = "N",
            defaultValue = "0.8",
            description =
                    "bursty: orders that each one brings about, 0 to less than 1; ${DEFAULT-VALUE}.")
    private double branching;

    @Option(
            names = "--burst-decay",
            paramLabel = "TIME",
            defaultValue = "1ms",
            description = "bursty: how long that takes on average; ${DEFAULT-VALUE}.")
    private String burstDecay;

    @Option(
            names = "--commands",
            paramLabel = "FILE.csv",
            description = "recorded: the command file with the times and the orders.")
    private Path commands;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "recorded: times faster than it was; ${DEFAULT-VALUE}.")
    private double speed;

    @Option(
            names = "--symbol",
            paramLabel = "NAME[=PRICE]",
            split = ",",
            description =
                    "What to trade, around which price; the first instrument, around 100, if not"
                            + " given.")
    private List<String> symbols = new ArrayList<>();

    @Option(
            names = "--resting",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Orders kept in the books; ${DEFAULT-VALUE}.")
    private int resting;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the orders, and of the bursts; ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--wait",
            paramLabel = "W",
            defaultValue = "SPIN",
            description =
                    "spin: takes a processor, sends to the microsecond. block: sleeps, sends up"
                            + " to 0.1 ms late. spin if not given.")
    private LoadWait waiting;

    @Option(
            names = "--closed-loop",
            description =
                    "Send an order when the one before it was answered, count from then: how not to"
                            + " measure, to see the difference.")
    private boolean closedLoop;

    @Option(
            names = "--ladder",
            paramLabel = "FROM:TO",
            arity = "0..1",
            fallbackValue = LADDER,
            description =
                    "Raise the rate, half as much again each time, until it is missed, and find the"
                            + " knee; "
                            + LADDER
                            + ".")
    private String ladder;

    @Option(
            names = "--p99-limit",
            paramLabel = "TIME",
            defaultValue = "10ms",
            description = "ladder: a rate with a longer P99 counts as missed; ${DEFAULT-VALUE}.")
    private String p99Limit;

    @Option(
            names = "--tolerance",
            paramLabel = "PERCENT",
            defaultValue = "1",
            description = "How much of the rate may be missed; ${DEFAULT-VALUE}.")
    private double tolerance;

    @Option(
            names = "--allow-rejects",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description =
                    "How many orders may be refused, but for coming too late; ${DEFAULT-VALUE}.")
    private double allowRejects;

    /** Finds what is wrong with any option before anything is done. */
    void validate() {
        settings();
        profile();
        rate();
        warmUp();
        measured();
        bounds();
        toleratedShare();
        refusableShare();
    }

    /** Where and with what. */
    LoadSettings settings() {
        requireRange("--connections", connections, 1, MOST_CONNECTIONS, "");
        requireRange("--resting", resting, 0, SteadyOrders.maxResting(), " orders");
        if (shape() == Shape.RECORDED && commands == null) {
            throw misused("--profile recorded needs --commands FILE.csv");
        }
        if (shape() != Shape.RECORDED && commands != null) {
            throw misused("--commands is for --profile recorded");
        }
        return new LoadSettings(
                address(), keys, connections, symbols(), resting, waiting, seed, commands);
    }

    private ServerAddress address() {
        try {
            return ServerAddress.parse(to);
        } catch (Fault e) {
            throw new ParameterException(spec.commandLine(), "--to: " + e.getMessage(), e);
        }
    }

    private Map<String, String> symbols() {
        Map<String, String> priceBySymbol = new LinkedHashMap<>();
        for (String symbol : symbols) {
            int equals = symbol.indexOf('=');
            priceBySymbol.put(
                    equals < 0 ? symbol : symbol.substring(0, equals),
                    equals < 0 ? "" : symbol.substring(equals + 1));
        }
        return priceBySymbol;
    }

    private Shape shape() {
        if (profile == null) {
            return commands == null ? Shape.CONSTANT : Shape.RECORDED;
        }
        return profile;
    }

    /** How orders are spread over time. */
    Profile profile() {
        return switch (shape()) {
            case CONSTANT -> new Profile.Constant();
            case BURSTY -> {
                if (!(branching >= 0 && branching < 1)) {
                    throw misused(
                            "--branching is 0 to less than 1, not "
                                    + branching
                                    + ": at 1 a burst never ends");
                }
                yield new Profile.Bursty(branching, time("--burst-decay", burstDecay), seed);
            }
            case RECORDED -> {
                if (!(speed > 0) || Double.isInfinite(speed)) {
                    throw misused("--speed is above 0, not " + speed);
                }
                yield new Profile.Recorded(speed);
            }
        };
    }

    /** Orders a second; 0 where a recording says it. */
    long rate() {
        requireRange("--rate", rate, 1, MOST_RATE, " orders a second");
        return shape() == Shape.RECORDED ? 0 : rate;
    }

    /** What is not counted. */
    Duration warmUp() {
        int given = warmUp != null ? warmUp : ladder != null ? 2 : 5;
        requireRange("--warm-up", given, 0, MOST_SECONDS, " seconds");
        return Duration.ofSeconds(given);
    }

    /** What is counted; null for all of a recording. */
    Duration measured() {
        if (seconds == null && shape() == Shape.RECORDED) {
            return null;
        }
        int given = seconds != null ? seconds : ladder != null ? 5 : 10;
        requireRange("--seconds", given, 1, MOST_SECONDS, " seconds");
        return Duration.ofSeconds(given);
    }

    boolean closedLoop() {
        return closedLoop;
    }

    /** What a ladder is to look for; null for none. */
    Ladder.Bounds bounds() {
        if (ladder == null) {
            return null;
        }
        if (closedLoop || shape() == Shape.RECORDED) {
            throw misused("--ladder raises the rate of an open loop, constant or bursty");
        }
        String[] ends = ladder.split(":", -1);
        try {
            long from = Long.parseLong(ends[0]);
            long upTo = Long.parseLong(ends[ends.length - 1]);
            if (ends.length == 2 && from >= 1 && from < upTo && upTo <= MOST_RATE) {
                return new Ladder.Bounds(
                        from,
                        upTo,
                        toleratedShare(),
                        Duration.ofNanos(time("--p99-limit", p99Limit)));
            }
        } catch (NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), badLadder(), e);
        }
        throw misused(badLadder());
    }

    private String badLadder() {
        return "--ladder is FROM:TO in orders a second, as " + LADDER + ", not " + ladder;
    }

    /** How much of the rate may be missed, 0 to 1. */
    double toleratedShare() {
        return share("--tolerance", tolerance);
    }

    /** How much of what is sent may be refused, 0 to 1. */
    double refusableShare() {
        return share("--allow-rejects", allowRejects);
    }

    LoadWait waiting() {
        return waiting;
    }

    long seed() {
        return seed;
    }

    private double share(String option, double percent) {
        if (!(percent >= 0 && percent <= PERCENT)) {
            throw misused(option + " is 0 to 100 percent, not " + percent);
        }
        return percent / PERCENT;
    }

    private long time(String option, String text) {
        long ns = Quantities.durationNs(text);
        if (ns <= 0) {
            throw misused(option + " is \"" + text + "\", which is not " + Quantities.DURATION);
        }
        return ns;
    }

    private void requireRange(String option, long value, long least, long most, String unit) {
        if (value < least || value > most) {
            throw misused(
                    String.format("%s is %,d to %,d%s, not %,d", option, least, most, unit, value));
        }
    }

    private ParameterException misused(String sentence) {
        CommandLine commandLine = spec.commandLine();
        return new ParameterException(commandLine, sentence);
    }
}
