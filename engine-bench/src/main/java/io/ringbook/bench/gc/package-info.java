// SPDX-License-Identifier: Apache-2.0

/** What the garbage collector does while a bench runs. Durations in nanoseconds. */
package io.ringbook.bench.gc;
