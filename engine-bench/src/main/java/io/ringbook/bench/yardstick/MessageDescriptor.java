// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

/**
 * The harness' message, {@code me_msg_t}: 40 bytes in the machine's byte order.
 *
 * <pre>
 *  offset  bytes  meaning
 *       0      1  type: 0 new order, 1 cancel, 2 modify
 *       8      8  order id
 *      16      8  sequence number
 *      24      8  price, ticks           (not of a cancel)
 *      32      4  quantity, lots         (not of a cancel)
 *      36      1  side: 0 buy, 1 sell    (not of a cancel)
 *      37      1  1: immediate or cancel (new order only)
 * </pre>
 */
final class MessageDescriptor {
    static final int LENGTH = 40;
    static final int TYPE = 0;
    static final int ORDER_ID = 8;
    static final int SEQUENCE = 16;
    static final int PRICE = 24;
    static final int QUANTITY = 32;
    static final int SIDE = 36;
    static final int IOC = 37;

    static final int NEW_ORDER = 0;
    static final int CANCEL = 1;
    static final int MODIFY = 2;

    private MessageDescriptor() {}
}
