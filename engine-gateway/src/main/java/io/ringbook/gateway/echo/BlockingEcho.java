// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameFault;
import io.ringbook.codec.frame.FrameHandler;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * An echo as anybody would write it: a thread for each client, which reads and writes the streams
 * of its socket.
 */
final class BlockingEcho implements Runnable, Closeable {
    private static final int BUFFER_LENGTH = 64 * 1024;

    private final ServerSocket acceptor;
    private final Stall stall;
    private final Consumer<Throwable> failures;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    BlockingEcho(EchoSettings settings, Consumer<Throwable> failures) throws IOException {
        this.failures = failures;
        this.acceptor = new ServerSocket();
        this.acceptor.bind(settings.listen());
        this.stall = new Stall(settings);
    }

    int port() {
        return acceptor.getLocalPort();
    }

    @Override
    public void run() {
        while (!acceptor.isClosed()) {
            try {
                Socket socket = acceptor.accept();
                sockets.add(socket);
                Thread client = new Thread(() -> serve(socket), "ringbook-echo-client");
                client.setDaemon(true);
                client.start();
            } catch (IOException e) {
                if (!acceptor.isClosed()) {
                    failures.accept(e);
                    return;
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Client(socket).serve();
        } catch (IOException e) {
            // The client has gone, which is how its connection ends.
            assert !socket.isConnected() || socket.isClosed() : e;
        } finally {
            sockets.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        acceptor.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One client, on its thread. */
    private final class Client {
        private final InputStream in;
        private final OutputStream out;
        private final FrameDecoder frames = new FrameDecoder();
        private final FrameHandler handler = this::onFrame;
        private final EchoTalk talk = new EchoTalk(stall);
        private final byte[] outBytes = new byte[BUFFER_LENGTH];
        private final UnsafeBuffer outView = new UnsafeBuffer(outBytes);
        private int outLength;

        Client(Socket socket) throws IOException {
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        void serve() throws IOException {
            byte[] bytes = new byte[BUFFER_LENGTH];
            UnsafeBuffer view = new UnsafeBuffer(bytes);
            outLength = EchoLogin.greet(outView, 0);
            flush();
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                for (int taken = 0; taken < length; ) {
                    taken += frames.decode(view, taken, length - taken, handler);
                    flush();
                    if (talk.hasEnded() || frames.fault() != FrameFault.NONE) {
                        return;
                    }
                }
            }
        }

        private boolean onFrame(DirectBuffer buffer, int frame, int length) {
            outLength += talk.answer(buffer, frame, length, outView, outLength);
            return !talk.hasEnded() && outLength + EchoTalk.MAX_LENGTH <= BUFFER_LENGTH;
        }

        private void flush() throws IOException {
            out.write(outBytes, 0, outLength);
            outLength = 0;
        }
    }
}
