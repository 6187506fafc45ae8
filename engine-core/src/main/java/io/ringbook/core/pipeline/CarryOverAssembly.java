// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.match.MatchShard;
import io.ringbook.core.record.CarryOverCodec;
import io.ringbook.core.validate.Validator;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/**
 * Puts the parts of a carry-over together again. Each stage has its own, and loads from it what is
 * its own state, so that a day that starts here is the same as one that goes on.
 */
final class CarryOverAssembly {
    private ExpandableArrayBuffer bytes = new ExpandableArrayBuffer(0);
    private int length;
    private int nextPart;

    /**
     * Adds the part in a record.
     *
     * @return true if it was the last
     * @throws IllegalStateException if a part is missing or the whole does not have its hash
     */
    boolean add(DirectBuffer record, int offset) {
        int part = CarryOverCodec.part(record, offset);
        if (part == 0) {
            length = 0;
            nextPart = 0;
        }
        if (part != nextPart) {
            throw new IllegalStateException(
                    "part " + part + " of a carry-over stands where " + nextPart + " should");
        }
        int payload = CarryOverCodec.payloadLength(record, offset);
        bytes.putBytes(length, record, CarryOverCodec.payloadOffset(offset), payload);
        length += payload;
        nextPart++;
        if (nextPart < CarryOverCodec.parts(record, offset)) {
            return false;
        }
        long hash = StateImage.hash(bytes, length);
        if (hash != CarryOverCodec.stateHash(record, offset)) {
            throw new IllegalStateException("the state of a carry-over does not have its hash");
        }
        return true;
    }

    void loadInto(Validator validator) {
        StateImage.load(bytes, length, validator);
        release();
    }

    void loadInto(MatchShard shard) {
        StateImage.load(bytes, length, shard);
        release();
    }

    /** Loads ingest's part. */
    void loadInto(SequencingState sequencing) {
        StateImage.load(bytes, length, sequencing);
        release();
    }

    private void release() {
        bytes = new ExpandableArrayBuffer(0);
        length = 0;
        nextPart = 0;
    }
}
