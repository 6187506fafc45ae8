// SPDX-License-Identifier: Apache-2.0

/** JMH benches, one class per subject; docs/BENCHMARKS.md says what each measures. */
package io.ringbook.bench.jmh;
