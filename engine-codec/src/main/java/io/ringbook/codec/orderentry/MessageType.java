// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

/**
 * Types of the messages of order entry, as they stand in a frame's header. Codes are stable; those
 * between are reserved in {@code schemas/README.md}.
 */
public final class MessageType {
    /** Client to server: opens a session. */
    public static final byte LOGIN = 1;

    /** Both ways: ends a session, from either side. */
    public static final byte LOGOUT = 2;

    /** Both ways: sign of life, from either side: the last sequence seen. */
    public static final byte HEARTBEAT = 3;

    /** Client to server: asks for an answer, to measure the way there and back. */
    public static final byte PING = 4;

    /** Client to server: enters an order. */
    public static final byte NEW_ORDER = 16;

    /** Client to server: replaces quantity, price or expiry of an order. */
    public static final byte REPLACE_ORDER = 17;

    /** Client to server: takes quantity off an order. */
    public static final byte REDUCE_ORDER = 18;

    /** Client to server: cancels an order. */
    public static final byte CANCEL_ORDER = 19;

    /** Client to server: cancels all orders of a filter. */
    public static final byte MASS_CANCEL = 20;

    /** Client to server: asks what an order of the own firm is like now. */
    public static final byte ORDER_STATUS_REQUEST = 21;

    /** Client to server: asks for all open orders of the own firm that fit a filter. */
    public static final byte OPEN_ORDERS_REQUEST = 22;

    /** Server to client: the first message of every connection: what a login has to sign. */
    public static final byte GREETING = 63;

    /** Server to client: answers a login that was granted. */
    public static final byte LOGIN_ACCEPTED = 64;

    /** Server to client: answers a login that was refused. */
    public static final byte LOGIN_REJECTED = 65;

    /** Server to client: all missed messages were sent: the next sequence. */
    public static final byte REPLAY_COMPLETE = 66;

    /** Server to client: answers a ping. */
    public static final byte PONG = 67;

    /** Server to client: the trading day is over: the next sequence, which will not come. */
    public static final byte END_OF_SESSION = 68;

    /** Server to client: an instrument that may be traded; sent behind LoginAccepted. */
    public static final byte INSTRUMENT_DEFINITION = 69;

    /** Server to client: an account of the own firm; sent behind LoginAccepted. */
    public static final byte ACCOUNT_DEFINITION = 70;

    /** Server to client: the order was taken; quantity is the order quantity. */
    public static final byte ORDER_ACCEPTED = 80;

    /** Server to client: the order was refused; price and quantity as sent. */
    public static final byte ORDER_REJECTED = 81;

    /** Server to client: the order traded; quantity is what traded. */
    public static final byte ORDER_EXECUTED = 82;

    /** Server to client: the order was replaced; quantity is the new total. */
    public static final byte ORDER_REPLACED = 83;

    /** Server to client: the order was reduced; quantity is what was taken off. */
    public static final byte ORDER_REDUCED = 84;

    /** Server to client: the order was canceled; quantity is what went. */
    public static final byte ORDER_CANCELED = 85;

    /** Server to client: the order expired; quantity is what went. */
    public static final byte ORDER_EXPIRED = 86;

    /**
     * Server to client: self-trade prevention took from the order; quantity is what was prevented.
     */
    public static final byte ORDER_RESTATED = 88;

    /** Server to client: the cancel was refused. */
    public static final byte CANCEL_REJECTED = 89;

    /** Server to client: the replace or reduce was refused. */
    public static final byte REPLACE_REJECTED = 90;

    /** Server to client: the mass cancel is done. */
    public static final byte MASS_CANCEL_REPORT = 91;

    /** Server to client: an order as the published records tell it; answers a request. */
    public static final byte ORDER_STATUS = 92;

    /** Server to client: all open orders that fit were sent. */
    public static final byte OPEN_ORDERS_END = 93;

    private MessageType() {}
}
