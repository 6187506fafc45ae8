// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.ChainReportDecoder;
import io.ringbook.codec.orderentry.ExecutionReportDecoder;
import io.ringbook.codec.orderentry.MassCancelReportDecoder;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.codec.orderentry.RejectReportDecoder;
import io.ringbook.codec.text.DecimalWriter;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Side;
import org.agrona.DirectBuffer;

/**
 * One report of the server, read from its frame; valid during the callback only. Fields that its
 * {@link #kind} does not have are 0, or empty.
 */
public final class Report {
    private final ClientDirectory directory;
    private final OrderReportDecoder order = new OrderReportDecoder();
    private final ChainReportDecoder chain = new ChainReportDecoder();
    private final ExecutionReportDecoder execution = new ExecutionReportDecoder();
    private final RejectReportDecoder reject = new RejectReportDecoder();
    private final MassCancelReportDecoder massCancel = new MassCancelReportDecoder();
    private ReportKind kind;
    private long sequence;
    private boolean replay;

    Report(ClientDirectory directory) {
        this.directory = directory;
    }

    /** Reads a frame that a verifier found good. */
    void wrap(ReportKind kind, DirectBuffer buffer, int frame, int body, int text) {
        this.kind = kind;
        this.sequence = FrameDescriptor.sequence(buffer, frame);
        this.replay = (FrameDescriptor.flags(buffer, frame) & FrameDescriptor.REPLAY_FLAG) != 0;
        switch (kind) {
            case MASS_CANCELED -> massCancel.wrap(buffer, body);
            case REPLACED, REDUCED, CANCELED -> chain.wrap(buffer, body);
            case EXECUTED -> execution.wrap(buffer, body);
            case REJECTED, CANCEL_REJECTED, REPLACE_REJECTED -> reject.wrap(buffer, body, text);
            case ACCEPTED, EXPIRED, RESTATED -> {}
        }
        if (kind != ReportKind.MASS_CANCELED) {
            order.wrap(buffer, body);
        }
    }

    public ReportKind kind() {
        return kind;
    }

    /** Sequence of the message in the session's day; 0 if it has none. */
    public long sequence() {
        return sequence;
    }

    /** True if it was missed, or may have been, and was asked for again by a login. */
    public boolean replay() {
        return replay;
    }

    /** True if it gives a first answer again (rule 7.4). */
    public boolean repeat() {
        return (flags() & OrderReportDecoder.REPEAT_FLAG) != 0;
    }

    /**
     * True if it is the answer to a command of this session; the nth of a day answers the nth
     * command.
     */
    public boolean answer() {
        return (flags() & OrderReportDecoder.ANSWER_FLAG) != 0;
    }

    public String clientOrderId() {
        return ClientOrderId.text(idWord0(), idWord1(), idWord2());
    }

    /** Id of the target of a refusal; the id that was replaced; else empty. */
    public String origClientOrderId() {
        return ClientOrderId.text(origWord0(), origWord1(), origWord2());
    }

    /** The exchange's id of the order; 0 if there is none. */
    public long orderId() {
        return kind == ReportKind.MASS_CANCELED ? 0 : order.orderId();
    }

    /** The instrument, or null if the command named one that nobody knows, or none. */
    public Instrument instrument() {
        return directory.instrument(
                kind == ReportKind.MASS_CANCELED
                        ? massCancel.instrumentId()
                        : order.instrumentId());
    }

    /** Symbol of the instrument; empty without one. */
    public String symbol() {
        Instrument instrument = instrument();
        return instrument == null ? "" : instrument.symbol();
    }

    /** Name of the account; empty if it is not one of the firm, or none. */
    public String account() {
        Account account =
                directory.account(
                        kind == ReportKind.MASS_CANCELED
                                ? massCancel.accountId()
                                : order.accountId());
        return account == null ? "" : account.name();
    }

    /** The side, or null. */
    public Side side() {
        return Side.of(kind == ReportKind.MASS_CANCELED ? massCancel.side() : order.side());
    }

    /** Limit price, or the price of the trade; mantissa. */
    public long price() {
        return kind == ReportKind.MASS_CANCELED ? 0 : order.price();
    }

    /** The same as text at the instrument's decimals. */
    public String priceText() {
        Instrument instrument = instrument();
        return text(price(), instrument == null ? 0 : instrument.priceDecimals());
    }

