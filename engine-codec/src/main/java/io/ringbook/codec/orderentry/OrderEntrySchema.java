// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import io.ringbook.codec.verify.FieldSchema;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.TableSchema;

/**
 * What a verifier must know of each message of order entry: {@code schemas/order-entry.fbs} in the
 * verifier's terms. Field 0 is the struct, fields 1 and 2 are texts; all are required.
 */
public final class OrderEntrySchema {
    /** Id of the field that holds the struct. */
    public static final int BODY = 0;

    /** Id of the first text: of a reject or logout, the firm of a login, a symbol, an account. */
    public static final int FIRST_TEXT = 1;

    /** Id of the second text: the session of a login, a currency, the firm of an account. */
    public static final int SECOND_TEXT = 2;

    private static final int TYPE_COUNT = 128;
    private static final int STRUCT_ALIGNMENT = 8;

    private OrderEntrySchema() {}

    /** A verifier of what clients send. */
    public static FrameVerifier clientFrameVerifier() {
        TableSchema[] schemas = new TableSchema[TYPE_COUNT];
        putBothWays(schemas);
        schemas[MessageType.LOGIN] = message(LoginDecoder.LENGTH, 2);
        schemas[MessageType.PING] = message(PingDecoder.LENGTH, 0);
        schemas[MessageType.NEW_ORDER] = message(NewOrderDecoder.LENGTH, 0);
        schemas[MessageType.REPLACE_ORDER] = message(ReplaceOrderDecoder.LENGTH, 0);
        schemas[MessageType.REDUCE_ORDER] = message(ReduceOrderDecoder.LENGTH, 0);
        schemas[MessageType.CANCEL_ORDER] = message(CancelOrderDecoder.LENGTH, 0);
        schemas[MessageType.MASS_CANCEL] = message(MassCancelDecoder.LENGTH, 0);
        schemas[MessageType.ORDER_STATUS_REQUEST] = message(OrderStatusRequestDecoder.LENGTH, 0);
        schemas[MessageType.OPEN_ORDERS_REQUEST] = message(OpenOrdersRequestDecoder.LENGTH, 0);
        return new FrameVerifier(schemas);
    }

    /** A verifier of what the server sends. */
    public static FrameVerifier serverFrameVerifier() {
        TableSchema[] schemas = new TableSchema[TYPE_COUNT];
        putBothWays(schemas);
        schemas[MessageType.GREETING] = message(GreetingDecoder.LENGTH, 0);
        schemas[MessageType.LOGIN_ACCEPTED] = message(LoginAcceptedDecoder.LENGTH, 0);
        schemas[MessageType.LOGIN_REJECTED] = message(LoginRejectedDecoder.LENGTH, 1);
        schemas[MessageType.REPLAY_COMPLETE] = message(SequenceMarkDecoder.LENGTH, 0);
        schemas[MessageType.PONG] = message(PongDecoder.LENGTH, 0);
        schemas[MessageType.END_OF_SESSION] = message(SequenceMarkDecoder.LENGTH, 0);
        schemas[MessageType.INSTRUMENT_DEFINITION] = message(InstrumentDefinitionDecoder.LENGTH, 2);
        schemas[MessageType.ACCOUNT_DEFINITION] = message(AccountDefinitionDecoder.LENGTH, 2);
        schemas[MessageType.ORDER_ACCEPTED] = message(OrderReportDecoder.LENGTH, 0);
        schemas[MessageType.ORDER_REJECTED] = message(RejectReportDecoder.LENGTH, 1);
        schemas[MessageType.ORDER_EXECUTED] = message(ExecutionReportDecoder.LENGTH, 0);
        schemas[MessageType.ORDER_REPLACED] = message(ChainReportDecoder.LENGTH, 0);
        schemas[MessageType.ORDER_REDUCED] = message(ChainReportDecoder.LENGTH, 0);
        schemas[MessageType.ORDER_CANCELED] = message(ChainReportDecoder.LENGTH, 0);
        schemas[MessageType.ORDER_EXPIRED] = message(OrderReportDecoder.LENGTH, 0);
        schemas[MessageType.ORDER_RESTATED] = message(OrderReportDecoder.LENGTH, 0);
        schemas[MessageType.CANCEL_REJECTED] = message(RejectReportDecoder.LENGTH, 1);
        schemas[MessageType.REPLACE_REJECTED] = message(RejectReportDecoder.LENGTH, 1);
        schemas[MessageType.MASS_CANCEL_REPORT] = message(MassCancelReportDecoder.LENGTH, 0);
        schemas[MessageType.ORDER_STATUS] = message(OrderStatusDecoder.LENGTH, 0);
        schemas[MessageType.OPEN_ORDERS_END] = message(OpenOrdersEndDecoder.LENGTH, 0);
        return new FrameVerifier(schemas);
    }

    private static void putBothWays(TableSchema[] schemas) {
        schemas[MessageType.LOGOUT] = message(LogoutDecoder.LENGTH, 1);
        schemas[MessageType.HEARTBEAT] = message(SequenceMarkDecoder.LENGTH, 0);
    }

    private static TableSchema message(int structLength, int textCount) {
        FieldSchema[] fields = new FieldSchema[1 + textCount];
        fields[BODY] = FieldSchema.struct(structLength, STRUCT_ALIGNMENT).required();
        for (int id = FIRST_TEXT; id <= textCount; id++) {
            fields[id] = FieldSchema.string(MessageText.MAX_LENGTH).required();
        }
        return TableSchema.of(fields);
    }
}
