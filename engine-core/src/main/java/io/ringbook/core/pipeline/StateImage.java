// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.instrument.Directory;
import io.ringbook.core.match.MatchShard;
import io.ringbook.core.match.MatchState;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;
import io.ringbook.core.validate.Validator;
import net.openhft.hashing.LongHashFunction;
import org.agrona.DirectBuffer;

/**
 * The whole state of the engine as bytes, in parts: definitions, sequencing, validate, match. What
 * a snapshot and a carry-over hold, and what the state hash covers. Stateless.
 */
public final class StateImage {
    private static final int VERSION = 1;

    private StateImage() {}

    /**
     * Writes the state; all stages must be at rest.
     *
     * @param forNextDay only what outlives the day
     */
    static void save(EngineState state, StateWriter out, boolean forNextDay) {
        MatchShard[] shards = state.shards();
        Validator validator = state.validator();
        out.putInt(VERSION);
        int part = out.beginPart();
        validator.directory().save(out);
        out.endPart(part);
        part = out.beginPart();
        state.sequencing().save(out, forNextDay);
        out.endPart(part);
        part = out.beginPart();
        validator.save(out, forNextDay ? (s, a, b, c) -> isLive(shards, s, a, b, c) : null);
        out.endPart(part);
        part = out.beginPart();
        MatchState.save(shards, out, forNextDay);
        out.endPart(part);
    }

    /** XXH3-64 of a state's bytes. */
    public static long hash(DirectBuffer bytes, int length) {
        byte[] copy = new byte[length];
        bytes.getBytes(0, copy);
        return LongHashFunction.xx3().hashBytes(copy);
    }

    /** True if the bytes are a state of this version. */
    public static boolean isReadable(DirectBuffer bytes, int length) {
        return length >= Integer.BYTES && new StateReader(bytes, 0, length).getInt() == VERSION;
    }

    static void load(DirectBuffer bytes, int length, Validator validator) {
        StateReader in = open(bytes, length);
        Directory definitions = definitions(in);
        in.getPart();
        validator.load(definitions, in.getPart());
    }

    static void load(DirectBuffer bytes, int length, MatchShard shard) {
        StateReader in = open(bytes, length);
        Directory definitions = definitions(in);
        in.getPart();
        in.getPart();
        MatchState.load(shard, definitions, in.getPart());
    }

    static void load(DirectBuffer bytes, int length, SequencingState sequencing) {
        StateReader in = open(bytes, length);
        in.getPart();
        sequencing.load(in.getPart());
    }

    private static StateReader open(DirectBuffer bytes, int length) {
        StateReader in = new StateReader(bytes, 0, length);
        int version = in.getInt();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "a state of version " + version + " cannot be read; this is " + VERSION);
        }
        return in;
    }

    private static Directory definitions(StateReader in) {
        Directory definitions = new Directory();
        definitions.load(in.getPart());
        return definitions;
    }

    private static boolean isLive(
            MatchShard[] shards, int sessionId, long word0, long word1, int word2) {
        for (MatchShard shard : shards) {
            if (shard.isLive(sessionId, word0, word1, word2)) {
                return true;
            }
        }
        return false;
    }
}
