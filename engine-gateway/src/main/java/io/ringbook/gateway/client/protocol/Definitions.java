// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.codec.orderentry.AccountDefinitionDecoder;
import io.ringbook.codec.orderentry.InstrumentDefinitionDecoder;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Phase;
import org.agrona.DirectBuffer;

/** Reads instruments and accounts from frames that a verifier found good. Stateless. */
final class Definitions {
    private static final int NO_REFERENCE_PRICE = 0;

    private Definitions() {}

    static Instrument instrument(DirectBuffer buffer, int body, int symbolAt, int currencyAt) {
        InstrumentDefinitionDecoder from =
                new InstrumentDefinitionDecoder().wrap(buffer, body, symbolAt, currencyAt);
        StringBuilder symbol = new StringBuilder();
        from.appendSymbolTo(symbol);
        StringBuilder currency = new StringBuilder();
        from.appendCurrencyTo(currency);
        Phase phase = Phase.of(from.phase());
        return new Instrument(
                from.instrumentId(),
                symbol.toString(),
                currency.toString(),
                from.priceDecimals(),
                from.quantityDecimals(),
                from.tickSize(),
                from.lotSize(),
                from.minQuantity(),
                from.maxQuantity(),
                from.maxNotionalHigh(),
                from.maxNotionalLow(),
                from.bandPpm(),
                NO_REFERENCE_PRICE,
                phase == null ? Phase.CONTINUOUS : phase);
    }

    static Account account(DirectBuffer buffer, int body, int nameAt, int firmAt) {
        AccountDefinitionDecoder from =
                new AccountDefinitionDecoder().wrap(buffer, body, nameAt, firmAt);
        StringBuilder name = new StringBuilder();
        from.appendNameTo(name);
        StringBuilder firm = new StringBuilder();
        from.appendFirmTo(firm);
        return new Account(from.accountId(), from.firmId(), name.toString(), firm.toString());
    }
}
