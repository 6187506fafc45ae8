// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.answer;

/** What answers. */
enum Subject {
    /** The whole exchange, with its journal. */
    EXCHANGE("exchange"),

    /** No exchange behind the exchange's own sockets: the floor. */
    ECHO("echo"),

    /** Java with a thread that blocks in a read. */
    BLOCKING("blocking echo");

    private final String label;

    Subject(String label) {
        this.label = label;
    }

    /** For people. */
    String label() {
        return label;
    }
}
