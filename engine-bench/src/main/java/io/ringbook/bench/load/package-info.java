// SPDX-License-Identifier: Apache-2.0

/**
 * Open-loop runs: work is due at times fixed beforehand, and latency counts from when it was due,
 * so that waiting behind earlier work is part of it. Times are {@code System.nanoTime}.
 */
package io.ringbook.bench.load;
