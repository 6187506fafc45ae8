// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import java.security.PublicKey;

/**
 * A session as the file has it, without ids. Immutable.
 *
 * @param orderRate orders per second; 0 is no limit
 * @param orderBurst tokens at most
 * @param cancelRate cancels per second; 0 is no limit
 * @param cancelBurst tokens at most
 * @param idsPerDay client order ids per day; 0 is no limit
 * @param key Ed25519
 * @param cancelOnDisconnectAllowed whether its orders may go when it is cut off
 * @param maxGraceNs longest time from a cut to that
 */
public record SessionDefinition(
        String name,
        String firm,
        PublicKey key,
        long orderRate,
        long orderBurst,
        long cancelRate,
        long cancelBurst,
        long idsPerDay,
        boolean cancelOnDisconnectAllowed,
        long maxGraceNs) {}
