// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * What a session proves itself with: its name, its firm and an Ed25519 private key (RFC 8032).
 * Immutable. {@link SessionKeyFile} keeps it in a file.
 */
public final class SessionKey {
    static final String ALGORITHM = "Ed25519";

    private final String firm;
    private final String session;
    private final PrivateKey privateKey;

    /**
     * @param firm as the server's configuration has it
     * @param session as the server's configuration has it
     */
    public SessionKey(String firm, String session, PrivateKey privateKey) {
        this.firm = firm;
        this.session = session;
        this.privateKey = privateKey;
    }

    /** A fresh pair of keys. */
    public static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has " + ALGORITHM, e);
        }
    }

    /** A public key as the server's configuration takes it: X.509, base64, one line. */
    public static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    public String firm() {
        return firm;
    }

    public String session() {
        return session;
    }

    /** The signature of the nonce followed by the first {@code length} bytes of the frame. */
    byte[] sign(byte[] nonce, byte[] frame, int length) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(nonce);
            signature.update(frame, 0, length);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK signs with " + ALGORITHM, e);
        }
    }

    PrivateKey privateKey() {
        return privateKey;
    }

    /** Names the session; says nothing of the key. */
    @Override
    public String toString() {
        return "session " + session + " of firm " + firm;
    }
}
