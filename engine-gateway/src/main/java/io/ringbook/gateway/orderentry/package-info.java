// SPDX-License-Identifier: Apache-2.0
/**
 * Order entry between the wire and the engine: verified frames in, commands out.
 *
 * <p>Prices and quantities are mantissas. Used by the thread that reads the connection; allocates
 * nothing. Knows nothing of how a book works.
 */
package io.ringbook.gateway.orderentry;
