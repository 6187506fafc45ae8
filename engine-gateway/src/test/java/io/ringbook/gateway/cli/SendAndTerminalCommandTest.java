// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.client.SimulatedExchange;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SendAndTerminalCommandTest {
    @TempDir private Path folder;
    private final KeyPair pair = SessionKey.generate();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeFiles() throws Exception {
        SessionKeyFile.write(key(), new SessionKey("DESK", "DESK", pair.getPrivate()));
        Files.write(
                commands(),
                List.of(
                        "time_ns,action,symbol,account,order_id,side,quantity,price",
                        "1,NEW,ABC,DESK,a,BUY,1,1.00",
                        "2,NEW,ABC,DESK,b,BUY,1,1.00"));
    }

    @Test
    void sentFileIsSummedUp() throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            int code = send(exchange.address().toString());

            assertThat(text(err)).isEmpty();
            assertThat(code).isZero();
            assertThat(text(out)).startsWith("2 commands sent, 2 answered, 0 of them by a reject");
        }
    }

    @Test
    void programReadsTheSumAsJson() throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            int code = send(exchange.address().toString(), "--json");

            assertThat(code).isZero();
            assertThat(text(out))
                    .startsWith(
                            "{\"sent\":2,\"answered\":2,\"refused\":0,\"lost\":0,\"cuts\":0,"
                                    + "\"left_out\":0,\"faults\":[],\"elapsed_ns\":");
        }
    }

    @Test
    void absentServerIsASentence() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        int code = send("127.0.0.1:" + port);

        assertThat(code).isEqualTo(1);
        assertThat(text(err))
                .isEqualToIgnoringNewLines(
                        "ringbook: connection refused at 127.0.0.1:"
                                + port
                                + ": no server listens there (start one with serve)");
    }

    @Test
    void wrongKeyIsASentenceForTheTerminalToo() throws Exception {
        KeyPair other = SessionKey.generate();
        try (SimulatedExchange exchange = new SimulatedExchange(other.getPublic(), 1, 0)) {
            int code = run("terminal", "--to", exchange.address().toString(), "--key", "" + key());

            assertThat(code).isEqualTo(1);
            assertThat(text(err))
                    .contains("refused the login of session DESK of firm DESK: Session unknown");
        }
    }

    @Test
    void addressThatIsNoneIsWrongUsage() {
        assertThat(send("somewhere")).isEqualTo(2);
        assertThat(text(err)).contains("--to: \"somewhere\" is not HOST:PORT");
        assertThat(send("::1:70000")).isEqualTo(2);
        assertThat(run("terminal", "--to", "host:0", "--key", "" + key())).isEqualTo(2);
    }

    private int send(String to, String... more) {
        String[] arguments = new String[6 + more.length];
        List<String> plain = List.of("send", "" + commands(), "--to", to, "--keys", "" + folder);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i < 6 ? plain.get(i) : more[i - 6];
        }
        return run(arguments);
    }

    private int run(String... arguments) {
        return new Main(Console.of(out, err), Map.of()).run(arguments);
    }

    private Path key() {
        return SessionKeyFile.in(folder, "DESK");
    }

    private Path commands() {
        return folder.resolve("commands.csv");
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
