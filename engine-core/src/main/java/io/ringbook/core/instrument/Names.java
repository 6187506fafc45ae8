// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.instrument;

/** What a name of ours may be: printable ASCII, blanks too, not empty, not too long. Stateless. */
final class Names {
    /** Longest name of a firm, account or session, in characters. */
    static final int MAX_LENGTH = 32;

    private Names() {}

    static void require(String what, String name, int maxLength) {
        boolean good = !name.isEmpty() && name.length() <= maxLength;
        for (int i = 0; good && i < name.length(); i++) {
            good = name.charAt(i) >= ' ' && name.charAt(i) <= '~';
        }
        if (!good) {
            throw new IllegalArgumentException(
                    "the "
                            + what
                            + " \""
                            + name
                            + "\" must be 1 to "
                            + maxLength
                            + " printable ASCII characters");
        }
    }
}
