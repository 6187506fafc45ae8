// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {
    private static final int COMMANDS = 200_000;

    @ParameterizedTest
    @EnumSource(Workload.class)
    void theSameSeedGivesTheSameStreamAndAnotherSeedAnother(Workload workload) {
        // given
        RecordedStream first = workload.record(7, 20_000);

        // when
        RecordedStream again = workload.record(7, 20_000);
        RecordedStream other = workload.record(8, 20_000);

        // then
        assertThat(again.totals()).isEqualTo(first.totals());
        assertThat(columns(again.stream())).isEqualTo(columns(first.stream()));
        assertThat(other.totals()).isNotEqualTo(first.totals());
    }

    @ParameterizedTest
    @EnumSource(
            value = Workload.class,
            names = {"THIN", "DEEP"})
    void steadyFlowHasThePublishedShares(Workload workload) {
        // when
        RecordedStream recorded = workload.record(Workload.SEED, COMMANDS);

        // then
        CommandStream stream = recorded.stream();
        assertThat(stream.measuredTo() - stream.measuredFrom()).isEqualTo(COMMANDS);
        assertThat(share(stream, CommandStream.NEW)).isCloseTo(0.456 + 0.05, within(0.012));
        assertThat(share(stream, CommandStream.IOC)).isCloseTo(0.05, within(0.003));
        assertThat(share(stream, CommandStream.CANCEL)).isCloseTo(0.395, within(0.012));
        assertThat(share(stream, CommandStream.REPRICE)).isCloseTo(0.05, within(0.003));
    }

    @Test
    void steadyFlowKeepsTheBookAtItsSizeOverAsManyLevels() {
        // when
        RecordedStream thin = Workload.THIN.record(Workload.SEED, COMMANDS);
        RecordedStream deep = Workload.DEEP.record(Workload.SEED, COMMANDS);

        // then
        assertThat(thin.mostResting()).isBetween(1_000, 1_010);
        assertThat(thin.mostLevels()).isBetween(250, 320);
        assertThat(deep.mostResting()).isBetween(100_000, 100_010);
        assertThat(deep.mostLevels()).isBetween(8_800, 9_900);
    }

    @Test
    void walksHaveThePublishedShares() {
        // when
        CommandStream stream = Workload.NORMAL.record(Workload.SEED, COMMANDS).stream();

        // then
        double orders = share(stream, CommandStream.NEW) + share(stream, CommandStream.IOC);
        double rests = share(stream, CommandStream.NEW);
        assertThat(share(stream, CommandStream.IOC) / orders).isCloseTo(0.15, within(0.01));
        assertThat(share(stream, CommandStream.CANCEL) / rests)
                .isCloseTo(0.95 * 1.02, within(0.01));
        assertThat(share(stream, CommandStream.REPLACE) / rests)
                .isCloseTo(0.20 * (1 + 0.95 * 0.02), within(0.01));
    }

    @Test
    void walksLeaveThePublishedBooks() {
        // when
        RecordedStream still = Workload.STATIC.record(Workload.SEED, Workload.COMMANDS);
        RecordedStream crash = Workload.FLASH_CRASH.record(Workload.SEED, Workload.COMMANDS);

        // then
        assertThat(still.mostResting()).isBetween(41_500, 42_800);
        assertThat(still.mostLevels()).isBetween(80, 100);
        assertThat(crash.mostResting()).isBetween(1_500, 3_000);
        assertThat(crash.mostLevels()).isBetween(1_200, 1_600);
        assertThat(priceRange(crash.stream())).isGreaterThan(20_000);
    }

    private static double share(CommandStream stream, byte kind) {
        int found = 0;
        for (int i = stream.measuredFrom(); i < stream.measuredTo(); i++) {
            if (stream.kind(i) == kind) {
                found++;
            }
        }
        return (double) found / (stream.measuredTo() - stream.measuredFrom());
    }

    private static long priceRange(CommandStream stream) {
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = stream.measuredFrom(); i < stream.measuredTo(); i++) {
            if (stream.kind(i) == CommandStream.NEW) {
                least = Math.min(least, stream.price(i));
                most = Math.max(most, stream.price(i));
            }
        }
        return most - least;
    }

    private static long columns(CommandStream stream) {
        long hash = stream.count();
        for (int i = 0; i < stream.count(); i++) {
            hash = hash * 31 + stream.kind(i);
            hash = hash * 31 + stream.side(i);
            hash = hash * 31 + stream.target(i);
            hash = hash * 31 + stream.price(i);
            hash = hash * 31 + stream.quantity(i);
            hash = hash * 31 + stream.total(i);
        }
        return hash;
    }
}
