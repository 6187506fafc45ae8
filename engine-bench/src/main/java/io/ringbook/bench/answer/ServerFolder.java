// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.answer;

import io.ringbook.bench.flow.TemporaryFolder;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SessionKeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;

/**
 * A folder with the configuration of an exchange, its data, and the keys of its sessions. It goes
 * when this is closed.
 */
final class ServerFolder implements AutoCloseable {
    private static final int EXPECTED_ORDERS = 65_536;
    private static final int EXPECTED_IDS = 1 << 20;

    private final TemporaryFolder folder = new TemporaryFolder();

    private ServerFolder() {}

    static ServerFolder make(AnswerOptions options) throws IOException {
        ServerFolder made = new ServerFolder();
        Files.createDirectory(made.keys());
        StringBuilder sessions = new StringBuilder();
        for (int i = 1; i <= options.connections(); i++) {
            KeyPair pair = SessionKey.generate();
            String name = "LOAD-" + i;
            SessionKeyFile.write(
                    SessionKeyFile.in(made.keys(), name),
                    new SessionKey("LOAD", name, pair.getPrivate()));
            sessions.append(
                    "  { name = \"%s\", firm = \"LOAD\", public-key = \"%s\" }%n"
                            .formatted(name, SessionKey.text(pair.getPublic())));
        }
        Files.writeString(
                made.configuration(),
                """
                data = "data"
                durability = %s
                listen { address = "127.0.0.1", port = 0 }
                server.idle-spin = %s
                engine { threads = %s, expected-orders = %d, expected-ids = %d }
                instruments = [{ symbol = "LOAD", tick-size = 0.01 }]
                sessions = [
                %s]
                %s
                """
                        .formatted(
                                options.durability(),
                                options.idleSpin(),
                                options.threads(),
                                EXPECTED_ORDERS,
                                EXPECTED_IDS,
                                sessions,
                                String.join("\n", options.more())));
        return made;
    }

    /** The file that {@code serve --config} takes. */
    Path configuration() {
        return folder.path().resolve("ringbook.conf");
    }

    /** Of the sessions. */
    Path keys() {
        return folder.path().resolve("keys");
    }

    @Override
    public void close() {
        folder.close();
    }
}
