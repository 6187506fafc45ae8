// SPDX-License-Identifier: Apache-2.0
/**
 * The thread of a load: it has all sessions, sends what is due, reads what comes, and takes the
 * times. Latency counts from when a command was due, so that waiting behind a stall is in it,
 * wherever the stall was.
 *
 * <p>Times are {@link java.lang.System#nanoTime}. One thread; in steady state nothing is allocated.
 */
package io.ringbook.gateway.load.drive;
