// SPDX-License-Identifier: Apache-2.0
/**
 * Sessions of order entry without their sockets: the stream of messages that each session has, and
 * the state of a connection from the greeting to the logout. Bytes and time come in as arguments.
 *
 * <p>Threads: {@code SessionStreams} and the logs are written by the thread that publishes; all
 * else belongs to the thread of the connections. Times are nanoseconds.
 */
package io.ringbook.gateway.session;
