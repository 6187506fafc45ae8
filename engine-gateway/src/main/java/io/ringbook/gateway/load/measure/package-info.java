// SPDX-License-Identifier: Apache-2.0
/**
 * What a load measures: latencies in nanoseconds, to three digits, from when each order was due.
 * Written by the load's thread without allocating; read when it is done, or interval by interval.
 */
package io.ringbook.gateway.load.measure;
