// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.gateway.session.ClientMessages;
import io.ringbook.gateway.session.ServerFrame;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A client made of a blocking socket. */
final class TestClient implements AutoCloseable {
    private static final int TIMEOUT_MS = 10_000;

    final Socket socket;
    private final PrivateKey key;
    private final DataInputStream in;
    private byte[] prepared;

    /** Next client sequence. */
    long nextClientSequence = 1;

    TestClient(int port, PrivateKey key) throws IOException {
        this(port, key, 64 * 1024);
    }

    /** With so many bytes in the kernel that were not read. */
    TestClient(int port, PrivateKey key, int receiveBufferLength) throws IOException {
        this.key = key;
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBufferLength);
        channel.connect(address);
        this.socket = channel.socket();
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout(TIMEOUT_MS);
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** The next frame; null at the end of the stream. */
    ServerFrame read() throws IOException {
        byte[] header = new byte[FrameDescriptor.HEADER_LENGTH];
        try {
            in.readFully(header);
        } catch (EOFException | SocketException e) {
            return null;
        }
        byte[] frame = new byte[FrameDescriptor.length(new UnsafeBuffer(header), 0)];
        System.arraycopy(header, 0, frame, 0, header.length);
        in.readFully(frame, header.length, frame.length - header.length);
        return new ServerFrame(frame);
    }

    /** The next frame that is no heartbeat. */
    ServerFrame next() throws IOException {
        ServerFrame frame = read();
        while (frame != null && frame.type() == MessageType.HEARTBEAT) {
            frame = read();
        }
        return frame;
    }

    /** The next {@code count} frames that are no heartbeats, as text. */
    List<String> texts(int count) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(String.valueOf(next()));
        }
        return texts;
    }

    /** Everything up to the end of the stream. */
    List<String> rest() throws IOException {
        List<String> texts = new ArrayList<>();
        for (ServerFrame frame = next(); frame != null; frame = next()) {
            texts.add(frame.toString());
        }
        return texts;
    }

    TestClient send(byte[]... frames) throws IOException {
        for (byte[] frame : frames) {
            socket.getOutputStream().write(frame);
        }
        return this;
    }

    /** Sends a login behind the greeting. */
    TestClient sendLogin(String session, ClientMessages.Wishes wishes) throws IOException {
        ServerFrame greeting = read();
        return send(ClientMessages.login(session, key, greeting.nonce(), wishes));
    }

    /** Signs a login, to be sent later. */
    void prepareLogin(String session, ClientMessages.Wishes wishes) throws IOException {
        prepared = ClientMessages.login(session, key, read().nonce(), wishes);
    }

    /** Sends the login that was signed, and something behind it in one go. */
    void sendPrepared(byte[] more) throws IOException {
        byte[] both = Arrays.copyOf(prepared, prepared.length + more.length);
        System.arraycopy(more, 0, both, prepared.length, more.length);
        send(both);
    }

    void sendPrepared() throws IOException {
        send(prepared);
    }

    /** Logs in; all up to the mark behind the replay. */
    List<ServerFrame> login(String session, ClientMessages.Wishes wishes) throws IOException {
        sendLogin(session, wishes);
        List<ServerFrame> frames = new ArrayList<>();
        ServerFrame frame = next();
        while (frame != null && frame.type() != MessageType.REPLAY_COMPLETE) {
            frames.add(frame);
            frame = next();
        }
        if (frame != null) {
            frames.add(frame);
            nextClientSequence = frames.get(0).loginAccepted().lastClientSequence() + 1;
        }
        return frames;
    }

    List<ServerFrame> login(String session) throws IOException {
        return login(session, ClientMessages.Wishes.from(1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
