// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * The file of a private key: two lines that say whose it is, then PKCS#8 in PEM (RFC 7468, which
 * allows text before the key, so that other programs read it too). Only its owner may read it.
 *
 * <pre>
 * firm: ALPHA
 * session: ALPHA-1
 * -----BEGIN PRIVATE KEY-----
 * MC4CAQAwBQYDK2VwBCIEI…
 * -----END PRIVATE KEY-----
 * </pre>
 */
public final class SessionKeyFile {
    private static final String FIRM = "firm: ";
    private static final String SESSION = "session: ";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final String EXTENSION = ".key";
    private static final int MAX_LENGTH_BYTES = 1 << 14;

    private SessionKeyFile() {}

    /**
     * The file of a session's key in a folder of keys. Characters of the name that do not stand
     * well in the name of a file are written as % and two hexadecimal digits.
     */
    public static Path in(Path folder, String session) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < session.length(); i++) {
            char c = session.charAt(i);
            boolean plain = (c < 128 && Character.isLetterOrDigit(c)) || c == '-' || c == '_';
            if (plain || (c == '.' && i > 0)) {
                name.append(c);
            } else {
                name.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return folder.resolve(name + EXTENSION);
    }

    /**
     * Writes a key to a file that must not exist.
     *
     * @throws Fault if it exists or cannot be written
     */
    public static void write(Path file, SessionKey key) {
        String text =
                FIRM
                        + key.firm()
                        + "\n"
                        + SESSION
                        + key.session()
                        + "\n"
                        + BEGIN
                        + "\n"
                        + Base64.getEncoder().encodeToString(key.privateKey().getEncoded())
                        + "\n"
                        + END
                        + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        try (ByteChannel channel =
                Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownerOnly())) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw Fault.unwritable(file, e);
        }
    }

    /**
     * Reads a key.
     *
     * @throws Fault if there is none, others may read it, or it is not such a file
     */
    public static SessionKey read(Path file) {
        String text;
        try {
            requireOwnerOnly(file);
            if (Files.size(file) > MAX_LENGTH_BYTES) {
                throw notAKey(file, "it is too long");
            }
            text = Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw Fault.unreadable(file, e);
        }
        String firm = "";
        String session = "";
        StringBuilder body = null;
        boolean ended = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith(FIRM)) {
                firm = line.substring(FIRM.length());
            } else if (line.startsWith(SESSION)) {
                session = line.substring(SESSION.length());
            } else if (line.equals(BEGIN)) {
                body = new StringBuilder();
            } else if (line.equals(END)) {
                ended = true;
            } else if (body != null && !ended) {
                body.append(line.trim());
            }
        }
        if (firm.isEmpty() || session.isEmpty()) {
            throw notAKey(
                    file, "the lines \"firm: …\" and \"session: …\" before the key are missing");
        }
        if (body == null || !ended) {
            throw notAKey(file, "the lines " + BEGIN + " and " + END + " are missing");
        }
        return new SessionKey(firm, session, decode(file, body.toString()));
    }

    private static PrivateKey decode(Path file, String base64) {
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance(SessionKey.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new Fault(file + " has a damaged key: expected Ed25519 in PKCS#8, base64", e);
        }
    }

    private static Fault notAKey(Path file, String reason) {
        return new Fault(file + " is not a key file of keygen: " + reason);
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        if (!posix()) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.contains(PosixFilePermission.GROUP_READ)
                || permissions.contains(PosixFilePermission.OTHERS_READ)) {
            throw new Fault(
                    file
                            + " is a private key that others may read ("
                            + PosixFilePermissions.toString(permissions)
                            + "): chmod 600 it");
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
