// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

/**
 * The harness' report, {@code me_report_t}: 64 bytes in the machine's byte order.
 *
 * <pre>
 *  offset  bytes  meaning
 *       0      1  type: 0 order ack, 1 trade, 2 cancel ack, 3 modify ack, 4 cancel reject, 5 modify reject
 *       1      1  side: 0 buy, 1 sell
 *       8      8  sequence number of the message answered
 *      16      8  order id      (0 of a trade)
 *      24      8  price, ticks
 *      32      4  quantity, lots
 *      40      8  maker's order id (of a trade)
 *      48      8  taker's order id (of a trade)
 * </pre>
 */
final class ReportDescriptor {
    static final int LENGTH = 64;
    static final int TYPE = 0;
    static final int SIDE = 1;
    static final int SEQUENCE = 8;
    static final int ORDER_ID = 16;
    static final int PRICE = 24;
    static final int QUANTITY = 32;
    static final int MAKER = 40;
    static final int TAKER = 48;

    static final int ORDER_ACK = 0;
    static final int TRADE = 1;
    static final int CANCEL_ACK = 2;
    static final int MODIFY_ACK = 3;
    static final int CANCEL_REJECT = 4;
    static final int MODIFY_REJECT = 5;

    private ReportDescriptor() {}
}
