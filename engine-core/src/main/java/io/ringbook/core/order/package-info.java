// SPDX-License-Identifier: Apache-2.0
/**
 * The vocabulary of trading: commands in, events out, and the codes they carry.
 *
 * <p>Units: prices and quantities of commands and events are integer mantissas at the instrument's
 * published decimals; times are epoch nanoseconds. Objects here are plain data without a thread of
 * their own: each belongs to whoever filled it. Imports nothing else of the engine.
 */
package io.ringbook.core.order;
