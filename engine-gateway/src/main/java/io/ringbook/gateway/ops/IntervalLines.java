// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import io.ringbook.core.metrics.StageHistograms;
import io.ringbook.core.metrics.StageTime;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * The text of an interval log, version 1.3 of HdrHistogram's format. The library's own writer makes
 * four times the garbage of these lines, which for a quiet exchange would be most of all there is.
 *
 * <pre>
 *  Tag=match,10.001,10.000,0.035,HISTFAAAA…
 *      name  |      |      |     counts, compressed, in Base64
 *            |      |      longest of the interval, milliseconds
 *            |      length of the interval, seconds
 *            begin of the interval, seconds after the base time of the file
 * </pre>
 *
 * <p>One thread.
 */
final class IntervalLines {
    private static final long MS_PER_SECOND = 1_000;
    private static final long NS_PER_US = 1_000;
    private static final int THOUSAND = 1_000;

    private final ByteBuffer compressed =
            ByteBuffer.allocate(
                    new StageHistograms().of(StageTime.WHOLE).getNeededByteBufferCapacity());
    private byte[] bytes = new byte[1 << 14];
    private int length;

    /** The lines at the head of a file that begins then. */
    static byte[] head(String description, long beginMs) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        HistogramLogWriter writer = new HistogramLogWriter(head);
        writer.outputComment("[" + description + "]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(beginMs);
        writer.outputBaseTime(beginMs);
        writer.outputLegend();
        writer.close();
        return head.toByteArray();
    }

    /**
     * Makes the lines of an interval: of each time that has any, and of the whole in any case.
     *
     * @param baseMs base time of the file
     */
    void make(StageInterval interval, long baseMs) {
        length = 0;
        for (StageTime time : StageTime.values()) {
            Histogram histogram = interval.times.of(time);
            if (histogram.getTotalCount() > 0 || time == StageTime.WHOLE) {
                add("Tag=" + time.text() + ",");
                addThousandths(interval.beginMs - baseMs);
                add(",");
                addThousandths(interval.durationMs());
                add(",");
                addThousandths(histogram.getMaxValue() / NS_PER_US);
                add(",");
                add(histogram);
                add("\n");
            }
        }
    }

    private void add(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    /** A number of thousandths, with three decimals. */
    private void addThousandths(long count) {
        add(Long.toString(count / MS_PER_SECOND));
        add(".");
        add(Long.toString(THOUSAND + count % THOUSAND).substring(1));
    }

    private void add(Histogram histogram) {
        compressed.clear();
        int compressedLength =
                histogram.encodeIntoCompressedByteBuffer(compressed, Deflater.BEST_COMPRESSION);
        byte[] encoded =
                Base64.getEncoder().encode(Arrays.copyOf(compressed.array(), compressedLength));
        ensure(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** What was made. */
    ByteBuffer lines() {
        return ByteBuffer.wrap(bytes, 0, length);
    }
}
