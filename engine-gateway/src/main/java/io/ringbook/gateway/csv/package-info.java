// SPDX-License-Identifier: Apache-2.0
/**
 * Files of comma-separated values: commands, instruments and accounts in; events and books out.
 *
 * <p>Numbers are exact decimals, read into mantissas at the instrument's decimals and never
 * rounded. Every fault is one sentence with file, line, column, what was found and what is
 * expected. Objects here belong to one thread. Knows nothing of books, pipeline or journal.
 */
package io.ringbook.gateway.csv;