    /** What the kind speaks of: ordered, traded, gone, prevented; orders canceled; mantissa. */
    public long quantity() {
        return kind == ReportKind.MASS_CANCELED ? massCancel.canceledCount() : order.quantity();
    }

    /** The same as text at the instrument's decimals. */
    public String quantityText() {
        return kind == ReportKind.MASS_CANCELED
                ? Long.toString(quantity())
                : quantityText(quantity());
    }

    /** Quantity still open, mantissa. */
    public long leavesQuantity() {
        return kind == ReportKind.MASS_CANCELED ? 0 : order.leavesQuantity();
    }

    /** Quantity traded, mantissa. */
    public long cumQuantity() {
        return kind == ReportKind.MASS_CANCELED ? 0 : order.cumQuantity();
    }

    /** A quantity of this report as text at the instrument's decimals. */
    public String quantityText(long quantity) {
        Instrument instrument = instrument();
        return text(quantity, instrument == null ? 0 : instrument.quantityDecimals());
    }

    /** Number of the trade; 0 if it is none. */
    public long matchNumber() {
        return kind == ReportKind.EXECUTED ? execution.matchNumber() : 0;
    }

    /** Code of the reason of a reject or a cancel; else 0. */
    public byte reason() {
        return kind == ReportKind.MASS_CANCELED ? 0 : order.reason();
    }

    /** The reason in words; empty if there is none to give. */
    public String reasonText() {
        return switch (kind) {
            case REJECTED, CANCEL_REJECTED, REPLACE_REJECTED -> rejectText();
            case CANCELED -> {
                CancelReason reason = CancelReason.of(reason());
                yield reason == null ? "reason " + (reason() & 0xFF) : reason.name();
            }
            default -> "";
        };
    }

    /** Sequence of the record at the exchange; with {@link #recordIndex} it names the event. */
    public long recordSequence() {
        return kind == ReportKind.MASS_CANCELED
                ? massCancel.recordSequence()
                : order.recordSequence();
    }

    /** Place of the event in its record. */
    public int recordIndex() {
        return kind == ReportKind.MASS_CANCELED ? massCancel.recordIndex() : order.recordIndex();
    }

    /** Sequenced time at the exchange, epoch nanoseconds. */
    public long timeNs() {
        return kind == ReportKind.MASS_CANCELED ? massCancel.timeNs() : order.timeNs();
    }

    long idWord0() {
        return kind == ReportKind.MASS_CANCELED
                ? massCancel.clientOrderIdWord0()
                : order.clientOrderIdWord0();
    }

    long idWord1() {
        return kind == ReportKind.MASS_CANCELED
                ? massCancel.clientOrderIdWord1()
                : order.clientOrderIdWord1();
    }

    int idWord2() {
        return kind == ReportKind.MASS_CANCELED
                ? massCancel.clientOrderIdWord2()
                : order.clientOrderIdWord2();
    }

    long origWord0() {
        return switch (kind) {
            case REPLACED, REDUCED, CANCELED -> chain.origClientOrderIdWord0();
            case REJECTED, CANCEL_REJECTED, REPLACE_REJECTED -> reject.origClientOrderIdWord0();
            default -> 0;
        };
    }

    long origWord1() {
        return switch (kind) {
            case REPLACED, REDUCED, CANCELED -> chain.origClientOrderIdWord1();
            case REJECTED, CANCEL_REJECTED, REPLACE_REJECTED -> reject.origClientOrderIdWord1();
            default -> 0;
        };
    }

    int origWord2() {
        return switch (kind) {
            case REPLACED, REDUCED, CANCELED -> chain.origClientOrderIdWord2();
            case REJECTED, CANCEL_REJECTED, REPLACE_REJECTED -> reject.origClientOrderIdWord2();
            default -> 0;
        };
    }

    private byte flags() {
        return kind == ReportKind.MASS_CANCELED ? massCancel.flags() : order.flags();
    }

    private String rejectText() {
        StringBuilder text = new StringBuilder();
        reject.appendTextTo(text);
        return text.toString();
    }

    private static String text(long mantissa, int decimals) {
        StringBuilder text = new StringBuilder();
        DecimalWriter.appendShortest(text, mantissa, decimals);
        return text.toString();
    }
}
