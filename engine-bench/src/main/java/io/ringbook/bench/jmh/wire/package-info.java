// SPDX-License-Identifier: Apache-2.0

/**
 * JMH benches of messages: decoded, verified and encoded in several ways, protobuf among them for
 * comparison. All ways of one subject read the same numbers from the same messages, and a test says
 * so; docs/BENCHMARKS.md says what each measures.
 */
package io.ringbook.bench.jmh.wire;
