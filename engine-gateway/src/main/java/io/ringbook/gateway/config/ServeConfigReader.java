// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.threads.ThreadPlan;
import io.ringbook.gateway.csv.InstrumentCsvReader;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.ops.MetricsSettings;
import io.ringbook.gateway.ops.StatsSettings;
import io.ringbook.gateway.session.SessionSettings;
import io.ringbook.gateway.tcp.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a configuration file, checks all of it, and tells every fault at once. */
public final class ServeConfigReader {
    /** Port if none is given. */
    public static final int DEFAULT_PORT = 7400;

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 24 * 3600 * SECOND_NS;
    private static final long GIB = 1L << 30;
    private static final long MAX_COUNT = 1_000_000_000L;
    private static final int MAX_NAME_LENGTH = 32;
    private static final long DEFAULT_MAX_GRACE_NS = 60 * SECOND_NS;
    private static final int MAX_RING_SIZE = 1 << 20;

    private final Path file;
    private final ConfigFaults faults;

    private ServeConfigReader(Path file) {
        this.file = file;
        this.faults = new ConfigFaults(file);
    }

    /**
     * Reads a file.
     *
     * @throws Fault with all that is wrong in it
     */
    public static ServeConfig read(Path file) {
        if (!Files.exists(file)) {
            throw new Fault(
                    "there is no configuration file "
                            + file
                            + "; docs/examples/ringbook.conf is one to begin with");
        }
        try {
            Config config =
                    ConfigFactory.parseReader(
                                    Files.newBufferedReader(file),
                                    ConfigParseOptions.defaults()
                                            .setOriginDescription(file.toString())
                                            .setIncluder(new BesideFile(file)))
                            .resolve(ConfigResolveOptions.noSystem());
            return new ServeConfigReader(file).read(config);
        } catch (IOException e) {
            throw Fault.unreadable(file, e);
        } catch (ConfigException e) {
            throw new Fault(
                    file + " is not a HOCON file: " + String.valueOf(e.getMessage()).strip(), e);
        }
    }

    private ServeConfig read(Config config) {
        ConfigSection root = new ConfigSection("", config.root(), faults);
        Path data = beside(root.text("data", "data"));
        Durability durability = root.word("durability", Durability.class, Durability.COMMIT);
        ServerSettings server = server(root);
        EngineConfig engine = engine(root);
        JournalOptions journal = journal(root.section("journal"), durability);
        MetricsSettings metrics = MonitorSection.metrics(root.section("metrics"));
        StatsSettings stats = MonitorSection.stats(root.section("stats"));
        List<Instrument> instruments = instruments(root);
        List<SessionDefinition> sessions = sessions(root);
        List<AccountDefinition> accounts = accounts(root, sessions);
        requireAccounts(root, sessions, accounts);
        root.end();
        if (!faults.isEmpty()) {
            throw faults.fault();
        }
        return new ServeConfig(
                file,
                data,
                server,
                engine,
                journal,
                metrics,
                stats,
                instruments,
                accounts,
                sessions);
    }

    private Path beside(String name) {
        Path folder = file.toAbsolutePath().getParent();
        return folder.resolve(name).normalize();
    }

    private ServerSettings server(ConfigSection root) {
        InetSocketAddress listen = listen(root.section("listen"));
        ServerSettings plain = ServerSettings.defaults(listen);
        SessionSettings times = sessionSettings(root.section("session-limits"));
        ConfigSection section = root.section("server");
        long connections = section.count("max-connections", 1, 1_000_000, plain.maxConnections());
        long notLoggedIn =
                section.count(
                        "max-not-logged-in",
                        1,
                        1_000_000,
                        Math.min(connections, plain.maxNotLoggedIn()));
        if (notLoggedIn > connections) {
            section.fault("max-not-logged-in", "is above server.max-connections, " + connections);
            notLoggedIn = connections;
        }
        int readBuffer = (int) section.bytes("read-buffer", 8 << 10, GIB, plain.readBufferLength());
        int socketBuffer = (int) section.bytes("socket-buffer", 0, GIB, plain.socketBufferLength());
        int loginThreads = (int) section.count("login-threads", 1, 64, plain.loginThreads());
        long idleSpinNs = section.durationNs("idle-spin", 0, SECOND_NS, plain.idleSpinNs());
        section.end();
        return new ServerSettings(
                listen,
                (int) connections,
                (int) notLoggedIn,
                readBuffer,
                socketBuffer,
                loginThreads,
                idleSpinNs,
                times);
    }

