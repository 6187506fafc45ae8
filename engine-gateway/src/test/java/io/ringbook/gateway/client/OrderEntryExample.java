// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.core.order.Side;
import java.nio.file.Path;

/** The whole of a small client: two orders, and what becomes of them. */
final class OrderEntryExample {
    private OrderEntryExample() {}

    /** Arguments: HOST:PORT, the file of the session's key, the account. */
    public static void main(String[] arguments) {
        ClientSettings settings =
                ClientSettings.of(
                        ServerAddress.parse(arguments[0]),
                        SessionKeyFile.read(Path.of(arguments[1])));
        try (OrderEntryClient client = OrderEntryClient.connect(settings, new Printer())) {
            Desk desk = client.desk(arguments[2]);
            desk.limit("first", "ABC", Side.BUY, "100", "12.50");
            desk.limit("second", "ABC", Side.BUY, "50", "12.49");
            client.awaitAnswers();
        }
    }

    private static final class Printer implements OrderEntryListener {
        @Override
        public void onReport(Report report) {
            System.out.println(report.kind() + " " + report.clientOrderId());
        }
    }
}
