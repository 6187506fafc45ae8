// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Who and what a flow trades: firms with two accounts and two sessions each, and instruments. */
final class FlowUniverse {
    private static final int PER_FIRM = 2;
    private static final long[] TICKS = {1, 5, 25, 100, 1_000};
    private static final long[] LOTS = {1, 1, 10, 100};
    private static final long[] BANDS = {1_500, 6_000, 10_000, 13_000, 1_500_000};
    private static final long[] WIDE_BANDS = {20_000, 100_000};

    final List<Instrument> instruments = new ArrayList<>();
    final List<Account> accounts = new ArrayList<>();
    final List<Session> sessions = new ArrayList<>();

    FlowUniverse(FlowProfile.Settings settings, SplittableRandom random) {
        for (int firmId = 1; firmId <= settings.firms; firmId++) {
            for (int i = 0; i < PER_FIRM; i++) {
                int id = accounts.size() + 1;
                accounts.add(new Account(id, firmId, "ACC" + id, "FIRM" + firmId));
                sessions.add(session(id, firmId, settings.rates));
            }
        }
        for (int id = 1; id <= settings.instruments; id++) {
            instruments.add(settings.huge ? huge(id) : ordinary(id, settings, random));
        }
    }

    void introduceTo(ExchangeUnderTest exchange) {
        instruments.forEach(exchange::addInstrument);
        accounts.forEach(exchange::addAccount);
        sessions.forEach(exchange::addSession);
    }

    private static Session session(int id, int firmId, boolean rates) {
        if (!rates) {
            return new Session(id, firmId, "SES" + id, 0, 0, 0, 0, 0);
        }
        return new Session(id, firmId, "SES" + id, 700L * id, id, 1_000, 3, 40L * id);
    }

    private static Instrument ordinary(
            int id, FlowProfile.Settings settings, SplittableRandom random) {
        long tick = TICKS[random.nextInt(TICKS.length)];
        long lot = LOTS[random.nextInt(LOTS.length)];
        boolean band = settings.bands || id % 3 == 0;
        long[] bands = settings.bands ? BANDS : WIDE_BANDS;
        long bandPpm = band ? bands[random.nextInt(bands.length)] : 0;
        long reference = settings.bands && id % 2 == 0 ? 0 : 1_000 * tick;
        boolean limits = id % 2 == 0;
        return new Instrument(
                id,
                "SYM" + id,
                "USD",
                2,
                0,
                tick,
                lot,
                limits ? 2 * lot : 0,
                limits ? 500 * lot : 0,
                0,
                limits || settings.bands ? 1_100 * tick * 100 * lot : 0,
                bandPpm,
                reference,
                Phase.CONTINUOUS);
    }

    /** The middle of the prices, 300 ticks below the largest mantissa, and large lots. */
    private static Instrument huge(int id) {
        long tick = id == 1 ? 1 : 1_000_000_007L;
        long lot = id == 3 ? 1 : 1L << 55;
        long reference = (Long.MAX_VALUE / tick - 300) * tick;
        return new Instrument(
                id,
                "HUGE" + id,
                "USD",
                9,
                9,
                tick,
                lot,
                0,
                0,
                id == 3 ? 0 : 1L << 61,
                id == 2 ? -1 : 0,
                1_000_000L * id,
                reference,
                Phase.CONTINUOUS);
    }

    Session sessionOf(int firmId, SplittableRandom random) {
        return sessions.get((firmId - 1) * PER_FIRM + random.nextInt(PER_FIRM));
    }

    Account accountOf(int firmId, SplittableRandom random) {
        return accounts.get((firmId - 1) * PER_FIRM + random.nextInt(PER_FIRM));
    }

    int firmOfAccount(int accountId) {
        return accounts.get(accountId - 1).firmId();
    }
}
