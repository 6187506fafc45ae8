// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

/**
 * A stream and what the model made of it.
 *
 * @param stream the commands
 * @param totals what every engine must come to after all of them, the drain included
 * @param mostResting most orders that rested at any moment
 * @param mostLevels most levels of both sides together at any moment
 */
public record RecordedStream(
        CommandStream stream, TradeTally.Totals totals, int mostResting, int mostLevels) {}