    private InetSocketAddress listen(ConfigSection section) {
        String address = section.text("address", "127.0.0.1");
        int port = (int) section.count("port", 0, 65_535, DEFAULT_PORT);
        section.end();
        try {
            return new InetSocketAddress(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            section.fault("address", "is \"" + address + "\", which no network knows");
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }
    }

    private SessionSettings sessionSettings(ConfigSection section) {
        SessionSettings plain = SessionSettings.defaults();
        long loginTimeoutNs =
                section.durationNs("login-timeout", 1_000_000, DAY_NS, plain.loginTimeoutNs());
        long minNs = section.durationNs("min-heartbeat", 1_000_000, DAY_NS, plain.minHeartbeatNs());
        long maxNs = section.durationNs("max-heartbeat", minNs, DAY_NS, plain.maxHeartbeatNs());
        long heartbeatNs = section.durationNs("heartbeat", minNs, maxNs, plain.heartbeatNs());
        long logoutNs =
                section.durationNs("logout-timeout", 1_000_000, DAY_NS, plain.logoutTimeoutNs());
        int sendBuffer = (int) section.bytes("send-buffer", 8 << 10, GIB, plain.sendBufferLength());
        long backlog =
                section.bytes(
                        "max-backlog",
                        sendBuffer,
                        1024 * GIB,
                        Math.max(sendBuffer, plain.maxBacklogBytes()));
        long messages = section.perSecond("max-questions", MAX_COUNT);
        if (messages == 0) {
            messages = section.has("max-questions") ? MAX_COUNT : plain.maxQuestionsPerSecond();
        }
        section.end();
        return new SessionSettings(
                loginTimeoutNs,
                Math.max(minNs, Math.min(Math.max(minNs, maxNs), heartbeatNs)),
                minNs,
                Math.max(minNs, maxNs),
                logoutNs,
                backlog,
                sendBuffer,
                (int) messages);
    }

    private EngineConfig engine(ConfigSection root) {
        ConfigSection section = root.section("engine");
        EngineConfig plain = EngineConfig.defaults(ThreadLayout.AUTO);
        ThreadLayout layout = section.word("threads", ThreadLayout.class, ThreadLayout.AUTO);
        int shards = (int) section.count("shards", 1, EngineConfig.MAX_SHARDS, 1);
        int ringSize = (int) section.count("ring-size", 2, MAX_RING_SIZE, plain.ringSize());
        int orders = (int) section.count("expected-orders", 1, 1 << 26, plain.expectedOrders());
        int ids = (int) section.count("expected-ids", 1, 1 << 28, plain.expectedIds());
        if (Integer.bitCount(ringSize) != 1) {
            section.fault("ring-size", "is " + ringSize + "; it must be a power of two, as 1024");
            ringSize = plain.ringSize();
        }
        if (layout == ThreadLayout.SINGLE && shards > 1) {
            section.fault(
                    "shards", "is " + shards + ", but engine.threads = single runs one shard");
            shards = 1;
        }
        ThreadPlan threads = new ThreadSection(section).read(layout, shards);
        section.end();
        return new EngineConfig(layout, threads, shards, ringSize, orders, ids, plain.maxEvents());
    }

    private static JournalOptions journal(ConfigSection section, Durability durability) {
        JournalOptions plain = JournalOptions.of(durability);
        long step = section.bytes("allocation-step", 4096, 1024 * GIB, plain.allocationStep());
        long ahead = section.bytes("room-ahead", 0, 1024 * GIB, plain.roomAhead());
        long touch = section.bytes("touch-ahead", 0, GIB, plain.touchAhead());
        section.end();
        if (durability == Durability.NONE) {
            section.fault(
                    "durability = none keeps no journal, and an exchange that serves needs one;"
                            + " take commit or sync");
        }
        return plain.withAllocation(step, ahead).withTouchAhead(touch);
    }

    private List<Instrument> instruments(ConfigSection root) {
        List<Instrument> instruments = new ArrayList<>();
        String csv = root.text("instruments-file", "");
        if (!csv.isEmpty()) {
            try {
                instruments.addAll(InstrumentCsvReader.read(beside(csv), 1));
            } catch (Fault e) {
                root.fault("instruments-file", "cannot be used: " + e.getMessage());
            }
        }
        Set<String> symbols = new HashSet<>();
        instruments.forEach(instrument -> symbols.add(instrument.symbol()));
        for (ConfigSection section : root.sections("instruments")) {
            Instrument instrument = new InstrumentSection(section).read(instruments.size() + 1);
            if (instrument == null) {
                continue;
            }
            if (!symbols.add(instrument.symbol())) {
                section.fault("two instruments have the symbol " + instrument.symbol());
            }
            instruments.add(instrument);
        }
        if (instruments.isEmpty() && faults.isEmpty()) {
            root.fault("there is no instrument; name some under instruments or instruments-file");
        }
        return instruments;
    }

    private List<SessionDefinition> sessions(ConfigSection root) {
        List<SessionDefinition> sessions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ConfigSection section : root.sections("sessions")) {
            SessionDefinition session = session(section);
            if (!session.name().isEmpty() && !names.add(session.name())) {
                section.fault(
                        "two sessions have the name " + session.name() + "; a name is used once");
            }
            sessions.add(session);
        }
        if (sessions.isEmpty() && faults.isEmpty()) {
            root.fault(
                    "there is no session, so nobody could log in; ringbook keygen makes keys and"
                            + " prints the lines for here");
        }
        return sessions;
    }

