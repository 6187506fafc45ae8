// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import static io.ringbook.gateway.session.stream.ChunkStore.MIN_CHUNK_LENGTH;
import static io.ringbook.gateway.session.stream.ExtentSource.EXTENT_LENGTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class ChunkStoreTest {
    @TempDir private Path directory;

    @Test
    void directoryIsNotTouchedBeforeTheFirstChunk() throws IOException {
        Path left = Files.createFile(directory.resolve("1.stream"));

        ChunkStore store = new ChunkStore(directory);

        assertThat(left).exists();
        UnsafeBuffer chunk = store.take(MIN_CHUNK_LENGTH);
        chunk.putLong(MIN_CHUNK_LENGTH - Long.BYTES, 1);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void directoryThatCannotBeMadeIsOneSentence() throws IOException {
        ChunkStore store = new ChunkStore(Files.createFile(directory.resolve("file")));

        assertThatThrownBy(store::start)
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("there is no room for the messages of the sessions: ");
    }

    @Test
    void chunksAreZerosAndDoNotOverlap() {
        ChunkStore store = new ChunkStore(directory);
        UnsafeBuffer first = store.take(MIN_CHUNK_LENGTH);
        UnsafeBuffer second = store.take(2 * MIN_CHUNK_LENGTH);
        first.setMemory(0, first.capacity(), (byte) 1);

        assertThat(second.capacity()).isEqualTo(2 * MIN_CHUNK_LENGTH);
        for (int at = 0; at < second.capacity(); at++) {
            assertThat(second.getByte(at)).isZero();
        }
    }

    @Test
    void reserveIsGivenInSmallestChunksOnly() {
        ChunkStore store = new ChunkStore(new LimitedExtents(2));
        assertThat(store.ensure(EXTENT_LENGTH)).isTrue();
        assertThat(store.take(EXTENT_LENGTH).capacity()).isEqualTo(EXTENT_LENGTH);

        assertThat(store.take(EXTENT_LENGTH).capacity()).isEqualTo(MIN_CHUNK_LENGTH);

        assertThat(store.ensure(EXTENT_LENGTH)).isFalse();
        assertThat(store.fault()).isEqualTo("No space left on device");
        for (int i = 1; i < EXTENT_LENGTH / MIN_CHUNK_LENGTH; i++) {
            assertThat(store.take(EXTENT_LENGTH).capacity()).isEqualTo(MIN_CHUNK_LENGTH);
        }
        assertThatThrownBy(() -> store.take(MIN_CHUNK_LENGTH)).isInstanceOf(Fault.class);
    }

    @Test
    void roomThatComesBackIsTaken() {
        LimitedExtents disk = new LimitedExtents(1);
        ChunkStore store = new ChunkStore(disk);
        assertThat(store.ensure(2 * EXTENT_LENGTH)).isFalse();

        disk.left.set(1);

        assertThat(store.ensure(2 * EXTENT_LENGTH)).isTrue();
        assertThat(store.fault()).isNull();
    }

    @Test
    void helperKeepsRoomAheadAndTheEndGivesItBack() {
        LimitedExtents disk = new LimitedExtents(100);
        ChunkStore store = new ChunkStore(disk);
        store.start();
        int ahead = 1 + ChunkStore.AHEAD_LENGTH / EXTENT_LENGTH;
        awaitGiven(disk, ahead);

        assertThat(store.take(EXTENT_LENGTH).capacity()).isEqualTo(EXTENT_LENGTH);
        awaitGiven(disk, ahead + 1);
        store.close();

        assertThat(disk.given).hasValue(1);
    }

    @Test
    void helperAsksAFullDiskAgain() {
        LimitedExtents disk = new LimitedExtents(1);
        try (ChunkStore store = new ChunkStore(disk)) {
            store.start();
            while (store.fault() == null) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(store.ensure(2 * EXTENT_LENGTH)).isFalse();

            disk.left.set(10);

            while (!store.ensure(2 * EXTENT_LENGTH)) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static void awaitGiven(LimitedExtents disk, int count) {
        while (disk.given.get() < count) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
