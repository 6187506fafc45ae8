// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import java.util.function.LongSupplier;

/**
 * What is told of an exchange beside its times.
 *
 * @param threads its layout
 * @param shards of match
 * @param durability of what was answered
 * @param ringSize commands that may be under way
 * @param timedOneIn how many commands there are to one that is timed stage by stage; 0: none is
 * @param sequence of the last command published; any thread
 * @param underWay commands sequenced and not yet published; any thread
 */
public record ExchangeFacts(
        String threads,
        int shards,
        String durability,
        int ringSize,
        int timedOneIn,
        LongSupplier sequence,
        LongSupplier underWay) {}
