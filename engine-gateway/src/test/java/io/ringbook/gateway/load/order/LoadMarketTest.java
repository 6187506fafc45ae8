// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Phase;
import io.ringbook.gateway.fault.Fault;
import org.junit.jupiter.api.Test;

class LoadMarketTest {
    @Test
    void instrumentWithoutABandTradesAroundOneHundred() {
        LoadMarket market = LoadMarket.of(instrument(2, 1, 0, 0, 0), 0);

        assertThat(market.middle()).isEqualTo(10_000);
        assertThat(market.widthTicks()).isEqualTo(200);
    }

    @Test
    void coarseTicksMoveTheMiddleUpUntilThereIsRoomBelowIt() {
        LoadMarket market = LoadMarket.of(instrument(0, 5, 0, 0, 0), 0);

        assertThat(market.middle()).isEqualTo(2_000);
        assertThat(market.middle() - market.widthTicks() * market.tick()).isPositive();
    }

    @Test
    void ordersStayWithinHalfOfTheBand() {
        LoadMarket market = LoadMarket.of(instrument(2, 1, 0, 0, 20_000), 10_000);

        assertThat(market.widthTicks()).isEqualTo(100);
    }

    @Test
    void ordersKeepToTheSmallestAndTheLargestQuantity() {
        LoadMarket market = LoadMarket.of(instrument(2, 1, 25, 50, 0), 0);

        assertThat(market.leastLots()).isEqualTo(3);
        assertThat(market.mostLots()).isEqualTo(5);
    }

    @Test
    void bandWithoutAPriceIsAFaultThatSaysHowToGiveOne() {
        Instrument banded = instrument(2, 1, 0, 0, 20_000);

        assertThatThrownBy(() -> LoadMarket.of(banded, 0))
                .isInstanceOf(Fault.class)
                .hasMessage(
                        "ABC has a price band, and an exchange does not tell around which price:"
                                + " say it, as in --symbol ABC=PRICE");
        assertThatThrownBy(() -> LoadMarket.of(banded, 3))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no two ticks of ABC");
    }

    private static Instrument instrument(
            int decimals, long tick, long least, long most, long bandPpm) {
        return new Instrument(
                1,
                "ABC",
                "",
                decimals,
                0,
                tick,
                10,
                least,
                most,
                0,
                0,
                bandPpm,
                0,
                Phase.CONTINUOUS);
    }
}
