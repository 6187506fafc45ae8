// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.ClientOrderId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderIdsTest {
    @Test
    void numbersAndPlacesAreReadBackAsTheyWereWritten() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            long number = random.nextLong(1L << 40);
            int place = random.nextInt(OrderIds.PLACES);

            assertThat(OrderIds.number(OrderIds.word(number))).isEqualTo(number);
            assertThat(OrderIds.place(OrderIds.shortWord(place))).isEqualTo(place);
        }
    }

    @Test
    void idIsTwentyCharactersThatAnybodyMayPrint() {
        String id =
                ClientOrderId.text(
                        OrderIds.word(1_767_364_200_000L),
                        OrderIds.word(33),
                        OrderIds.shortWord(OrderIds.PLACES - 1));

        assertThat(id).matches("[0-9A-V]{8}11000000VVVV");
    }

    @Test
    void idsOfOthersAreNoPlaceAndNoNumber() {
        assertThat(OrderIds.place((int) ClientOrderId.word("abcd", 0)))
                .isGreaterThanOrEqualTo(OrderIds.PLACES);
        assertThat(OrderIds.place(0)).isGreaterThanOrEqualTo(OrderIds.PLACES);
        assertThat(OrderIds.number(ClientOrderId.word("order-17", 0))).isZero();
    }
}
