// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.collector;

import io.ringbook.bench.load.PacedResult;

/**
 * What a case came to.
 *
 * @param result null if its heap was full before the end
 */
record GcResult(GcCase of, PacedResult result) {}
