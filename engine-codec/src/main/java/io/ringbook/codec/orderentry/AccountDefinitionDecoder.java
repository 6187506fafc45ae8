// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of AccountDefinition. Wrap only what a verifier found good: nothing is checked
 * here. Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u32     accountId            id of the account
 *       4  u32     firmId               firm that owns it
 *       8  u64     reserved             0
 *      16          length
 * </pre>
 */
public final class AccountDefinitionDecoder {
    public static final int ACCOUNT_ID_OFFSET = 0;
    public static final int FIRM_ID_OFFSET = 4;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 16;

    private DirectBuffer buffer;
    private int offset;
    private int nameOffset;
    private int firmOffset;

    /** Reads the struct at {@code offset} and the texts whose lengths are at the other offsets. */
    public AccountDefinitionDecoder wrap(
            DirectBuffer buffer, int offset, int nameOffset, int firmOffset) {
        this.buffer = buffer;
        this.offset = offset;
        this.nameOffset = nameOffset;
        this.firmOffset = firmOffset;
        return this;
    }

    public int accountId() {
        return buffer.getInt(offset + ACCOUNT_ID_OFFSET, LITTLE_ENDIAN);
    }

    public int firmId() {
        return buffer.getInt(offset + FIRM_ID_OFFSET, LITTLE_ENDIAN);
    }

    /** Length of the name of the account in characters. */
    public int nameLength() {
        return MessageText.length(buffer, nameOffset);
    }

    /** Appends the name of the account. */
    public void appendNameTo(StringBuilder target) {
        MessageText.appendTo(target, buffer, nameOffset);
    }

    /** True if the name of the account is the one given. */
    public boolean isName(CharSequence other) {
        return MessageText.isEqual(buffer, nameOffset, other);
    }

    /** Length of the name of the firm in characters. */
    public int firmLength() {
        return MessageText.length(buffer, firmOffset);
    }

    /** Appends the name of the firm. */
    public void appendFirmTo(StringBuilder target) {
        MessageText.appendTo(target, buffer, firmOffset);
    }

    /** True if the name of the firm is the one given. */
    public boolean isFirm(CharSequence other) {
        return MessageText.isEqual(buffer, firmOffset, other);
    }
}
