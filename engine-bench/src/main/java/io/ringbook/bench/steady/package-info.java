// SPDX-License-Identifier: Apache-2.0

/**
 * Whether an exchange runs without allocating: one in a process of its own under a steady load over
 * TCP, with what every thread of it allocates and what its collector does, minute by minute.
 */
package io.ringbook.bench.steady;
