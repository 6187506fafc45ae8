// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.send;

import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.client.Report;
import java.util.Arrays;

/**
 * What a session had sent today before this client logged in, as the answers tell: the nth answers
 * the nth command. Of each only a print of its sort and its name is kept, 8 bytes.
 *
 * <p>Written by the client's thread during its first login, read when that is done.
 */
final class EarlierCommands {
    private static final int FIRST_CAPACITY = 64;
    private static final long PRIME = 0x100000001b3L;
    private static final long SEED = 0xcbf29ce484222325L;

    private long[] prints = new long[FIRST_CAPACITY];
    private int count;

    /** Takes an answer. */
    void add(Report answer) {
        if (count == prints.length) {
            prints = Arrays.copyOf(prints, 2 * count);
        }
        // A command without an id of its own is known by its target's.
        String own = answer.clientOrderId();
        prints[count] = print(sort(answer), own.isEmpty() ? answer.origClientOrderId() : own);
        count++;
    }

    /** How many there were. */
    int count() {
        return count;
    }

    /**
     * True if this may be the command that was sent as number {@code index}, from 0: of the same
     * sort and name.
     */
    boolean matches(int index, Command command) {
        String own =
                ClientOrderId.text(
                        command.clientOrderId0, command.clientOrderId1, command.clientOrderId2);
        String target =
                ClientOrderId.text(
                        command.origClientOrderId0,
                        command.origClientOrderId1,
                        command.origClientOrderId2);
        return prints[index] == print(sort(command), own.isEmpty() ? target : own);
    }

    private static char sort(Report answer) {
        return switch (answer.kind()) {
            case ACCEPTED, REJECTED -> 'N';
            case MASS_CANCELED -> 'M';
            default -> 'C';
        };
    }

    private static char sort(Command command) {
        return switch (command.kind) {
            case NEW_ORDER -> 'N';
            case MASS_CANCEL -> 'M';
            default -> 'C';
        };
    }

    /** FNV-1a of 64 bits. */
    private static long print(char sort, String name) {
        long hash = (SEED ^ sort) * PRIME;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * PRIME;
        }
        return hash;
    }
}
