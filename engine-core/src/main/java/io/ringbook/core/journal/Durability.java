// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

/** What a committed record survives. */
public enum Durability {
    /** The death of the process; not the death of the machine. */
    COMMIT,
    /** Also the death of the machine: {@link Journal#force()} puts each batch on the disk. */
    SYNC,
    /** Nothing: records are sealed and forgotten. For benches and runs without a directory. */
    NONE
}
