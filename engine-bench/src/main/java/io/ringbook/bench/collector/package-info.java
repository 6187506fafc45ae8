// SPDX-License-Identifier: Apache-2.0

/**
 * The same paced load under each collector, each in a JVM of its own, alone or beside a neighbour
 * that allocates: what a collector would do to an exchange. Durations in nanoseconds.
 */
package io.ringbook.bench.collector;
