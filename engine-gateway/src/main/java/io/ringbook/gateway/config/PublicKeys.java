// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads public keys: X.509 in base64, as {@code keygen} prints them. Stateless. */
final class PublicKeys {
    private static final String ALGORITHM = "Ed25519";

    private PublicKeys() {}

    /**
     * The key.
     *
     * @throws IllegalArgumentException if it is none; the message never quotes the text, which may
     *     be a secret that came to the wrong place
     */
    static PublicKey of(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "is not base64; take it from the output of ringbook keygen", e);
        }
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            if (isPrivate(factory, bytes)) {
                throw new IllegalArgumentException(
                        "is a private key, which belongs to the client alone; take the public one"
                                + " from the output of ringbook keygen, and make a new pair");
            }
            return factory.generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "is not an Ed25519 public key (X.509 in base64); take it from the output of"
                            + " ringbook keygen",
                    e);
        }
    }

    private static boolean isPrivate(KeyFactory factory, byte[] bytes) {
        try {
            return factory.generatePrivate(new PKCS8EncodedKeySpec(bytes)) != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
