// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.codec.orderentry.MessageType;

/** What a report tells. */
public enum ReportKind {
    ACCEPTED(MessageType.ORDER_ACCEPTED),
    REJECTED(MessageType.ORDER_REJECTED),
    EXECUTED(MessageType.ORDER_EXECUTED),
    REPLACED(MessageType.ORDER_REPLACED),
    REDUCED(MessageType.ORDER_REDUCED),
    CANCELED(MessageType.ORDER_CANCELED),
    EXPIRED(MessageType.ORDER_EXPIRED),
    RESTATED(MessageType.ORDER_RESTATED),
    CANCEL_REJECTED(MessageType.CANCEL_REJECTED),
    REPLACE_REJECTED(MessageType.REPLACE_REJECTED),
    MASS_CANCELED(MessageType.MASS_CANCEL_REPORT);

    private static final ReportKind[] BY_TYPE = new ReportKind[128];

    static {
        for (ReportKind kind : values()) {
            BY_TYPE[kind.type] = kind;
        }
    }

    private final byte type;

    ReportKind(byte type) {
        this.type = type;
    }

    /** The kind that a message of this type tells, or null for other messages. */
    static ReportKind of(byte type) {
        return type < 0 ? null : BY_TYPE[type];
    }
}
