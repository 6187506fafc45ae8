// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.terminal;

import io.ringbook.gateway.client.Report;
import io.ringbook.gateway.fault.Counted;

/** A report as a line for a person. */
final class ReportText {
    private ReportText() {}

    static String of(Report report) {
        StringBuilder line = new StringBuilder();
        line.append(report.kind());
        if (!report.clientOrderId().isEmpty()) {
            line.append(' ').append(report.clientOrderId());
        }
        switch (report.kind()) {
            case ACCEPTED -> order(line, report);
            case REPLACED ->
                    order(line.append(" in place of ").append(report.origClientOrderId()), report);
            case EXECUTED -> {
                order(line, report);
                line.append(", ").append(report.quantityText(report.leavesQuantity()));
                line.append(" open, match ").append(report.matchNumber());
            }
            case REDUCED ->
                    line.append(" by ")
                            .append(report.quantityText())
                            .append(", ")
                            .append(report.quantityText(report.leavesQuantity()))
                            .append(" open");
            case CANCELED ->
                    line.append(": ")
                            .append(report.quantityText())
                            .append(" went, ")
                            .append(report.reasonText());
            case EXPIRED -> line.append(": ").append(report.quantityText()).append(" went");
            case RESTATED ->
                    line.append(": self-trade prevention took ").append(report.quantityText());
            case REJECTED -> line.append(": ").append(report.reasonText());
            case CANCEL_REJECTED, REPLACE_REJECTED ->
                    line.append(" of ")
                            .append(report.origClientOrderId())
                            .append(": ")
                            .append(report.reasonText());
            case MASS_CANCELED -> line.append(": ").append(Counted.of(report.quantity(), "order"));
        }
        return line.toString();
    }

    private static void order(StringBuilder line, Report report) {
        line.append(": ").append(report.side()).append(' ').append(report.quantityText());
        line.append(' ').append(report.symbol());
        line.append(report.price() == 0 ? " at market" : " @ " + report.priceText());
    }
}
