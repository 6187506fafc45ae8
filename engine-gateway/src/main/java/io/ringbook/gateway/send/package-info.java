// SPDX-License-Identifier: Apache-2.0
/**
 * Carries out a command file at an exchange over TCP, a session for each account, in the order of
 * the file. Used by one thread; the sessions' threads only count.
 */
package io.ringbook.gateway.send;
