// SPDX-License-Identifier: Apache-2.0

/**
 * An exchange to be measured from outside: its folder with configuration and key, and a client that
 * plays a flow over TCP. Knows no bench.
 */
package io.ringbook.bench.exchange;
