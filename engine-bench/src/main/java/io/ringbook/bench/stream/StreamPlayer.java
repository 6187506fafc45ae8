// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

/** An engine that can be given a stream; made anew for each round. One thread. */
public interface StreamPlayer {
    /**
     * Carries out commands, one after the other.
     *
     * @param stream what to play
     * @param from index of the first
     * @param to index behind the last
     * @param tally takes the trades and cancels
     */
    void play(CommandStream stream, int from, int to, TradeTally tally);
}
