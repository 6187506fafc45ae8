// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MessageType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * An echo's side of one connection, frame by frame: a login, then commands, signs of life, a
 * logout. One thread.
 */
final class EchoTalk {
    /** Length of the longest answer to one frame. */
    static final int MAX_LENGTH = Math.max(EchoLogin.MAX_LENGTH, EchoAnswers.MAX_LENGTH);

    private final EchoLogin login = new EchoLogin();
    private final EchoAnswers answers;
    private boolean ended;

    EchoTalk(Stall stall) {
        this.answers = new EchoAnswers(stall);
    }

    /**
     * Answers a frame.
     *
     * @param to has room for {@link #MAX_LENGTH} from {@code at} on
     * @return length of the answer
     */
    int answer(DirectBuffer buffer, int frame, int length, MutableDirectBuffer to, int at) {
        if (!login.isAccepted()) {
            int answer = login.answer(buffer, frame, length, to, at);
            ended = !login.isAccepted();
            return answer;
        }
        int answer = answers.answer(buffer, frame, length, to, at);
        return answer > 0 ? answer : answerOther(FrameDescriptor.type(buffer, frame), to, at);
    }

    private int answerOther(byte type, MutableDirectBuffer to, int at) {
        if (type == MessageType.HEARTBEAT) {
            return EchoLogin.heartbeat(to, at);
        }
        ended = true;
        return EchoLogin.logout(
                type == MessageType.LOGOUT ? LogoutReason.REQUESTED : LogoutReason.MALFORMED,
                to,
                at);
    }

    /** True while the client is logged in. */
    boolean isOpen() {
        return login.isAccepted() && !ended;
    }

    /** True once the last answer was given. */
    boolean hasEnded() {
        return ended;
    }
}
