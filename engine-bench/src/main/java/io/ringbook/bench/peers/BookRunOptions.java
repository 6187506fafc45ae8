// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import java.util.List;

/**
 * How a comparison is run.
 *
 * @param seed of the stream
 * @param commands measured ones, at most
 * @param rounds that count
 * @param warmUp rounds before these
 * @param flags of the contenders' JVMs
 */
record BookRunOptions(long seed, int commands, int rounds, int warmUp, List<String> flags) {}
