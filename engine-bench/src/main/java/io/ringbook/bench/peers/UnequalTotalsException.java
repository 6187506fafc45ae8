// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

/** A contender traded otherwise than the model: its time says nothing. */
final class UnequalTotalsException extends Exception {
    private static final long serialVersionUID = 1L;

    UnequalTotalsException(String message) {
        super(message);
    }
}
