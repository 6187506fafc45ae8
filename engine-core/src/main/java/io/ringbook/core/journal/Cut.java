// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

/**
 * A decision to leave the tail of a roll file behind.
 *
 * @param roll number of that file
 * @param position byte from which nothing counts
 * @param reason {@link CutRecord#TORN} or {@link CutRecord#LOST}
 * @param sentence what was found there, for an operator
 */
record Cut(int roll, long position, byte reason, String sentence) {}
