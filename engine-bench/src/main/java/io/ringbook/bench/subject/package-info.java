// SPDX-License-Identifier: Apache-2.0

/**
 * Ringbook as a player of streams, in three rows: the book alone, the match stage whole, and the
 * order path around it. The only place where streams meet the engine's own types.
 */
package io.ringbook.bench.subject;
