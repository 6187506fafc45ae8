// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of an event: one side of a trade. EXECUTED.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  struct  report                 the report, at its own offsets
 *      88  u64     matchNumber            number of the trade, rising per instrument
 *      96  u64     contraOrderId          our order id of the other side
 *     104  id      contraClientOrderId    client order id of the other side
 *     124  u32     reserved               0
 *     128          length
 * </pre>
 *
 * <p>Words of an id: {@link ClientOrderIdDescriptor}.
 */
public final class ExecutionReportDescriptor {
    // The first OrderReportDescriptor.LENGTH bytes are at OrderReportDescriptor's offsets.
    public static final int MATCH_NUMBER_OFFSET = 88;
    public static final int CONTRA_ORDER_ID_OFFSET = 96;
    public static final int CONTRA_CLIENT_ORDER_ID_OFFSET = 104;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 128;

    private ExecutionReportDescriptor() {}
}
