// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SimulatedExchange;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DrivenSessionTest implements SessionListener {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int BATCH = 8;

    private final KeyPair pair = SessionKey.generate();
    private final List<Long> answered = new ArrayList<>();
    private int cutCount;
    private boolean ready;

    @Test
    void everyCommandIsAnsweredOnceOverALineThatIsCutWithoutAThread() throws Exception {
        int count = 1000;
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 3, 8000);
                Selector selector = Selector.open()) {
            // given
            DrivenSession session = new DrivenSession(terms(exchange), this, selector);
            drive(session, () -> ready);

            // when
            Command command = new Command();
            command.kind = CommandKind.NEW_ORDER;
            for (int i = 1; i <= count; i++) {
                command.clientOrderId0 = ClientOrderId.word("o" + i, 0);
                assertThat(session.send(command)).isEqualTo(i);
                if (i % BATCH == 0) {
                    long sent = i;
                    session.flush(System.nanoTime());
                    drive(session, () -> answered.size() == sent);
                }
            }
            session.close(System.nanoTime());
            drive(session, session::hasEnded);

            // then
            assertThat(exchange.fault()).isNull();
            assertThat(exchange.processed())
                    .isEqualTo(IntStream.rangeClosed(1, count).mapToObj(i -> "o" + i).toList());
            assertThat(answered).isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
            assertThat(cutCount).isPositive();
            assertThat(session.endReason()).isEmpty();
        }
    }

    private static void drive(DrivenSession session, BooleanSupplier until) {
        long endNs = System.nanoTime() + 30 * SECOND;
        while (!until.getAsBoolean()) {
            long nowNs = System.nanoTime();
            assertThat(nowNs).isLessThan(endNs);
            session.onTime(nowNs);
            session.receive(nowNs);
            Thread.onSpinWait();
        }
    }

    private SessionTerms terms(SimulatedExchange exchange) {
        return new SessionTerms(
                exchange.address().toString(),
                () -> new InetSocketAddress(exchange.address().host(), exchange.address().port()),
                "FIRM",
                "DESK",
                this::sign,
                SECOND,
                false,
                0,
                10 * SECOND);
    }

    private byte[] sign(byte[] nonce, byte[] frame, int length) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(nonce);
            signature.update(frame, 0, length);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void onAnswer(long ticket) {
        answered.add(ticket);
    }

    @Override
    public void onReady() {
        ready = true;
    }

    @Override
    public void onCut(String reason) {
        cutCount++;
    }

    @Override
    public void onInstrument(Instrument instrument) {}

    @Override
    public void onAccount(Account account) {}

    @Override
    public void onAccepted(long lastClientSequence) {}

    @Override
    public void onReport(byte type, DirectBuffer buffer, int frame, int body, int text) {}

    @Override
    public void onLost(long ticket) {}

    @Override
    public void onHeld(String reason) {}

    @Override
    public void onReleased() {}

    @Override
    public void onDayOver() {}

    @Override
    public void onEnd(String reason) {}
}
