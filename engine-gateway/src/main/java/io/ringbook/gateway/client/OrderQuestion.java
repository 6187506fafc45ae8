// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.codec.orderentry.OrderStatusDecoder;
import io.ringbook.codec.text.DecimalWriter;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Side;
import io.ringbook.gateway.client.outbound.Question;
import io.ringbook.gateway.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Makes the answer to a question whole. The client's thread. */
final class OrderQuestion implements Question.Taker {
    private static final byte OPEN = 1;

    private final ClientDirectory directory;
    private final CompletableFuture<List<OrderStatus>> answer = new CompletableFuture<>();
    private final List<OrderStatus> orders = new ArrayList<>();

    OrderQuestion(ClientDirectory directory) {
        this.directory = directory;
    }

    CompletableFuture<List<OrderStatus>> answer() {
        return answer;
    }

    @Override
    public void onOrder(OrderStatusDecoder order) {
        OrderReportDecoder report = order.report();
        Instrument instrument = directory.instrument(report.instrumentId());
        Account account = directory.account(report.accountId());
        int quantityDecimals = instrument == null ? 0 : instrument.quantityDecimals();
        orders.add(
                new OrderStatus(
                        order.state() == OPEN,
                        ClientOrderId.text(
                                report.clientOrderIdWord0(),
                                report.clientOrderIdWord1(),
                                report.clientOrderIdWord2()),
                        report.orderId(),
                        instrument == null ? "" : instrument.symbol(),
                        account == null ? "" : account.name(),
                        Side.of(report.side()),
                        text(report.price(), instrument == null ? 0 : instrument.priceDecimals()),
                        text(report.quantity(), quantityDecimals),
                        text(report.leavesQuantity(), quantityDecimals),
                        text(report.cumQuantity(), quantityDecimals)));
    }

    @Override
    public void onWhole() {
        answer.complete(List.copyOf(orders));
    }

    @Override
    public void onAgain() {
        orders.clear();
    }

    @Override
    public void onFault(String reason) {
        answer.completeExceptionally(
                new Fault(reason.isEmpty() ? "the client was closed" : reason));
    }

    private static String text(long mantissa, int decimals) {
        StringBuilder text = new StringBuilder();
        DecimalWriter.appendShortest(text, mantissa, decimals);
        return text.toString();
    }
}
