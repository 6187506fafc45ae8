// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * What there is to be asked for: {@code GET /stats}, and {@code /stats?histograms} for these too.
 * Nothing can be changed; anything else is answered by a sentence. A page is made at most ten times
 * a second, however often it is asked for. One thread.
 */
final class HttpPages {
    static final String STATS = "/stats";
    static final String HISTOGRAMS = "/stats?histograms";

    private static final long KEPT_NS = 100_000_000L;

    private final Page plain;
    private final Page withHistograms;

    HttpPages(StatsText stats) {
        plain = new Page(() -> stats.json(false));
        withHistograms = new Page(() -> stats.json(true));
    }

    /**
     * The answer to a request.
     *
     * @param request what has come of it
     * @param full true if no more of it is taken
     * @return null while more of it has to come
     */
    ByteBuffer answer(String request, boolean full) {
        int end = request.indexOf('\n');
        if (end >= 0) {
            String[] words = request.substring(0, end).strip().split(" ", -1);
            if (words.length != 3 || !words[2].startsWith("HTTP/1.")) {
                return HttpAnswer.text(
                        "400 Bad Request",
                        "This port speaks HTTP: GET " + STATS + " gives its statistics.");
            }
            if (request.contains("\r\n\r\n") || request.contains("\n\n")) {
                return answer(words[0], words[1]);
            }
        }
        return full
                ? HttpAnswer.text(
                        "431 Request Header Fields Too Large",
                        "A request has at most " + HttpConnection.MAX_REQUEST + " bytes.")
                : null;
    }

    private ByteBuffer answer(String method, String path) {
        if (!method.equals("GET")) {
            return HttpAnswer.text(
                    "405 Method Not Allowed", "Nothing can be changed here: there is GET only.");
        }
        return switch (path) {
            case STATS -> HttpAnswer.json(plain.bytes());
            case HISTOGRAMS -> HttpAnswer.json(withHistograms.bytes());
            default ->
                    HttpAnswer.text(
                            "404 Not Found", "There is " + STATS + " and " + HISTOGRAMS + ".");
        };
    }

    /** Made anew when it is asked for and older than a moment. */
    private static final class Page {
        private final Supplier<byte[]> maker;
        private byte[] bytes;
        private long madeNs;

        Page(Supplier<byte[]> maker) {
            this.maker = maker;
        }

        byte[] bytes() {
            long nowNs = System.nanoTime();
            if (bytes == null || nowNs - madeNs > KEPT_NS) {
                bytes = maker.get();
                madeNs = nowNs;
            }
            return bytes;
        }
    }
}
