// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message LoginAccepted; layout of the struct: {@link
 * LoginAcceptedDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class LoginAcceptedEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(LoginAcceptedDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public LoginAcceptedEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.LOGIN_ACCEPTED,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public LoginAcceptedEncoder tradingDay(int tradingDay) {
        buffer.putInt(offset + LoginAcceptedDecoder.TRADING_DAY_OFFSET, tradingDay, LITTLE_ENDIAN);
        return this;
    }

    public LoginAcceptedEncoder durabilityMode(byte durabilityMode) {
        buffer.putByte(offset + LoginAcceptedDecoder.DURABILITY_MODE_OFFSET, durabilityMode);
        return this;
    }

    public LoginAcceptedEncoder cancelOnDisconnect(byte cancelOnDisconnect) {
        buffer.putByte(
                offset + LoginAcceptedDecoder.CANCEL_ON_DISCONNECT_OFFSET, cancelOnDisconnect);
        return this;
    }

    public LoginAcceptedEncoder nextSequence(long nextSequence) {
        buffer.putLong(
                offset + LoginAcceptedDecoder.NEXT_SEQUENCE_OFFSET, nextSequence, LITTLE_ENDIAN);
        return this;
    }

    public LoginAcceptedEncoder lastClientSequence(long lastClientSequence) {
        buffer.putLong(
                offset + LoginAcceptedDecoder.LAST_CLIENT_SEQUENCE_OFFSET,
                lastClientSequence,
                LITTLE_ENDIAN);
        return this;
    }

    public LoginAcceptedEncoder incarnation(long incarnation) {
        buffer.putLong(
                offset + LoginAcceptedDecoder.INCARNATION_OFFSET, incarnation, LITTLE_ENDIAN);
        return this;
    }

    public LoginAcceptedEncoder heartbeatIntervalNs(long heartbeatIntervalNs) {
        buffer.putLong(
                offset + LoginAcceptedDecoder.HEARTBEAT_INTERVAL_NS_OFFSET,
                heartbeatIntervalNs,
                LITTLE_ENDIAN);
        return this;
    }

    public LoginAcceptedEncoder disconnectGraceNs(long disconnectGraceNs) {
        buffer.putLong(
                offset + LoginAcceptedDecoder.DISCONNECT_GRACE_NS_OFFSET,
                disconnectGraceNs,
                LITTLE_ENDIAN);
        return this;
    }

    public LoginAcceptedEncoder orderRate(long orderRate) {
        buffer.putLong(offset + LoginAcceptedDecoder.ORDER_RATE_OFFSET, orderRate, LITTLE_ENDIAN);
        return this;
    }

    public LoginAcceptedEncoder orderBurst(long orderBurst) {
        buffer.putLong(offset + LoginAcceptedDecoder.ORDER_BURST_OFFSET, orderBurst, LITTLE_ENDIAN);
        return this;
    }

    public LoginAcceptedEncoder cancelRate(long cancelRate) {
        buffer.putLong(offset + LoginAcceptedDecoder.CANCEL_RATE_OFFSET, cancelRate, LITTLE_ENDIAN);
        return this;
    }

    public LoginAcceptedEncoder cancelBurst(long cancelBurst) {
        buffer.putLong(
                offset + LoginAcceptedDecoder.CANCEL_BURST_OFFSET, cancelBurst, LITTLE_ENDIAN);
        return this;
    }

    public LoginAcceptedEncoder idsPerDay(long idsPerDay) {
        buffer.putLong(offset + LoginAcceptedDecoder.IDS_PER_DAY_OFFSET, idsPerDay, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, LoginAcceptedDecoder.LENGTH, (byte) 0);
    }
}
