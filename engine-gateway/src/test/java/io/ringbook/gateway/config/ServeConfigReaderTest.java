// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.order.Phase;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.Processors;
import io.ringbook.core.threads.ThreadPlan;
import io.ringbook.core.threads.WaitMode;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.ops.MetricsSettings;
import io.ringbook.gateway.ops.StatsSettings;
import io.ringbook.gateway.tcp.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServeConfigReaderTest {
    private static final String KEY = SessionKey.text(SessionKey.generate().getPublic());
    private static final String INSTRUMENT =
            "instruments = [{ symbol = AMZN, tick-size = 0.01 }]\n";
    private static final String SESSION =
            "sessions = [{ name = S1, firm = F, public-key = \"" + KEY + "\" }]\n";

    @TempDir private Path folder;

    @Test
    void leastConfigurationHasTheDefaultsAndAnAccountForEachSession() throws IOException {
        ServeConfig config = read(INSTRUMENT + SESSION);

        InetSocketAddress listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7400);
        assertThat(config.server()).isEqualTo(ServerSettings.defaults(listen));
        assertThat(config.engine()).isEqualTo(EngineConfig.defaults(ThreadLayout.AUTO));
        assertThat(config.journal()).isEqualTo(JournalOptions.of(Durability.COMMIT));
        assertThat(config.metrics()).isEqualTo(MetricsSettings.defaults());
        assertThat(config.stats()).isEqualTo(StatsSettings.defaults());
        assertThat(config.metrics().hlogFolder(config.dataDirectory()))
                .isEqualTo(folder.resolve("data/metrics"));
        assertThat(config.dataDirectory()).isEqualTo(folder.resolve("data"));
        assertThat(config.accounts()).containsExactly(new AccountDefinition("S1", "F"));
    }

    @Test
    void referenceFileNamesEveryKeyWithItsDefault() throws IOException {
        // given
        Path reference = Path.of("../docs/examples/ringbook.conf");

        // when
        ServeConfig config = ServeConfigReader.read(reference);

        // then: what the file says is what a file without it gives
        String key = SessionKey.text(config.sessions().get(0).key());
        ServeConfig least =
                read(
                        "instruments = [{ symbol = AMZN, currency = USD, tick-size = 0.01 }]\n"
                                + "sessions = [{ name = ALPHA-1, firm = ALPHA, public-key = \""
                                + key
                                + "\" }]");
        assertThat(config.server()).isEqualTo(least.server());
        assertThat(config.engine()).isEqualTo(least.engine());
        assertThat(config.journal()).isEqualTo(least.journal());
        assertThat(config.metrics()).isEqualTo(least.metrics());
        assertThat(config.stats()).isEqualTo(least.stats());
        assertThat(config.instruments()).isEqualTo(least.instruments());
        assertThat(config.accounts()).isEqualTo(least.accounts());
        assertThat(config.sessions()).isEqualTo(least.sessions());
        String text = Files.readString(reference);
        for (String line : ConfigPrinter.print(config).lines().toList()) {
            if (line.contains(" = ")) {
                assertThat(text).contains(line.substring(0, line.indexOf(" = ")).strip() + " = ");
            }
        }
    }

    @Test
    void whatIsPrintedGivesTheSameAgainButForTheKeys() throws IOException {
        // given
        String text =
                "listen.port = 0\nengine { threads = staged, shards = 3 }\n"
                        + "session-limits { heartbeat = 1500 ms, max-backlog = 1 MiB }\n"
                        + "metrics { stages = false, timed-one-in = 3, interval = 90 s,"
                        + " hlog = \"/var/times\", hlog-size = 5 MiB }\n"
                        + "stats { address = \"0.0.0.0\", port = 17401 }\n"
                        + "instruments = [{ symbol = X, tick-size = 0.0005, price-decimals = 5,"
                        + " quantity-decimals = 2, lot-size = 0.25, band = 12.5%, phase = halted,"
                        + " max-notional = 1000000.5, reference-price = 3.2 }]\n"
                        + "sessions = [{ name = S1, firm = F, public-key = \""
                        + KEY
                        + "\", order-rate = 500/s, order-burst = 50, max-grace = 90 s }]";
        ServeConfig config = read(text);

        // when
        String printed = ConfigPrinter.print(config);
        String masked = "\"..." + KEY.substring(KEY.length() - 8) + '"';
        ServeConfig again = read(printed.replace(masked, '"' + KEY + '"'));

        // then
        assertThat(printed).contains(masked).doesNotContain(KEY);
        assertThat(again.withDataDirectory(config.dataDirectory())).isEqualTo(config);
        assertThat(config.metrics().intervalNs()).isEqualTo(90_000_000_000L);
        assertThat(config.stats().port()).isEqualTo(17_401);
        assertThat(config.instruments().get(0).bandPpm()).isEqualTo(125_000);
        assertThat(config.instruments().get(0).tickSize()).isEqualTo(50);
        assertThat(config.instruments().get(0).lotSize()).isEqualTo(25);
        assertThat(config.instruments().get(0).maxNotionalLow()).isEqualTo(10_000_005_000_000L);
        assertThat(config.instruments().get(0).phase()).isEqualTo(Phase.HALTED);
        assertThat(config.sessions().get(0).orderRate()).isEqualTo(500);
    }

    @Test
    void logsOfStageTimesAreWhereTheyAreWantedOrNowhere() throws IOException {
        Path data = folder.resolve("elsewhere");
        String plain = INSTRUMENT + SESSION;

        assertThat(read(plain).metrics().hlogFolder(data)).isEqualTo(data.resolve("metrics"));
        assertThat(read(plain + "metrics.hlog = \"/var/times\"").metrics().hlogFolder(data))
                .isEqualTo(Path.of("/var/times"));
        assertThat(read(plain + "metrics.hlog = \"\"").metrics().hlogFolder(data)).isNull();
        ServeConfig off = read(plain + "metrics.stages = false");
        assertThat(off.metrics().hlogFolder(data)).isNull();
        assertThat(off.metrics().newMetrics().isOn()).isFalse();
    }

    @Test
    void processorsOfThreadsComeBackAsTheyWerePrinted() throws IOException {
        assumeTrue(Processors.isSupported(), "threads can be bound on Linux only");
        // given
        int processor = Processors.ofProcess().nextSetBit(0);
        String text =
                INSTRUMENT
                        + SESSION
                        + "engine { threads = staged, shards = 2, pinning = listed\n"
                        + "  wait { match = busy-spin, publish = blocking }\n"
                        + "  cpus { io = N, match = [N, N] }\n}\n".replace("N", "" + processor);

        // when
        ServeConfig config = read(text);
        String masked = "\"..." + KEY.substring(KEY.length() - 8) + '"';
        ServeConfig again = read(ConfigPrinter.print(config).replace(masked, '"' + KEY + '"'));

        // then
        ThreadPlan plan = config.engine().threads();
        assertThat(plan.wait(EngineThread.MATCH)).isEqualTo(WaitMode.BUSY_SPIN);
        assertThat(plan.wait(EngineThread.PUBLISH)).isEqualTo(WaitMode.BLOCKING);
        assertThat(plan.cpus())
                .containsEntry(EngineThread.MATCH, List.of(processor, processor))
                .containsEntry(EngineThread.IO, List.of(processor))
                .hasSize(2);
        assertThat(again.engine()).isEqualTo(config.engine());
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirLines() {
        String text =
                "lisen.port = 1\n"
                        + "session-limits {\n"
                        + "  heartbeat = 5\n"
                        + "  max-backlog = 8 MB\n"
                        + "}\n"
                        + "server { max-conections = 5 }\n"
                        + INSTRUMENT
                        + "sessions = [\n"
                        + "  { name = S1, firm = F, public-key = \""
                        + KEY
                        + "\" }\n"
                        + "  { name = S1, firm = F, public-key = \""
                        + KEY
                        + "\", order-rate = 5 }\n"
                        + "]";

        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("has 6 faults:")
                .hasMessageContaining("line 1: unknown key lisen; did you mean listen?")
                .hasMessageContaining(
                        "line 3: session-limits.heartbeat is \"5\", which is not a duration with"
                                + " its unit")
                .hasMessageContaining("line 4: session-limits.max-backlog is \"8 MB\"")
                .hasMessageContaining(
                        "line 6: unknown key server.max-conections; did you mean max-connections?")
                .hasMessageContaining(
                        "line 10: sessions[1].order-rate is \"5\", which is not a rate")
                .hasMessageContaining("line 10: two sessions have the name S1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen.port = 70000 | listen.port is 70000, out of its range",
                "durability = safe | which is not one of commit, sync, none",
                "durability = none | keeps no journal",
                "engine.ring-size = 1000 | must be a power of two",
                "engine { threads = single, shards = 2 } | engine.threads = single runs one shard",
                "engine.wait.match = spinning | which is not one of busy-spin, yielding, sleeping,",
                "engine.wait.io = sleeping | unknown key engine.wait.io; known here: engine,",
                "engine.pinning = yes | which is not one of auto, none, listed",
                "engine.cpus.io = 0 | engine.pinning is not; set it to listed",
                "engine.cpus.io = two | which is not a whole number, nor some in brackets",
                "engine { threads = fused, pinning = listed, cpus.match = 0 } | no match among",
                "engine { threads = staged, shards = 3, pinning = listed, cpus.match = [0, 1] }"
                        + " | is listed 2 times; there are 3 shards",
                "engine { threads = fused, pinning = listed, cpus.engine = 9999 }"
                        + " | engine.cpus.engine is 9999, which this process may not use",
                "session-limits.heartbeat = 5 min | out of its range",
                "metrics.timed-one-in = 0 | metrics.timed-one-in is 0, out of its range; it must be"
                        + " a whole number from 1 to 1048576",
                "metrics.stages = some | metrics.stages is \"some\", which is not true or false",
                "metrics.interval = 10 ms | it must be 1 s to 3600 s",
                "metrics.hlog-size = 5 KiB | it must be 1 MiB to",
                "metrics.hlog = [a] | metrics.hlog is not one value",
                "metrics.hlogs = a | unknown key metrics.hlogs; did you mean hlog?",
                "stats.port = 70000 | is \"70000\", which is not auto, none, or a number to 65535",
                "stats.port = on | is \"on\", which is not auto, none, or a number to 65535",
                "stats.address = \"no such host\" | stats.address is \"no such host\", which no",
                "server.max-connections = 0 | out of its range",
                "server { max-connections = 5, max-not-logged-in = 9 } | is above",
                "listen = 7400 | which is not an object in braces",
                "sessions = 5 | which is not a list of objects in brackets",
                "sessions = [] | there is no session",
                "instruments = [] | there is no instrument",
                "instruments = [{ symbol = A }] | instruments[0].tick-size is missing",
                "instruments = [{ symbol = A, tick-size = 0.00001 }] | at most 4 decimals",
                "instruments = [{ symbol = A, tick-size = 0 }] | the tick size must be positive",
                "instruments = [{ symbol = A, tick-size = 1, band = 10 }] | a percentage",
                "instruments-file = none.csv | no such file",
                "accounts = [{ name = A, firm = G }] | has none of firm F, so session S1",
                "accounts = [{ name = A, firm = F }, { name = A, firm = F }] | two accounts",
                "listen { port = 1 | is not a HOCON file",
                "include \"none.conf\" | which cannot be read"
            })
    void faultIsOneSentence(String line, String sentence) {
        assertThatThrownBy(() -> read(INSTRUMENT + SESSION + line + "\n"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void privateKeyInThePlaceOfAPublicOneIsRefusedAndNeverQuoted() {
        byte[] bytes = SessionKey.generate().getPrivate().getEncoded();
        String secret = Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> read(INSTRUMENT + SESSION.replace(KEY, secret)))
                .hasMessageContaining("is a private key")
                .hasMessageNotContaining(secret);
        assertThatThrownBy(() -> read(INSTRUMENT + SESSION.replace(KEY, "AAAA")))
                .hasMessageContaining("is not an Ed25519 public key");
    }

    @Test
    void sessionsOfKeygenCanBeIncluded() throws IOException {
        Files.writeString(
                folder.resolve("keys.conf"),
                SESSION.replace("sessions =", "sessions = ${?sessions}"));

        ServeConfig config = read(INSTRUMENT + "include \"keys.conf\"\n");

        assertThat(config.sessions()).hasSize(1);
    }

    @Test
    void faultOfAnIncludedFileNamesThatFile() throws IOException {
        Files.writeString(
                folder.resolve("keys.conf"), "\n" + SESSION.replace("name = S1", "name = \"a b\""));

        assertThatThrownBy(() -> read(INSTRUMENT + "include \"keys.conf\"\n"))
                .hasMessageContaining("keys.conf line 2")
                .hasMessageNotContaining("ringbook.conf");
    }

    @Test
    void anyTextIsReadOrRefusedWithASentence() throws IOException {
        String good = Files.readString(Path.of("../docs/examples/ringbook.conf"));
        for (long seed = 0; seed < 300; seed++) {
            // given
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(good);
            for (int i = random.nextInt(4) + 1; i > 0; i--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
                    case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                    default -> text.insert(at, "{}[]\"=,\n9".charAt(random.nextInt(9)));
                }
            }

            // when, then
            try {
                assertThat(read(text.toString()).sessions()).isNotEmpty();
            } catch (Fault e) {
                assertThat(e.getMessage()).as("seed %d", seed).isNotBlank();
            }
        }
    }

    private ServeConfig read(String text) throws IOException {
        Path file = folder.resolve("ringbook.conf");
        Files.writeString(file, text);
        return ServeConfigReader.read(file);
    }
}
