// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import java.security.PublicKey;

/**
 * Who may log in as a session, and what the login may ask for. Immutable.
 *
 * @param session name of a session that the engine knows
 * @param firm name of its firm
 * @param key Ed25519
 * @param cancelOnDisconnectAllowed whether its orders may go when it is cut off
 * @param maxGraceNs longest time from a cut to that
 */
public record SessionAccess(
        String session,
        String firm,
        PublicKey key,
        boolean cancelOnDisconnectAllowed,
        long maxGraceNs) {}
