// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.tick;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.FuzzRun;
import io.ringbook.codec.Mutator;
import io.ringbook.codec.fbs.tick.Tick;
import io.ringbook.codec.verify.TableVerifier;
import io.ringbook.codec.verify.Verdict;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Spoilt ticks: the tick decoder and the generic verifier say the same, from array and buffer. */
final class TickFuzzTest {
    private final TickDecoder decoder = new TickDecoder();
    private final TableVerifier verifier = new TableVerifier();

    @Test
    void spoiltTickGivesTheVerdictOfTheGenericVerifier() throws Exception {
        EnumSet<Verdict> seen = EnumSet.noneOf(Verdict.class);
        FuzzRun.run("tick decoder", seed -> seen.add(decodeSpoiltTick(seed)));
        if (seen.size() > 1) {
            assertThat(seen).hasSizeGreaterThanOrEqualTo(12);
        }
    }

    private Verdict decodeSpoiltTick(long seed) {
        // given: an array of exactly the tick's length, and the same inside other bytes
        Random random = new Random(seed);
        byte[] good =
                TickDecoderTest.plain(
                        "AMZN".repeat(random.nextInt(3)),
                        random.nextDouble(),
                        random.nextInt(3),
                        random.nextLong());
        byte[] exact = new Mutator(random).mutate(good);
        byte[] around = new byte[exact.length + 64];
        random.nextBytes(around);
        System.arraycopy(exact, 0, around, 31, exact.length);

        // when
        Verdict generic =
                verifier.verify(new UnsafeBuffer(exact), 0, exact.length, TickSchema.tick());
        Verdict inBuffer = decoder.wrap(ByteBuffer.wrap(around), 31, exact.length);
        Verdict inArray = decoder.wrap(exact, 0, exact.length);

        // then
        assertThat(inArray).isEqualTo(generic);
        assertThat(inBuffer).isEqualTo(generic);
        if (generic == Verdict.OK) {
            Tick tick = Tick.getRootAsTick(ByteBuffer.wrap(exact));
            assertThat(decoder.isSymbol(tick.symbol())).isTrue();
            assertThat(decoder.size()).isEqualTo(tick.size());
            assertThat(decoder.ts()).isEqualTo(tick.ts());
            assertThat(Double.doubleToRawLongBits(decoder.price()))
                    .isEqualTo(Double.doubleToRawLongBits(tick.price()));
        }
        return generic;
    }
}
