// SPDX-License-Identifier: Apache-2.0

/**
 * What every result carries beside its figures: machine, JDK, flags, commit, and how it was asked
 * for; and the two forms in which results are shown, tables and JSON. Knows no bench.
 */
package io.ringbook.bench.report;
