// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.records;

/** Takes the fields of a command or an event that are set, one by one, with their names. */
public interface FieldListener {
    /** A text or a word. */
    void onText(String name, String value);

    /** A whole number. */
    void onNumber(String name, long value);

    /** A price or a quantity. */
    void onDecimal(String name, long mantissa, int decimals);
}
