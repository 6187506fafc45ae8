// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Path;

/**
 * Reads a command file. Values are checked only as far as a command can express them; whether they
 * are good is the engine's to answer, with a reject event. A column that the action has no use for
 * is not looked at.
 *
 * <p>Prices and quantities become mantissas at the decimals of the line's instrument; of a symbol
 * that is unknown, at {@link #UNKNOWN_DECIMALS}. An empty {@code type} is LIMIT, an empty {@code
 * tif} DAY. After a {@link BadLineException} the next call goes on behind that line.
 */
public final class CommandCsvReader implements AutoCloseable {
    /** Decimals of prices and quantities sent to a symbol that nobody knows. */
    public static final int UNKNOWN_DECIMALS = 9;

    private static final int MAX_SYMBOL_LENGTH = 16;
    private static final int MAX_ACCOUNT_LENGTH = 32;

    private final CsvTable table;
    private final ReferenceData instruments;
    private final TableValues values;
    private long lastTimeNs;

    /**
     * @throws io.ringbook.gateway.fault.Fault if the file cannot be read or its header is wrong
     */
    public CommandCsvReader(Path file, ReferenceData instruments) {
        this.table = new CsvTable(file, CommandColumns.NAMES, CommandColumns.REQUIRED);
        this.instruments = instruments;
        this.values = new TableValues(table);
    }

    /**
     * Reads the next line.
     *
     * @return false at the end of the file
     * @throws BadLineException if the line is malformed
     */
    public boolean next(CommandRow row) throws BadLineException {
        if (!table.next()) {
            return false;
        }
        Command command = row.command;
        command.reset();
        row.line = table.line();
        long timeNs = time();
        Action action = Action.named(table.value(CommandColumns.ACTION));
        if (action == null) {
            throw table.badValue(
                    CommandColumns.ACTION,
                    "NEW, CANCEL, REPLACE, REDUCE, MASS_CANCEL, TICK, PHASE or END_OF_DAY");
        }
        command.kind = action.kind();
        command.timeNs = timeNs;
        readNames(row, action);
        switch (action) {
            case NEW -> readNew(command);
            case CANCEL -> readTarget(command);
            case REPLACE -> readReplace(command);
            case REDUCE -> readReduce(command);
            case MASS_CANCEL -> readMassCancel(command);
            case TICK -> readTick(command);
            case PHASE ->
                    command.phase = values.code(CommandColumns.PHASE, Codes.PHASES, Codes.REQUIRED);
            case END_OF_DAY -> {}
        }
        lastTimeNs = timeNs;
        return true;
    }

    @Override
    public void close() {
        table.close();
    }

    private long time() throws BadLineException {
        long timeNs = values.whole(CommandColumns.TIME_NS, "nanoseconds since 1970 as digits");
        if (timeNs < lastTimeNs) {
            throw table.badLine(
                    "time goes back: found time_ns "
                            + timeNs
                            + ", expected at least "
                            + lastTimeNs
                            + " as on an earlier line");
        }
        return timeNs;
    }

    private void readNames(CommandRow row, Action action) throws BadLineException {
        boolean market = action == Action.TICK || action == Action.PHASE;
        boolean anySymbol = action == Action.MASS_CANCEL || action == Action.PHASE;
        row.symbol =
                action == Action.END_OF_DAY
                        ? ""
                        : values.name(CommandColumns.SYMBOL, MAX_SYMBOL_LENGTH, !anySymbol);
        row.account =
                market || action == Action.END_OF_DAY
                        ? ""
                        : values.name(CommandColumns.ACCOUNT, MAX_ACCOUNT_LENGTH, true);
        Instrument instrument = row.symbol.isEmpty() ? null : instruments.instrument(row.symbol);
        if (instrument == null && action == Action.PHASE && !row.symbol.isEmpty()) {
            throw table.badValue(
                    CommandColumns.SYMBOL, "a symbol of the instruments file, or none for all");
        }
        row.command.instrumentId = instrument == null ? 0 : instrument.instrumentId();
        if (instrument == null) {
            values.use("an unknown symbol", UNKNOWN_DECIMALS, UNKNOWN_DECIMALS);
        } else {
            values.use(row.symbol, instrument.priceDecimals(), instrument.quantityDecimals());
        }
    }

    private void readNew(Command command) throws BadLineException {
        readOwnId(command, true);
        command.side = values.code(CommandColumns.SIDE, Codes.SIDES, Codes.REQUIRED);
        command.type = values.code(CommandColumns.TYPE, Codes.TYPES, OrderType.LIMIT.code());
        command.tif = values.code(CommandColumns.TIF, Codes.TIFS, TimeInForce.DAY.code());
        command.quantity = values.quantity(CommandColumns.QUANTITY, true);
        command.price = values.price(CommandColumns.PRICE, command.type == OrderType.LIMIT.code());
        command.stopPrice = values.price(CommandColumns.STOP_PRICE, false);
        command.displayQuantity = values.quantity(CommandColumns.DISPLAY_QUANTITY, false);
        command.minQuantity = values.quantity(CommandColumns.MIN_QUANTITY, false);
        command.execInst = values.code(CommandColumns.EXEC_INST, Codes.EXEC_INSTS, 0);
        command.stpGroup =
                (int)
                        values.whole(
                                CommandColumns.STP_GROUP,
                                Integer.MAX_VALUE,
                                0,
                                "a whole number up to " + Integer.MAX_VALUE);
        command.stpMode = values.code(CommandColumns.STP_MODE, Codes.STP_MODES, 0);
        command.expireNs = expiry();
        command.possResend = values.flag(CommandColumns.POSS_RESEND);
    }

    private long expiry() throws BadLineException {
        return values.whole(
                CommandColumns.EXPIRE_NS, Long.MAX_VALUE, 0, "nanoseconds since 1970 as digits");
    }

    private void readTarget(Command command) throws BadLineException {
        readOwnId(command, false);
        String target = values.id(CommandColumns.ORIG_ORDER_ID, true);
        command.origClientOrderId0 = ClientOrderId.word(target, 0);
        command.origClientOrderId1 = ClientOrderId.word(target, 1);
        command.origClientOrderId2 = (int) ClientOrderId.word(target, 2);
        command.possResend = values.flag(CommandColumns.POSS_RESEND);
    }

    private void readReplace(Command command) throws BadLineException {
        readTarget(command);
        command.quantity = values.quantity(CommandColumns.QUANTITY, true);
        command.price = values.price(CommandColumns.PRICE, true);
        command.stopPrice = values.price(CommandColumns.STOP_PRICE, false);
        command.displayQuantity = values.quantity(CommandColumns.DISPLAY_QUANTITY, false);
        command.expireNs = expiry();
    }

    private void readReduce(Command command) throws BadLineException {
        readTarget(command);
        command.quantity = values.quantity(CommandColumns.QUANTITY, true);
    }

    private void readMassCancel(Command command) throws BadLineException {
        readOwnId(command, false);
        command.side = values.code(CommandColumns.SIDE, Codes.SIDES, 0);
        command.possResend = values.flag(CommandColumns.POSS_RESEND);
    }

    private void readTick(Command command) throws BadLineException {
        command.price = values.price(CommandColumns.PRICE, true);
        command.quantity = values.quantity(CommandColumns.QUANTITY, false);
    }

    private void readOwnId(Command command, boolean required) throws BadLineException {
        String id = values.id(CommandColumns.ORDER_ID, required);
        command.clientOrderId0 = ClientOrderId.word(id, 0);
        command.clientOrderId1 = ClientOrderId.word(id, 1);
        command.clientOrderId2 = (int) ClientOrderId.word(id, 2);
    }
}
