// SPDX-License-Identifier: Apache-2.0
/**
 * Scenario files: orders in, events out, readable by a trader. Their format is described in the
 * README beside them, in {@code src/test/resources/scenarios}.
 *
 * <p>Numbers are the engine's integers: prices and quantities as mantissas, in instruments without
 * decimals.
 */
package io.ringbook.core.scenario;
