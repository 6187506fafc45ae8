// SPDX-License-Identifier: Apache-2.0

/**
 * An exchange that serves: configuration, journal, engine and the server of order entry put
 * together, started in their order and stopped in the reverse one. Decides nothing about trading.
 */
package io.ringbook.gateway.serve;
