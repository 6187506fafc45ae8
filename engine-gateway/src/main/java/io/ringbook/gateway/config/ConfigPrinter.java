// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.ThreadPlan;
import io.ringbook.gateway.ops.MetricsSettings;
import io.ringbook.gateway.ops.StatsSettings;
import io.ringbook.gateway.session.SessionSettings;
import io.ringbook.gateway.tcp.ServerSettings;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The effective configuration as a file that gives the same again. Keys of sessions are shown by
 * their last characters only, enough to tell them apart. Stateless.
 */
public final class ConfigPrinter {
    private static final int SHOWN_OF_A_KEY = 8;
    private static final int PERCENT_DECIMALS = 4;

    private final StringBuilder out = new StringBuilder();

    private ConfigPrinter() {}

    /** The text, lines ended. */
    public static String print(ServeConfig config) {
        return new ConfigPrinter().text(config);
    }

    private String text(ServeConfig config) {
        line("data = %s", quoted(config.dataDirectory().toString()));
        line("durability = %s", lower(config.journal().durability()));
        server(config.server());
        sessionLimits(config.server().sessions());
        line("engine {");
        line("  threads = %s", lower(config.engine().layout()));
        line("  shards = %d", config.engine().shards());
        line("  ring-size = %d", config.engine().ringSize());
        line("  expected-orders = %d", config.engine().expectedOrders());
        line("  expected-ids = %d", config.engine().expectedIds());
        threads(config.engine().threads());
        line("}");
        line("journal {");
        line("  allocation-step = %s", Quantities.length(config.journal().allocationStep()));
        line("  room-ahead = %s", Quantities.length(config.journal().roomAhead()));
        line("  touch-ahead = %s", Quantities.length(config.journal().touchAhead()));
        line("}");
        monitor(config.metrics(), config.stats());
        line("instruments = [");
        config.instruments().forEach(this::instrument);
        line("]");
        line("accounts = [");
        for (AccountDefinition account : config.accounts()) {
            line("  { name = %s, firm = %s }", quoted(account.name()), quoted(account.firm()));
        }
        line("]");
        line("sessions = [");
        config.sessions().forEach(this::session);
        line("]");
        return out.toString();
    }

    private void threads(ThreadPlan plan) {
        line("  wait {");
        for (EngineThread thread : EngineThread.values()) {
            if (thread.isStage()) {
                line("    %s = %s", thread.text(), plan.wait(thread).text());
            }
        }
        line("  }");
        line("  pinning = %s", lower(plan.pinning()));
        line("  cpus {");
        for (EngineThread thread : EngineThread.values()) {
            line("    %s = %s", thread.text(), plan.cpus().getOrDefault(thread, List.of()));
        }
        line("  }");
    }

    private void monitor(MetricsSettings metrics, StatsSettings stats) {
        line("metrics {");
        line("  stages = %b", metrics.stages());
        line("  timed-one-in = %d", metrics.oneIn());
        line("  interval = %s", Quantities.duration(metrics.intervalNs()));
        line("  hlog = %s", quoted(metrics.hlog()));
        line("  hlog-size = %s", Quantities.length(metrics.hlogBytes()));
        line("}");
        line("stats {");
        line("  address = %s", quoted(stats.address().getHostAddress()));
        line("  port = %s", MonitorSection.port(stats));
        line("}");
    }

    private void server(ServerSettings server) {
        line("listen {");
        line("  address = %s", quoted(server.listen().getAddress().getHostAddress()));
        line("  port = %d", server.listen().getPort());
        line("}");
        line("server {");
        line("  max-connections = %d", server.maxConnections());
        line("  max-not-logged-in = %d", server.maxNotLoggedIn());
        line("  read-buffer = %s", Quantities.length(server.readBufferLength()));
        line("  socket-buffer = %s", Quantities.length(server.socketBufferLength()));
        line("  login-threads = %d", server.loginThreads());
        line("  idle-spin = %s", Quantities.duration(server.idleSpinNs()));
        line("}");
    }

    private void sessionLimits(SessionSettings settings) {
        line("session-limits {");
        line("  login-timeout = %s", Quantities.duration(settings.loginTimeoutNs()));
        line("  heartbeat = %s", Quantities.duration(settings.heartbeatNs()));
        line("  min-heartbeat = %s", Quantities.duration(settings.minHeartbeatNs()));
        line("  max-heartbeat = %s", Quantities.duration(settings.maxHeartbeatNs()));
        line("  logout-timeout = %s", Quantities.duration(settings.logoutTimeoutNs()));
        line("  max-backlog = %s", Quantities.length(settings.maxBacklogBytes()));
        line("  send-buffer = %s", Quantities.length(settings.sendBufferLength()));
        line("  max-questions = %d/s", settings.maxQuestionsPerSecond());
        line("}");
    }

    private void instrument(Instrument instrument) {
        int price = instrument.priceDecimals();
        int quantity = instrument.quantityDecimals();
        line("  {");
        line("    symbol = %s", quoted(instrument.symbol()));
        line("    currency = %s", quoted(instrument.currency()));
        line("    price-decimals = %d", price);
        line("    quantity-decimals = %d", quantity);
        line("    tick-size = %s", decimal(instrument.tickSize(), price));
        line("    lot-size = %s", decimal(instrument.lotSize(), quantity));
        line("    min-quantity = %s", decimal(instrument.minQuantity(), quantity));
        line("    max-quantity = %s", decimal(instrument.maxQuantity(), quantity));
        BigInteger notional =
                BigInteger.valueOf(instrument.maxNotionalHigh())
                        .shiftLeft(Long.SIZE)
                        .add(new BigInteger(Long.toUnsignedString(instrument.maxNotionalLow())));
        line("    max-notional = %s", new BigDecimal(notional, price + quantity).toPlainString());
        line("    band = %s%%", decimal(instrument.bandPpm(), PERCENT_DECIMALS));
        line("    reference-price = %s", decimal(instrument.referencePrice(), price));
        line("    phase = %s", lower(instrument.phase()));
        line("  }");
    }

    private void session(SessionDefinition session) {
        String key = Base64.getEncoder().encodeToString(session.key().getEncoded());
        line("  {");
        line("    name = %s", quoted(session.name()));
        line("    firm = %s", quoted(session.firm()));
        line("    public-key = \"...%s\"", key.substring(key.length() - SHOWN_OF_A_KEY));
        line("    order-rate = %s", rate(session.orderRate()));
        line("    order-burst = %d", session.orderBurst());
        line("    cancel-rate = %s", rate(session.cancelRate()));
        line("    cancel-burst = %d", session.cancelBurst());
        line("    ids-per-day = %d", session.idsPerDay());
        line("    cancel-on-disconnect = %b", session.cancelOnDisconnectAllowed());
        line("    max-grace = %s", Quantities.duration(session.maxGraceNs()));
        line("  }");
    }

    private static String rate(long perSecond) {
        return perSecond == 0 ? "unlimited" : perSecond + "/s";
    }

    private static String decimal(long mantissa, int decimals) {
        return BigDecimal.valueOf(mantissa, decimals).toPlainString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation is not on our class path
    private void line(String format, Object... arguments) {
        out.append(String.format(Locale.ROOT, format + "\n", arguments));
    }
}
