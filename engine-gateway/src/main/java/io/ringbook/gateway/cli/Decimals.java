// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.codec.text.DecimalWriter;

/** Mantissas as text, for lines that people read. */
final class Decimals {
    private Decimals() {}

    static String text(long mantissa, int decimals) {
        StringBuilder text = new StringBuilder();
        DecimalWriter.append(text, mantissa, decimals);
        return text.toString();
    }
}
