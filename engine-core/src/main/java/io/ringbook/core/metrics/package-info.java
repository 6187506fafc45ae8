// SPDX-License-Identifier: Apache-2.0
/**
 * Where the time of a command goes: what each stage records of it, and how another thread reads
 * that. All times are in nanoseconds of a {@link io.ringbook.core.metrics.Ticker}, which nobody but
 * this package and the pipeline may see: no decision depends on it.
 *
 * <p>Recording belongs to the thread of the stage and allocates nothing; reading belongs to one
 * other thread at a time. Knows neither stages nor slots, files nor sockets.
 */
package io.ringbook.core.metrics;
