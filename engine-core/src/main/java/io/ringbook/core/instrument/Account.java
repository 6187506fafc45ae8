// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.instrument;

/**
 * An account of a firm. Immutable.
 *
 * @param accountId ours, from 1
 * @param firmId ours, from 1
 * @param name 1 to 32 printable ASCII characters
 * @param firm the firm's name, 1 to 32 printable ASCII characters
 */
public record Account(int accountId, int firmId, String name, String firm) {
    /** Checks the values. */
    public Account {
        Names.require("account", name, Names.MAX_LENGTH);
        Names.require("firm", firm, Names.MAX_LENGTH);
    }
}
