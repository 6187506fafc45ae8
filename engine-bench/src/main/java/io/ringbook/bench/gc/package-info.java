// SPDX-License-Identifier: Apache-2.0

/**
 * What the JVM does beside the work while a bench runs: pauses of the collector, safepoints, bytes
 * allocated; and a neighbour that gives a collector something to do. Durations in nanoseconds.
 */
package io.ringbook.bench.gc;
