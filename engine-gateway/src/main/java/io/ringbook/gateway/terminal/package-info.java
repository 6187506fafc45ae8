// SPDX-License-Identifier: Apache-2.0
/**
 * Interactive order entry: lines from a person in, orders out, reports as they come. Prices and
 * quantities are text as a person writes them. The session's thread tells of reports, the thread
 * that reads lines does all else.
 */
package io.ringbook.gateway.terminal;
