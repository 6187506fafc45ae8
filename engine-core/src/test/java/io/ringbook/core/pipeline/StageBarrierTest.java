// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.WaitStrategy;
import io.ringbook.core.threads.WaitMode;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StageBarrierTest {
    private final Sequence sent = new Sequence();
    private final Sequence validated = new Sequence();
    private final AtomicReference<Object> result = new AtomicReference<>();

    @Test
    void blockedStageSleepsUntilTheStageBeforeItComesToWait() throws Exception {
        // given a stage that sleeps although the producer is far ahead
        WaitStrategy first = StageBarrier.strategy(WaitMode.BLOCKING);
        WaitStrategy second = StageBarrier.strategy(WaitMode.BLOCKING);
        StageBarrier before = new StageBarrier(first, second, sent);
        sent.set(5);
        Thread thread = waiting(new StageBarrier(second, null, validated), 0);
        awaitSleep(thread);

        // when
        validated.set(3);
        assertThat(before.waitFor(4)).isEqualTo(5);

        // then
        thread.join();
        assertThat(result.get()).isEqualTo(3L);
    }

    @ParameterizedTest
    @EnumSource(WaitMode.class)
    void alertEndsTheWaitOfAnyStage(WaitMode mode) throws Exception {
        StageBarrier barrier = new StageBarrier(StageBarrier.strategy(mode), null, sent, validated);
        Thread thread = waiting(barrier, 0);
        if (mode == WaitMode.BLOCKING) {
            awaitSleep(thread);
        }

        barrier.alert();

        thread.join();
        assertThat(result.get()).isSameAs(AlertException.INSTANCE);
    }

    @ParameterizedTest
    @EnumSource(WaitMode.class)
    void slowestOfSeveralIsWaitedFor(WaitMode mode) throws Exception {
        WaitStrategy strategy = StageBarrier.strategy(mode);
        sent.set(9);
        Thread thread = waiting(new StageBarrier(strategy, null, sent, validated), 0);

        validated.set(2);
        strategy.signalAllWhenBlocking();

        thread.join();
        assertThat(result.get()).isEqualTo(2L);
    }

    private Thread waiting(StageBarrier barrier, long sequence) {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                result.set(barrier.waitFor(sequence));
                            } catch (Exception e) {
                                result.set(e);
                            }
                        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void awaitSleep(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
