// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.gateway.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionKeyFileTest {
    @TempDir private Path folder;

    @Test
    void keyReadBackSignsForThePublicKey() throws Exception {
        // given
        KeyPair pair = SessionKey.generate();
        Path file = SessionKeyFile.in(folder, "ALPHA-1");
        SessionKeyFile.write(file, new SessionKey("ALPHA", "ALPHA-1", pair.getPrivate()));

        // when
        SessionKey key = SessionKeyFile.read(file);
        byte[] nonce = "nonce".getBytes(StandardCharsets.US_ASCII);
        byte[] frame = "frame and more".getBytes(StandardCharsets.US_ASCII);
        byte[] signature = key.sign(nonce, frame, 5);

        // then
        assertThat(key.firm()).isEqualTo("ALPHA");
        assertThat(key.session()).isEqualTo("ALPHA-1");
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(pair.getPublic());
        check.update("nonceframe".getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(signature)).isTrue();
    }

    @Test
    void onlyTheOwnerMayReadTheFile() throws Exception {
        Path file = written("A");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keyThatOthersMayReadIsNotTaken() throws Exception {
        Path file = written("A");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> SessionKeyFile.read(file))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("others may read")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void existingKeyIsNotWrittenOver() {
        Path file = written("A");
        SessionKey other = new SessionKey("A", "A", SessionKey.generate().getPrivate());

        assertThatThrownBy(() -> SessionKeyFile.write(file, other))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void damagedKeySaysSo() throws Exception {
        Path file = written("A");
        String text = Files.readString(file);
        int key = text.indexOf("MC4C");
        Files.writeString(file, text.substring(0, key) + "AAAA" + text.substring(key + 4));

        assertThatThrownBy(() -> SessionKeyFile.read(file))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("damaged key");
    }

    @Test
    void anotherFileIsNotAKey() throws Exception {
        Path file = written("A");
        Files.writeString(file, "hello\n");

        assertThatThrownBy(() -> SessionKeyFile.read(file))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("not a key file of keygen");
    }

    @Test
    void noNameLeavesTheFolder() {
        assertThat(SessionKeyFile.in(folder, "../x/y z").getFileName())
                .hasToString("%2E.%2Fx%2Fy%20z.key");
    }

    private Path written(String session) {
        Path file = SessionKeyFile.in(folder, session);
        SessionKeyFile.write(
                file, new SessionKey(session, session, SessionKey.generate().getPrivate()));
        return file;
    }
}
