// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import java.util.SplittableRandom;

/**
 * Random business for a running engine, the same for the same seed: orders of every time in force,
 * cancels, replaces, reduces, mass cancels, ticks, phases and ends of day, over some instruments
 * and accounts. Ingest adds TIME, CONTINUE and carry-over itself.
 */
public final class PipelineFlow {
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final int INSTRUMENTS = 5;
    private static final int ACCOUNTS = 4;
    private static final int IDS_KEPT = 512;

    private final SplittableRandom random;
    private final Command command = new Command();
    private long timeNs = START_NS;
    private int nextId = 1;

    public PipelineFlow(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Adds what the commands name. */
    public void define(Ingest ingest) {
        for (int id = 1; id <= INSTRUMENTS; id++) {
            ingest.add(
                    new Instrument(
                            id,
                            "SYM" + id,
                            "USD",
                            2,
                            0,
                            5,
                            10,
                            0,
                            0,
                            0,
                            0,
                            0,
                            10_000,
                            Phase.CONTINUOUS),
                    timeNs);
        }
        for (int id = 1; id <= ACCOUNTS; id++) {
            ingest.add(new Account(id, id, "ACC" + id, "FIRM" + id), timeNs);
            ingest.add(new Session(id, id, "SES" + id, 0, 0, 0, 0, 0), timeNs);
        }
    }

    /** Submits so many commands. */
    public void run(Ingest ingest, int count) {
        for (int i = 0; i < count; i++) {
            ingest.submit(next(), timeNs);
        }
    }

    private Command next() {
        timeNs += random.nextInt(2_000);
        command.reset();
        int account = 1 + random.nextInt(ACCOUNTS);
        command.accountId = account;
        command.sessionId = account;
        command.instrumentId = 1 + random.nextInt(INSTRUMENTS);
        int dice = random.nextInt(10_000);
        if (dice < 6_000) {
            newOrder();
        } else if (dice < 8_000) {
            target(CommandKind.CANCEL_ORDER);
        } else if (dice < 9_000) {
            target(CommandKind.REPLACE_ORDER);
            command.price = price();
            command.quantity = quantity();
        } else if (dice < 9_900) {
            target(CommandKind.REDUCE_ORDER);
            command.quantity = 10;
        } else {
            rare(dice);
        }
        return command;
    }

    private void newOrder() {
        command.kind = CommandKind.NEW_ORDER;
        ownId();
        command.side = (random.nextBoolean() ? Side.BUY : Side.SELL).code();
        command.quantity = quantity();
        boolean market = random.nextInt(20) == 0;
        command.type = (market ? OrderType.MARKET : OrderType.LIMIT).code();
        command.price = market ? 0 : price();
        TimeInForce[] tifs = TimeInForce.values();
        TimeInForce tif = market ? TimeInForce.IOC : tifs[random.nextInt(tifs.length)];
        command.tif = tif.code();
        if (tif == TimeInForce.GTD) {
            command.expireNs = timeNs + 1L + random.nextInt(1_000_000);
        }
    }

    private void target(CommandKind kind) {
        command.kind = kind;
        ownId();
        String target = "C" + Math.max(1, nextId - 1 - random.nextInt(IDS_KEPT));
        command.origClientOrderId0 = ClientOrderId.word(target, 0);
        command.origClientOrderId1 = ClientOrderId.word(target, 1);
        command.origClientOrderId2 = (int) ClientOrderId.word(target, 2);
    }

    private void rare(int dice) {
        if (dice < 9_930) {
            command.kind = random.nextBoolean() ? CommandKind.LOGIN : CommandKind.LOGOFF;
            command.cancelOnDisconnect = random.nextBoolean();
            command.graceNs = random.nextInt(100_000);
        } else if (dice < 9_960) {
            command.kind = CommandKind.MARKET_TICK;
            command.price = 9_000L + random.nextInt(2_000);
        } else if (dice < 9_980) {
            command.kind = CommandKind.MASS_CANCEL;
            command.instrumentId = random.nextBoolean() ? 0 : command.instrumentId;
        } else if (dice < 9_995) {
            command.kind = CommandKind.PHASE_CHANGE;
            command.instrumentId = random.nextBoolean() ? 0 : command.instrumentId;
            command.phase = (random.nextInt(4) == 0 ? Phase.HALTED : Phase.CONTINUOUS).code();
        } else {
            command.kind = CommandKind.END_OF_DAY;
        }
    }

    private void ownId() {
        String id = "C" + nextId++;
        command.clientOrderId0 = ClientOrderId.word(id, 0);
        command.clientOrderId1 = ClientOrderId.word(id, 1);
        command.clientOrderId2 = (int) ClientOrderId.word(id, 2);
    }

    private long price() {
        return 9_900L + 5L * random.nextInt(40);
    }

    private long quantity() {
        return 10L * (1L + random.nextInt(20));
    }
}
