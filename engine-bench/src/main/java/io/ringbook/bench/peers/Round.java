// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.stream.TradeTally;

/**
 * One time through a stream on a new engine.
 *
 * @param elapsedNs time of the measured part
 * @param totals what the engine did in all of it
 */
record Round(long elapsedNs, TradeTally.Totals totals) {
    /** Plays a stream; nothing but its measured part is timed. */
    static Round play(Contender contender, RecordedStream recorded) {
        CommandStream stream = recorded.stream();
        StreamPlayer player = contender.start(recorded);
        TradeTally tally = new TradeTally();
        player.play(stream, 0, stream.measuredFrom(), tally);
        long startNs = System.nanoTime();
        player.play(stream, stream.measuredFrom(), stream.measuredTo(), tally);
        long elapsedNs = System.nanoTime() - startNs;
        player.play(stream, stream.measuredTo(), stream.count(), tally);
        return new Round(elapsedNs, tally.totals());
    }
}
