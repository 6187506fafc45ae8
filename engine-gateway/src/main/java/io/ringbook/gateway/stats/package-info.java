// SPDX-License-Identifier: Apache-2.0
/**
 * The asking side of an exchange's statistics: fetches what {@code ops} gives, checks it as any
 * foreign bytes, and lays it out as a table. One thread.
 */
package io.ringbook.gateway.stats;
