// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * What a session is made with.
 *
 * @param address of the server, as text
 * @param resolver looks the address up, at each connection
 * @param firm as the server knows it
 * @param session as the server knows it
 * @param signer proves who it is
 * @param heartbeatNs interval asked for
 * @param cancelOnDisconnect true to have the orders canceled after a cut
 * @param graceNs from a cut to those cancels
 * @param patienceNs how long a cut client tries to come back, and a refused one to send again
 * @param skipsEarlier true to be told nothing of what the session was sent before this client
 */
public record SessionTerms(
        String address,
        Supplier<InetSocketAddress> resolver,
        String firm,
        String session,
        Signer signer,
        long heartbeatNs,
        boolean cancelOnDisconnect,
        long graceNs,
        long patienceNs,
        boolean skipsEarlier) {

    /** Is told everything of the day. */
    public SessionTerms(
            String address,
            Supplier<InetSocketAddress> resolver,
            String firm,
            String session,
            Signer signer,
            long heartbeatNs,
            boolean cancelOnDisconnect,
            long graceNs,
            long patienceNs) {
        this(
                address,
                resolver,
                firm,
                session,
                signer,
                heartbeatNs,
                cancelOnDisconnect,
                graceNs,
                patienceNs,
                false);
    }

    /** The same without what the session was sent before. */
    public SessionTerms skippingEarlier() {
        return new SessionTerms(
                address,
                resolver,
                firm,
                session,
                signer,
                heartbeatNs,
                cancelOnDisconnect,
                graceNs,
                patienceNs,
                true);
    }

    /** Signs a login. */
    @FunctionalInterface
    public interface Signer {
        /** The signature of the nonce followed by the first {@code length} bytes of the frame. */
        byte[] sign(byte[] nonce, byte[] frame, int length);
    }
}
