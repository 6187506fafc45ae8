// SPDX-License-Identifier: Apache-2.0
/**
 * Records of commands, decoded for those who read them: files of events, books, counts, dumps. The
 * same sinks serve the publish thread of an engine and a reader of its journal, so that both give
 * the same output. Knows the engine's records, not its books or stages.
 */
package io.ringbook.gateway.records;
