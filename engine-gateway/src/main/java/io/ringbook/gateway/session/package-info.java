// SPDX-License-Identifier: Apache-2.0
/**
 * Sessions of order entry without their sockets; bytes and time come in as arguments. Here stands
 * what its parts share: settings, who may log in, the way into the engine.
 *
 * <pre>
 *  connection   the state of a connection from the greeting to the logout
 *    ├▶ login     whether a login is who it says
 *    └▶ outbound  what a connection says, in frames
 *         └▶ stream  what every session has been told today
 * </pre>
 *
 * <p>Threads: {@code stream} is written by the thread that publishes; all else belongs to the
 * thread of the connections. Times are nanoseconds.
 */
package io.ringbook.gateway.session;
