// SPDX-License-Identifier: Apache-2.0
/**
 * Memory that the collector does not know: reserved as a range of addresses, and only as large as
 * what was touched of it. Off the hot path; what is read and written there is its owner's business.
 * Imports nothing of the engine.
 */
package io.ringbook.core.memory;
