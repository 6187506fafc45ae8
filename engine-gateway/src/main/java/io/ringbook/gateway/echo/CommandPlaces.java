// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.CancelOrderEncoder;
import io.ringbook.codec.orderentry.MassCancelEncoder;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.orderentry.ReduceOrderEncoder;
import io.ringbook.codec.orderentry.ReplaceOrderEncoder;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where the struct of a command lies in a frame that our own encoders wrote, learned from them
 * once: an echo that verified frames would not be a floor under a server that does. Immutable.
 */
final class CommandPlaces {
    static final int NONE = 0;

    /** By message type: offset of the struct from the frame's beginning. */
    private final int[] bodies = new int[Byte.MAX_VALUE + 1];

    /** By message type: length of the frame. */
    private final int[] lengths = new int[Byte.MAX_VALUE + 1];

    CommandPlaces() {
        UnsafeBuffer frame = new UnsafeBuffer(new byte[NewOrderEncoder.FRAME_LENGTH * 2]);
        new NewOrderEncoder().wrap(frame, 0, (byte) 0, 0);
        learn(frame, NewOrderEncoder.FRAME_LENGTH);
        new CancelOrderEncoder().wrap(frame, 0, (byte) 0, 0);
        learn(frame, CancelOrderEncoder.FRAME_LENGTH);
        new ReplaceOrderEncoder().wrap(frame, 0, (byte) 0, 0);
        learn(frame, ReplaceOrderEncoder.FRAME_LENGTH);
        new ReduceOrderEncoder().wrap(frame, 0, (byte) 0, 0);
        learn(frame, ReduceOrderEncoder.FRAME_LENGTH);
        new MassCancelEncoder().wrap(frame, 0, (byte) 0, 0);
        learn(frame, MassCancelEncoder.FRAME_LENGTH);
    }

    private void learn(UnsafeBuffer frame, int length) {
        FrameVerifier verifier = OrderEntrySchema.clientFrameVerifier();
        Verdict verdict = verifier.verify(frame, 0, length);
        if (verdict != Verdict.OK) {
            throw new AssertionError("our own frame is not sound: " + verdict);
        }
        byte type = FrameDescriptor.type(frame, 0);
        bodies[type] = verifier.fieldOffset(OrderEntrySchema.BODY);
        lengths[type] = length;
    }

    /** Offset of the struct, or {@link #NONE} if it is no command of that length. */
    int body(byte type, int length) {
        return type >= 0 && lengths[type] == length ? bodies[type] : NONE;
    }
}
