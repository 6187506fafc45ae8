// SPDX-License-Identifier: Apache-2.0

/**
 * Ringbook's whole pipeline beside exchange-core's, on the same commands in the same run: each in a
 * process of its own, round by round in turn, and nothing counts before their totals and trade
 * hashes are equal. exchange-core itself is in the module {@code engine-peers}.
 */
package io.ringbook.bench.pipeline;
