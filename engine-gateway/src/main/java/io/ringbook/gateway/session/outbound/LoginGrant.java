// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.outbound;

/**
 * What a login was granted of what it asked for.
 *
 * @param heartbeatNs interval in which each side gives a sign of life
 * @param cancelOnDisconnect whether its orders go when it is cut off
 * @param graceNs time from a cut to that
 */
public record LoginGrant(long heartbeatNs, boolean cancelOnDisconnect, long graceNs) {}
