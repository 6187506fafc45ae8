// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.gateway.ops.MetricsSettings;
import io.ringbook.gateway.ops.StatsSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads {@code metrics} and {@code stats}: what is timed, where it is written, who may ask. */
final class MonitorSection {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long TIB = 1L << 40;
    private static final String AUTO = "auto";
    private static final String NONE = "none";

    private MonitorSection() {}

    static MetricsSettings metrics(ConfigSection section) {
        MetricsSettings plain = MetricsSettings.defaults();
        boolean stages = section.flag("stages", plain.stages());
        int oneIn = (int) section.count("timed-one-in", 1, StageMetrics.MAX_ONE_IN, plain.oneIn());
        long intervalNs =
                section.durationNs("interval", SECOND_NS, 3600 * SECOND_NS, plain.intervalNs());
        String hlog = section.text("hlog", plain.hlog());
        try {
            hlog = Path.of(hlog).toString();
        } catch (InvalidPathException e) {
            section.fault("hlog", "is no name of a folder: " + e.getReason());
        }
        long hlogBytes =
                section.bytes("hlog-size", MetricsSettings.MIN_HLOG_BYTES, TIB, plain.hlogBytes());
        section.end();
        return new MetricsSettings(stages, oneIn, intervalNs, hlog, hlogBytes);
    }

    static StatsSettings stats(ConfigSection section) {
        StatsSettings plain = StatsSettings.defaults();
        InetAddress address = plain.address();
        String name = section.text("address", address.getHostAddress());
        try {
            address = InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            section.fault("address", "is \"" + name + "\", which no network knows");
        }
        int port =
                switch (section.text("port", AUTO)) {
                    case AUTO -> StatsSettings.AUTO;
                    case NONE -> StatsSettings.NONE;
                    default -> number(section);
                };
        section.end();
        return new StatsSettings(address, port);
    }

    private static int number(ConfigSection section) {
        String text = section.text("port", AUTO);
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            section.fault(
                    "port", "is \"" + text + "\", which is not auto, none, or a number to 65535");
            return StatsSettings.AUTO;
        }
        return Integer.parseInt(text);
    }

    /** The port as files have it. */
    static String port(StatsSettings settings) {
        return switch (settings.port()) {
            case StatsSettings.AUTO -> AUTO;
            case StatsSettings.NONE -> NONE;
            default -> Integer.toString(settings.port());
        };
    }
}
