// SPDX-License-Identifier: Apache-2.0
/**
 * The command line: one class per command, thin over the packages that do the work.
 *
 * <p>Exit codes: 0 done, 1 the work failed, 2 wrong usage. A failure that was to be expected is one
 * sentence on standard error. Commands get their streams from a {@link
 * io.ringbook.gateway.cli.Console}, so that tests run them in-process.
 */
package io.ringbook.gateway.cli;
