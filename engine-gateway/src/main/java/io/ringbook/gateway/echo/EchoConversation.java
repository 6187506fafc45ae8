// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameFault;
import io.ringbook.codec.frame.FrameHandler;
import io.ringbook.codec.orderentry.LogoutEncoder;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.gateway.session.connection.Conversation;
import io.ringbook.gateway.session.outbound.SendBuffer;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;

/** An echo over a socket of the gateway. Allocates nothing for a command. */
final class EchoConversation implements Conversation, FrameHandler {
    private static final int BUFFER_LENGTH = 64 * 1024;

    private final FrameDecoder frames = new FrameDecoder();
    private final EchoTalk talk;
    private final SendBuffer output = new SendBuffer(ByteBuffer.allocateDirect(BUFFER_LENGTH));
    private boolean ending;
    private boolean closed;

    EchoConversation(Stall stall) {
        this.talk = new EchoTalk(stall);
        output.advance(EchoLogin.greet(output.view(), output.offset()));
    }

    @Override
    public int receive(DirectBuffer bytes, int offset, int length, long timeNs) {
        if (!takesInput()) {
            return 0;
        }
        int taken = frames.decode(bytes, offset, length, this);
        ending |= frames.fault() != FrameFault.NONE;
        return taken;
    }

    @Override
    public boolean onFrame(DirectBuffer buffer, int offset, int length) {
        output.advance(talk.answer(buffer, offset, length, output.view(), output.offset()));
        ending |= talk.hasEnded();
        return takesInput();
    }

    @Override
    public boolean takesInput() {
        return !ending && !closed && output.hasRoom(EchoTalk.MAX_LENGTH);
    }

    @Override
    public void fill(long timeNs) {
        // Answers are written as commands come.
    }

    @Override
    public boolean hasMore() {
        return false;
    }

    @Override
    public SendBuffer sendBuffer() {
        return output;
    }

    @Override
    public void onTime(long timeNs, long stalledNs) {
        // A client that is silent is nobody's harm here.
    }

    @Override
    public void onPeerGone(long timeNs) {
        closed = true;
    }

    @Override
    public void stop(long timeNs) {
        if (!ending && !closed && output.hasRoom(LogoutEncoder.MAX_FRAME_LENGTH)) {
            output.advance(
                    EchoLogin.logout(LogoutReason.SERVER_STOPPING, output.view(), output.offset()));
        }
        ending = true;
    }

    @Override
    public boolean isOpen() {
        return talk.isOpen() && !ending;
    }

    @Override
    public boolean isEnding() {
        return ending;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
