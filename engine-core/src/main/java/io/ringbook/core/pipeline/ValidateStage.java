// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.order.CommandKind;
import io.ringbook.core.record.CommandDecoder;
import io.ringbook.core.record.DefinitionCodec;
import io.ringbook.core.validate.Validator;
import org.agrona.DirectBuffer;

/**
 * Decodes the command from the record's bytes, the only source in live and in replay, and admits it
 * by itself. Owned by validate's thread.
 */
final class ValidateStage {
    private final Validator validator;
    private final CarryOverAssembly carryOver = new CarryOverAssembly();
    private final boolean fanOut;

    /**
     * @param fanOut true with more than one match shard
     */
    ValidateStage(Validator validator, boolean fanOut) {
        this.validator = validator;
        this.fanOut = fanOut;
    }

    void process(Slot slot) {
        DirectBuffer record = slot.record.buffer();
        CommandDecoder.decode(record, 0, slot.command);
        CommandKind kind = slot.command.kind;
        slot.segmented = fanOut && MatchStage.isForAllShards(slot.command);
        switch (kind) {
            case ADD_INSTRUMENT -> validator.add(DefinitionCodec.instrument(record, 0));
            case ADD_ACCOUNT -> validator.add(DefinitionCodec.account(record, 0));
            case ADD_SESSION -> validator.add(DefinitionCodec.session(record, 0));
            case CARRY_OVER -> {
                if (carryOver.add(record, 0)) {
                    carryOver.loadInto(validator);
                }
            }
            default -> validator.validate(slot.command, slot.admission);
        }
    }
}
