// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.exchange;

import io.ringbook.bench.flow.TemporaryFolder;
import io.ringbook.bench.load.ThreadOptions;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.gateway.client.SessionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Locale;

/**
 * A folder with a configuration for {@code serve} and room for its data: one instrument as flows
 * trade it, one session, any free port. It goes, with the journal, when this is closed.
 */
public final class ExchangeFolder implements AutoCloseable {
    static final String SYMBOL = "FLOW";

    private static final String SESSION = "FLOW-1";

    private final TemporaryFolder folder = new TemporaryFolder();
    private final SessionKey key;

    private ExchangeFolder(KeyPair pair) {
        this.key = new SessionKey(SESSION, SESSION, pair.getPrivate());
    }

    /**
     * Makes one.
     *
     * @param durability of the journal, in the configuration's words
     * @param expectedOrders live orders for which nothing grows
     * @param expectedIds client order ids, and commands, for which nothing grows
     */
    public static ExchangeFolder make(
            String durability, ThreadOptions threads, int expectedOrders, long expectedIds)
            throws IOException {
        KeyPair pair = SessionKey.generate();
        ExchangeFolder made = new ExchangeFolder(pair);
        Files.writeString(
                made.configuration(),
                """
                data = "data"
                durability = %s
                listen { address = "127.0.0.1", port = 0 }
                engine {
                  threads = %s
                  expected-orders = %d
                  expected-ids = %d
                  wait { %s }
                }
                instruments = [
                  { symbol = "%s", currency = "USD", tick-size = 0.01 }
                ]
                sessions = [
                  { name = "%s", firm = "%s", public-key = "%s" }
                ]
                """
                        .formatted(
                                durability,
                                threads.layout().name().toLowerCase(Locale.ROOT),
                                expectedOrders,
                                expectedIds,
                                waits(threads),
                                SYMBOL,
                                SESSION,
                                SESSION,
                                SessionKey.text(pair.getPublic())));
        return made;
    }

    private static String waits(ThreadOptions threads) {
        StringBuilder text = new StringBuilder();
        for (EngineThread thread : EngineThread.values()) {
            if (thread.isStage()) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(thread.text())
                        .append(" = ")
                        .append(threads.plan().wait(thread).text());
            }
        }
        return text.toString();
    }

    /** The file that {@code serve --config} takes. */
    public Path configuration() {
        return folder.path().resolve("ringbook.conf");
    }

    /** What the client proves itself with. */
    public SessionKey key() {
        return key;
    }

    @Override
    public void close() {
        folder.close();
    }
}
