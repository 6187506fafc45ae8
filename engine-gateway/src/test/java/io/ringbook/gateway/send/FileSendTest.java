// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.client.SimulatedExchange;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileSendTest {
    private static final String HEADER =
            "time_ns,action,symbol,account,order_id,side,quantity,price,phase\n";

    @TempDir private Path folder;
    private final KeyPair pair = SessionKey.generate();
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void writeKey() {
        SessionKeyFile.write(
                SessionKeyFile.in(folder, "DESK"),
                new SessionKey("DESK", "DESK", pair.getPrivate()));
    }

    @Test
    void everyLineIsCarriedOutOnceInTheOrderOfTheFileWhateverIsCut() throws Exception {
        // given
        int count = 2000;
        StringBuilder lines = new StringBuilder(HEADER);
        for (int i = 1; i <= count; i++) {
            lines.append(i).append(",NEW,ABC,DESK,o").append(i).append(",BUY,1,1.00,\n");
        }

        // when
        SendResult result;
        List<String> processed;
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 5, 8000)) {
            result = send(exchange, lines.toString(), false, false);
            processed = exchange.processed();
            assertThat(exchange.fault()).isNull();
        }

        // then
        assertThat(processed)
                .isEqualTo(IntStream.rangeClosed(1, count).mapToObj(i -> "o" + i).toList());
        assertThat(result.sentCount()).isEqualTo(count);
        assertThat(result.isWhole()).isTrue();
        assertThat(result.cutCount()).isGreaterThan(5).isEqualTo(notices.size());
        assertThat(notices.get(0)).startsWith("session DESK was cut and comes back: ");
    }

    @Test
    void lineThatNoSessionSendsStopsOrIsLeftOut() throws Exception {
        String lines =
                HEADER
                        + "1,NEW,ABC,DESK,a,BUY,1,1.00,\n"
                        + "2,PHASE,ABC,,,,,,HALTED\n"
                        + "3,NEW,ABC,DESK,b,BUY,1,1.00,\n";

        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 5, 0)) {
            assertThatThrownBy(() -> send(exchange, lines, false, false))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining(
                            "line 3: PHASE is the exchange's own, no session sends it (1 command"
                                    + " before it sent; --orders-only leaves such lines out)");
            SendResult result = send(exchange, lines, true, false);

            assertThat(result.leftOutCount()).isEqualTo(1);
            assertThat(result.passedCount()).isEqualTo(1);
            assertThat(result.sentCount()).isEqualTo(1);
            assertThat(exchange.processed()).containsExactly("a", "b");
            assertThat(notices).hasSize(1);
            assertThat(notices.get(0))
                    .startsWith("goes on at line 4 of ")
                    .endsWith(": 1 command before it taken earlier today");
        }
    }

    @Test
    void malformedLineStopsOrIsLeftOut() throws Exception {
        String lines =
                HEADER + "1,NEW,ABC,DESK,a,BUY,1,1.001,\n" + "2,NEW,ABC,DESK,b,BUY,1,1.00,\n";

        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 5, 0)) {
            assertThatThrownBy(() -> send(exchange, lines, false, false))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("line 2, column price")
                    .hasMessageContaining("at most 2 decimals for ABC");
            SendResult result = send(exchange, lines, false, true);

            assertThat(result.badLines()).hasSize(1);
            assertThat(result.isWhole()).isFalse();
            assertThat(exchange.processed()).containsExactly("b");
        }
    }

    @Test
    void accountWithoutAKeySaysWhichFileIsMissing() throws Exception {
        String lines = HEADER + "1,NEW,ABC,OTHER,a,BUY,1,1.00,\n";

        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 5, 0)) {
            assertThatThrownBy(() -> send(exchange, lines, false, false))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("there is no key for account OTHER")
                    .hasMessageContaining("OTHER.key");
        }
    }

    @Test
    void fileThatWasTakenWholeIsNotSentAgain() throws Exception {
        String lines = HEADER + "1,NEW,ABC,DESK,a,BUY,1,1.00,\n2,NEW,ABC,DESK,b,BUY,1,1.00,\n";
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 5, 0)) {
            send(exchange, lines, false, false);

            SendResult result = send(exchange, lines, false, false);

            assertThat(result.sentCount()).isZero();
            assertThat(result.passedCount()).isEqualTo(2);
            assertThat(notices).hasSize(1);
            assertThat(notices.get(0)).startsWith("nothing is left to send of ");
            assertThat(exchange.processed()).containsExactly("a", "b");
        }
    }

    @Test
    void sessionThatHasSentOtherCommandsIsRefusedBeforeAnythingIsSent() throws Exception {
        String first = HEADER + "1,NEW,ABC,DESK,a,BUY,1,1.00,\n2,NEW,ABC,DESK,x,BUY,1,1.00,\n";
        String other = HEADER + "1,NEW,ABC,DESK,a,BUY,1,1.00,\n2,NEW,ABC,DESK,b,BUY,1,1.00,\n";
        String shorter = HEADER + "1,NEW,ABC,DESK,a,BUY,1,1.00,\n";
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 5, 0)) {
            send(exchange, first, false, false);

            assertThatThrownBy(() -> send(exchange, other, false, false))
                    .isInstanceOf(Fault.class)
                    .hasMessageStartingWith(
                            "session DESK has sent 2 commands to the exchange at "
                                    + exchange.address()
                                    + " today, which are not those of ")
                    .hasMessageEndingWith(
                            "commands.csv: command 2 of it is another than that of line 3"
                                    + " (--from-start sends the whole file all the same)");
            assertThatThrownBy(() -> send(exchange, shorter, false, false))
                    .hasMessageContaining("commands.csv: the file has only 1 for it");
            assertThat(exchange.processed()).containsExactly("a", "x");
        }
    }

    @Test
    void wholeFileIsSentWhenAskedFor() throws Exception {
        String first = HEADER + "1,NEW,ABC,DESK,a,BUY,1,1.00,\n";
        String second = HEADER + "1,NEW,ABC,DESK,b,BUY,1,1.00,\n";
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 5, 0)) {
            send(exchange, first, false, false);
            Path file = folder.resolve("commands.csv");
            Files.writeString(file, second);
            SendOptions options =
                    new SendOptions(
                            file,
                            exchange.address(),
                            folder,
                            Duration.ofSeconds(30),
                            false,
                            false,
                            true);
            try (FileSend send = new FileSend(options, count -> {}, notices::add)) {
                assertThat(send.run().sentCount()).isEqualTo(1);
            }

            assertThat(exchange.processed()).containsExactly("a", "b");
        }
    }

    private SendResult send(
            SimulatedExchange exchange, String lines, boolean ordersOnly, boolean keepGoing)
            throws IOException {
        Path file = folder.resolve("commands.csv");
        Files.writeString(file, lines);
        SendOptions options =
                new SendOptions(
                        file,
                        exchange.address(),
                        folder,
                        Duration.ofSeconds(30),
                        ordersOnly,
                        keepGoing);
        try (FileSend send = new FileSend(options, count -> {}, notices::add)) {
            return send.run();
        }
    }
}
