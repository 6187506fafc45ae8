// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class OwnerThreadTest {
    private final OwnerThread owner = new OwnerThread();

    @Test
    void firstThreadThatAsksIsTheOwnerAndAnotherIsNot() {
        assertThat(owner.isCurrent()).isTrue();

        assertThat(askedOnAnotherThread()).isFalse();
        assertThat(owner.isCurrent()).isTrue();
    }

    @Test
    void ownerMayHandOver() throws InterruptedException {
        owner.isCurrent();
        owner.handOver();
        CompletableFuture<Void> over = new CompletableFuture<>();
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        Thread next =
                new Thread(
                        () -> {
                            asked.complete(owner.isCurrent());
                            over.join();
                        });
        next.start();

        assertThat(asked.join()).isTrue();
        assertThat(owner.isCurrent()).isFalse();
        over.complete(null);
        next.join();
    }

    @Test
    void whatAThreadThatHasEndedOwnedIsForTheNext() {
        assertThat(askedOnAnotherThread()).isTrue();

        assertThat(owner.isCurrent()).isTrue();
    }

    private boolean askedOnAnotherThread() {
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        Thread other = new Thread(() -> asked.complete(owner.isCurrent()));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return asked.join();
    }
}
