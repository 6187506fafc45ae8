// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of an event: names a second client order id. REPLACED, REDUCED, CANCEL_REJECTED,
 * REPLACE_REJECTED; CANCELED when it has an original id.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  struct  report                 the report, at its own offsets
 *      88  id      origClientOrderId      id replaced, or id of the target
 *     108  u32     reserved               0
 *     112          length
 * </pre>
 *
 * <p>Words of an id: {@link ClientOrderIdDescriptor}.
 */
public final class ChainReportDescriptor {
    // The first OrderReportDescriptor.LENGTH bytes are at OrderReportDescriptor's offsets.
    public static final int ORIG_CLIENT_ORDER_ID_OFFSET = 88;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 112;

    private ChainReportDescriptor() {}
}
