// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.state;

/** Tells which client order ids name a live order: those outlive the day (rule 6.2). */
@FunctionalInterface
public interface LiveIds {
    /** True if this id of this session names an order that is live now. */
    boolean isLive(int sessionId, long word0, long word1, int word2);
}
