// SPDX-License-Identifier: Apache-2.0

/**
 * JMH benches of what the machine and the JVM ask for: checksums, calls of native code, handing
 * work from thread to thread; docs/BENCHMARKS.md says what each measures.
 */
package io.ringbook.bench.jmh.machine;
