// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a client is told, as it goes over the wire. Stateless. */
final class HttpAnswer {
    private HttpAnswer() {}

    /** A sentence. */
    static ByteBuffer text(String status, String sentence) {
        return of(
                status,
                "text/plain; charset=utf-8",
                (sentence + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What was asked for. */
    static ByteBuffer json(byte[] content) {
        return of("200 OK", "application/json", content);
    }

    private static ByteBuffer of(String status, String type, byte[] content) {
        String head =
                "HTTP/1.1 "
                        + status
                        + "\r\nContent-Type: "
                        + type
                        + "\r\nContent-Length: "
                        + content.length
                        + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(headBytes.length + content.length)
                .put(headBytes)
                .put(content)
                .flip();
    }
}
