// SPDX-License-Identifier: Apache-2.0

/**
 * The configuration of an exchange: one HOCON file, read whole before anything is done.
 *
 * <p>Every fault of the file is found in one go, each with its line and what would be right. What
 * an exchange consists of (instruments, accounts, sessions) enters the engine as journaled
 * commands; recovery and replay never read the file. Names of keys end in no unit: the value says
 * it, as in {@code 5 s} or {@code 64 KiB}. Used at the start, on one thread. Knows the settings of
 * the server, but opens no socket; does not know the command line.
 */
package io.ringbook.gateway.config;
