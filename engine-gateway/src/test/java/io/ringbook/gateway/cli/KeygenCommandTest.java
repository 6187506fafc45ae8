// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SessionKeyFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeygenCommandTest {
    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachNameGetsAKeyAndALineOfConfiguration() {
        int code = run("keygen", "A", "B", "--firm", "ALPHA", "-o", keys().toString());

        assertThat(code).isZero();
        SessionKey key = SessionKeyFile.read(SessionKeyFile.in(keys(), "B"));
        assertThat(key.session()).isEqualTo("B");
        assertThat(key.firm()).isEqualTo("ALPHA");
        assertThat(text(out))
                .contains("{ name = \"A\", firm = \"ALPHA\", public-key = \"MCowBQYDK2VwAyEA")
                .contains("{ name = \"B\", firm = \"ALPHA\"");
    }

    @Test
    void everyAccountOfACommandFileGetsAKey() throws Exception {
        Path commands = folder.resolve("commands.csv");
        Files.writeString(
                commands,
                """
                time_ns,action,symbol,account,order_id,side,quantity,price,phase
                1,PHASE,ABC,,,,,,HALTED
                2,NEW,ABC,DESK 2,a,BUY,1,1,
                3,NEW,ABC,DESK1,a,BUY,1,1,
                4,NEW,ABC,DESK 2,b,BUY,1,1,
                """);

        int code = run("keygen", "--from", commands.toString(), "-o", keys().toString());

        assertThat(code).isZero();
        assertThat(keys().toFile().list()).containsExactlyInAnyOrder("DESK%202.key", "DESK1.key");
    }

    @Test
    void accountsFileSaysTheFirms() throws Exception {
        Path accounts = folder.resolve("accounts.csv");
        Files.writeString(accounts, "account,firm\nDESK1,ALPHA\nDESK2,\n");

        int code = run("keygen", "--from", accounts.toString(), "-o", keys().toString());

        assertThat(code).isZero();
        assertThat(SessionKeyFile.read(SessionKeyFile.in(keys(), "DESK1")).firm())
                .isEqualTo("ALPHA");
        assertThat(SessionKeyFile.read(SessionKeyFile.in(keys(), "DESK2")).firm())
                .isEqualTo("DESK2");
    }

    @Test
    void noKeyIsReplacedAndNoneIsMadeBesideIt() {
        run("keygen", "B", "-o", keys().toString());

        int code = run("keygen", "A", "B", "-o", keys().toString());

        assertThat(code).isEqualTo(1);
        assertThat(text(err)).contains("B.key exists already");
        assertThat(SessionKeyFile.in(keys(), "A")).doesNotExist();
    }

    @Test
    void withoutNamesItIsWrongUsage() {
        int code = run("keygen", "-o", keys().toString());

        assertThat(code).isEqualTo(2);
        assertThat(text(err)).contains("keygen needs names, or --from FILE.csv, not both");
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private int run(String... arguments) {
        return new Main(Console.of(out, err), Map.of()).run(arguments);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
