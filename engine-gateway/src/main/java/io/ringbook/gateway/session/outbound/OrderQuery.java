// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.outbound;

import io.ringbook.codec.orderentry.OpenOrdersEndEncoder;
import io.ringbook.codec.orderentry.OpenOrdersRequestDecoder;
import io.ringbook.codec.orderentry.OrderReportEncoder;
import io.ringbook.codec.orderentry.OrderStatusEncoder;
import io.ringbook.codec.orderentry.OrderStatusRequestDecoder;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Session;
import io.ringbook.gateway.session.stream.OpenOrders;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The one question of a connection that is being answered: a walk through {@link OpenOrders}, so
 * many rows at a time that nobody else has to wait for it. One thread.
 */
final class OrderQuery implements OpenOrders.AccountFilter {
    /** Rows looked at in one go. */
    private static final int ROWS_AT_ONCE = 2048;

    private static final byte OPEN = 1;

    private final OutboxContext context;
    private final OrderStatusEncoder status = new OrderStatusEncoder();
    private final OpenOrdersEndEncoder openOrdersEnd = new OpenOrdersEndEncoder();
    private final UnsafeBuffer row = new UnsafeBuffer(new byte[OpenOrders.ROW_LENGTH]);
    private boolean active;
    private boolean single;
    private long requestId;
    private int firmId;
    private int sessionId;
    private int accountId;
    private int instrumentId;
    private long orderId;
    private long clientOrderId0;
    private long clientOrderId1;
    private int clientOrderId2;
    private long recordSequence;
    private int nextRow;
    private int rowCount;
    private long found;

    OrderQuery(OutboxContext context) {
        this.context = context;
    }

    void begin(OrderStatusRequestDecoder request, Session session) {
        begin(request.requestId(), 0, request.instrumentId(), session);
        single = true;
        orderId = request.orderId();
        clientOrderId0 = request.clientOrderIdWord0();
        clientOrderId1 = request.clientOrderIdWord1();
        clientOrderId2 = request.clientOrderIdWord2();
    }

    void begin(OpenOrdersRequestDecoder request, Session session) {
        begin(request.requestId(), request.accountId(), request.instrumentId(), session);
        single = false;
    }

    private void begin(long id, int account, int instrument, Session session) {
        active = true;
        requestId = id;
        firmId = session.firmId();
        sessionId = session.sessionId();
        accountId = account;
        instrumentId = instrument;
        recordSequence = context.streams.lastRecordSequence();
        rowCount = context.streams.openOrders().rowCount();
        nextRow = 0;
        found = 0;
    }

    boolean isActive() {
        return active;
    }

    /** Goes on with the answer as far as there is room. */
    void fill(SendBuffer buffer) {
        int end = Math.min(rowCount, nextRow + ROWS_AT_ONCE);
        while (nextRow < end && buffer.hasRoom(OrderStatusEncoder.FRAME_LENGTH)) {
            if (context.streams.openOrders().read(nextRow++, this, row) && isMeant()) {
                found++;
                putRow(buffer);
                if (single) {
                    active = false;
                    return;
                }
            }
        }
        if (nextRow == rowCount && buffer.hasRoom(OrderStatusEncoder.FRAME_LENGTH)) {
            active = false;
            if (single) {
                putUnknown(buffer);
            } else {
                putEnd(buffer);
            }
        }
    }

    @Override
    public boolean admits(int account) {
        Account known = context.exchange.reference().account(account);
        return known != null
                && known.firmId() == firmId
                && (accountId == 0 || account == accountId);
    }

    private boolean isMeant() {
        if (instrumentId != 0 && row.getInt(OpenOrders.INSTRUMENT_ID) != instrumentId) {
            return false;
        }
        if (!single) {
            return true;
        }
        if (orderId != 0) {
            return row.getLong(OpenOrders.ORDER_ID) == orderId;
        }
        int id = OpenOrders.CLIENT_ORDER_ID;
        return row.getInt(OpenOrders.SESSION_ID) == sessionId
                && row.getLong(id) == clientOrderId0
                && row.getLong(id + 8) == clientOrderId1
                && row.getInt(id + 16) == clientOrderId2;
    }

    private void putRow(SendBuffer buffer) {
        int id = OpenOrders.CLIENT_ORDER_ID;
        status.wrap(buffer.view(), buffer.offset(), (byte) 0, 0)
                .requestId(requestId)
                .state(OPEN)
                .sessionId(row.getInt(OpenOrders.SESSION_ID));
        OrderReportEncoder report = status.report();
        report.orderId(row.getLong(OpenOrders.ORDER_ID))
                .clientOrderId(row.getLong(id), row.getLong(id + 8), row.getInt(id + 16))
                .accountId(row.getInt(OpenOrders.ACCOUNT_ID))
                .instrumentId(row.getInt(OpenOrders.INSTRUMENT_ID))
                .side(row.getByte(OpenOrders.SIDE))
                .recordIndex(row.getInt(OpenOrders.RECORD_INDEX))
                .recordSequence(row.getLong(OpenOrders.RECORD_SEQUENCE))
                .timeNs(row.getLong(OpenOrders.TIME_NS))
                .price(row.getLong(OpenOrders.PRICE))
                .quantity(row.getLong(OpenOrders.QUANTITY))
                .leavesQuantity(row.getLong(OpenOrders.LEAVES))
                .cumQuantity(row.getLong(OpenOrders.CUM))
                .preventedQuantity(row.getLong(OpenOrders.PREVENTED));
        buffer.advance(OrderStatusEncoder.FRAME_LENGTH);
    }

    /** The order asked for is not open, or not the firm's: the same answer. */
    private void putUnknown(SendBuffer buffer) {
        status.wrap(buffer.view(), buffer.offset(), (byte) 0, 0).requestId(requestId);
        status.report()
                .orderId(orderId)
                .clientOrderId(clientOrderId0, clientOrderId1, clientOrderId2)
                .instrumentId(instrumentId);
        buffer.advance(OrderStatusEncoder.FRAME_LENGTH);
    }

    private void putEnd(SendBuffer buffer) {
        openOrdersEnd
                .wrap(buffer.view(), buffer.offset(), (byte) 0, 0)
                .requestId(requestId)
                .orderCount(found)
                .recordSequence(recordSequence);
        buffer.advance(OpenOrdersEndEncoder.FRAME_LENGTH);
    }
}
