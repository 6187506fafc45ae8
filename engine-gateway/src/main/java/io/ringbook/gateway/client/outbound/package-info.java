// SPDX-License-Identifier: Apache-2.0
/**
 * What a client sends: commands until they are answered, questions until they are answered, and
 * bytes on their way to the socket.
 *
 * <p>Sequences are those of the client's stream. Made by any thread, then used by the client's
 * alone. Knows neither sockets nor the rest of the client.
 */
package io.ringbook.gateway.client.outbound;
