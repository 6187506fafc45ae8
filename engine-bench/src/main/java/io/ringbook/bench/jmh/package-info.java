// SPDX-License-Identifier: Apache-2.0

/**
 * JMH benches of the engine, one class per subject; docs/BENCHMARKS.md says what each measures.
 * What is on the wire is in {@code wire}, what the machine itself costs in {@code machine}.
 */
package io.ringbook.bench.jmh;
