// SPDX-License-Identifier: Apache-2.0
/**
 * A server without an exchange behind it: it lets anybody log in and answers each command at once
 * with a frame of the type and length that an exchange answers with. What a client measures here is
 * the floor of what it measures at an exchange: sockets, system, waiting, and the client itself.
 *
 * <p>Thread: that of the sockets, one for all or one for each, as {@link
 * io.ringbook.gateway.echo.EchoIo} says. For measuring only: nothing is verified, and a frame that
 * our own encoders did not write ends the connection. Knows sockets and frames, nothing of the
 * engine.
 */
package io.ringbook.gateway.echo;
