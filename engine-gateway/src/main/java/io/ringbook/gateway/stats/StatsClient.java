// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.stats;

import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Asks an exchange for its statistics: one HTTP request for each answer, 5 seconds and {@value
 * #MAX_LENGTH} bytes at the most.
 */
public final class StatsClient {
    private static final int TIMEOUT_MS = 5_000;
    private static final int MAX_LENGTH = 1 << 20;
    private static final String OK = "200";

    private final ServerAddress address;
    private final int timeoutMs;

    public StatsClient(ServerAddress address) {
        this(address, TIMEOUT_MS);
    }

    StatsClient(ServerAddress address, int timeoutMs) {
        this.address = address;
        this.timeoutMs = timeoutMs;
    }

    /**
     * The statistics as the exchange gives them: a line of JSON.
     *
     * @param histograms whether with the histogram of each time
     * @throws Fault if there is no answer, or one that no exchange gives
     */
    public String fetch(boolean histograms) {
        byte[] answer;
        try (Socket socket = new Socket()) {
            InetSocketAddress resolved = new InetSocketAddress(address.host(), address.port());
            if (resolved.isUnresolved()) {
                throw new UnknownHostException(address.host());
            }
            socket.connect(resolved, timeoutMs);
            socket.setSoTimeout(timeoutMs);
            String path = histograms ? "/stats?histograms" : "/stats";
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + address + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            answer = read(socket.getInputStream());
        } catch (UnknownHostException e) {
            throw new Fault("no network knows " + address.host(), e);
        } catch (ConnectException e) {
            throw new Fault(
                    "nothing listens on "
                            + address
                            + "; serve says where it gives statistics in the line that begins with"
                            + " \"statistics\"",
                    e);
        } catch (SocketTimeoutException e) {
            throw new Fault(address + " has not answered in time", e);
        } catch (IOException e) {
            throw new Fault("cannot ask " + address + ": " + e.getMessage(), e);
        }
        return content(answer);
    }

    private byte[] read(InputStream in) throws IOException {
        long endNs = System.nanoTime() + timeoutMs * 1_000_000L;
        byte[] bytes = new byte[1 << 16];
        int length = 0;
        for (int n = in.read(bytes, length, bytes.length - length);
                n >= 0;
                n = in.read(bytes, length, bytes.length - length)) {
            length += n;
            if (length == MAX_LENGTH) {
                throw notAnExchange();
            }
            if (System.nanoTime() - endNs > 0) {
                throw new SocketTimeoutException();
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(MAX_LENGTH, 2 * length));
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private String content(byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || end < 0) {
            throw notAnExchange();
        }
        String[] status = text.substring(0, text.indexOf('\r')).split(" ", -1);
        if (status.length < 2 || !status[1].equals(OK)) {
            throw notAnExchange();
        }
        return text.substring(end + 4).strip();
    }

    private Fault notAnExchange() {
        return new Fault(
                "what answers on "
                        + address
                        + " gives no statistics of an exchange; the port is not that of the orders:"
                        + " serve says it in the line that begins with \"statistics\"");
    }
}