    private SessionDefinition session(ConfigSection section) {
        String name = name(section, "name");
        String firm = name(section, "firm");
        PublicKey key = null;
        String text = section.required("public-key");
        if (!text.isEmpty()) {
            try {
                key = PublicKeys.of(text);
            } catch (IllegalArgumentException e) {
                section.fault("public-key", e.getMessage());
            }
        }
        long orderRate = section.perSecond("order-rate", Session.MAX_RATE);
        long orderBurst = section.count("order-burst", 0, Session.MAX_RATE, orderRate);
        long cancelRate = section.perSecond("cancel-rate", Session.MAX_RATE);
        long cancelBurst = section.count("cancel-burst", 0, Session.MAX_RATE, cancelRate);
        requireBurst(section, "order-burst", orderRate, orderBurst);
        requireBurst(section, "cancel-burst", cancelRate, cancelBurst);
        long idsPerDay = section.count("ids-per-day", 0, MAX_COUNT, 0);
        boolean cancelOnDisconnect = section.flag("cancel-on-disconnect", true);
        long maxGraceNs = section.durationNs("max-grace", 0, DAY_NS, DEFAULT_MAX_GRACE_NS);
        section.end();
        return new SessionDefinition(
                name,
                firm,
                key,
                orderRate,
                orderBurst,
                cancelRate,
                cancelBurst,
                idsPerDay,
                cancelOnDisconnect,
                maxGraceNs);
    }

    private static void requireBurst(ConfigSection section, String key, long rate, long burst) {
        if (rate > 0 && burst == 0) {
            section.fault(key, "is 0, which with a rate refuses everything; it must be positive");
        }
    }

    private static String name(ConfigSection section, String key) {
        String name = section.required(key);
        if (!name.isEmpty() && !name.matches("[!-~]{1," + MAX_NAME_LENGTH + "}")) {
            section.fault(
                    key,
                    "is \""
                            + name
                            + "\"; it must be 1 to 32 printable ASCII characters without"
                            + " blanks");
        }
        return name;
    }

    private static List<AccountDefinition> accounts(
            ConfigSection root, List<SessionDefinition> sessions) {
        List<AccountDefinition> accounts = new ArrayList<>();
        if (!root.has("accounts")) {
            root.sections("accounts");
            for (SessionDefinition session : sessions) {
                accounts.add(new AccountDefinition(session.name(), session.firm()));
            }
            return accounts;
        }
        Set<String> names = new HashSet<>();
        for (ConfigSection section : root.sections("accounts")) {
            AccountDefinition account =
                    new AccountDefinition(name(section, "name"), name(section, "firm"));
            if (!account.name().isEmpty() && !names.add(account.name())) {
                section.fault("two accounts have the name " + account.name());
            }
            section.end();
            accounts.add(account);
        }
        return accounts;
    }

    /** A firm that trades has both; one without the other is most likely a name misspelt. */
    private static void requireAccounts(
            ConfigSection root,
            List<SessionDefinition> sessions,
            List<AccountDefinition> accounts) {
        Map<String, Boolean> firms = new HashMap<>();
        accounts.forEach(account -> firms.put(account.firm(), true));
        for (SessionDefinition session : sessions) {
            if (!session.firm().isEmpty() && !firms.containsKey(session.firm())) {
                root.fault(
                        "accounts",
                        "has none of firm "
                                + session.firm()
                                + ", so session "
                                + session.name()
                                + " could send no order; add one");
            }
        }
    }
}
