// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.session.Desks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/CLIENT.md, as it stands there. */
@Timeout(120)
class ClientDocumentTest {
    private static final int MOST_LINES = 40;

    @TempDir private Path folder;
    private final Desks desks = new Desks(1);

    @Test
    void programOfTheDocumentIsShortAndDoesWhatItSays() throws Exception {
        // given
        List<String> program = program();
        Path source = folder.resolve("DeskExample.java");
        Files.write(source, program);
        Path key = folder.resolve("desk.key");
        SessionKeyFile.write(key, new SessionKey("FIRM1", "DESK1A", desks.key()));

        // when
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        int code;
        try (ServerRig rig = ServerRig.start(folder.resolve("data"), desks)) {
            code = run(source, out, err, "127.0.0.1:" + rig.server.port(), "" + key, "ACC1", "SYM");
        }

        // then
        assertThat(program).hasSizeLessThan(MOST_LINES);
        assertThat(err).hasContent("");
        assertThat(code).isZero();
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "ACCEPTED first 100",
                        "ACCEPTED second 40",
                        "EXECUTED second 40",
                        "EXECUTED first 40",
                        "REPLACED third 80",
                        "third open 40",
                        "CANCELED third 40");
    }

    private static int run(Path source, Path out, Path err, String... arguments) throws Exception {
        Path root = root();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + root.resolve("bin/jvm.options"),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        source.toString());
        builder.command().addAll(List.of(arguments));
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> program() throws Exception {
        List<String> lines = Files.readAllLines(root().resolve("docs/CLIENT.md"));
        int begin = lines.indexOf("```java") + 1;
        assertThat(begin).isPositive();
        int length = lines.subList(begin, lines.size()).indexOf("```");
        return lines.subList(begin, begin + length);
    }

    private static Path root() {
        return Path.of(System.getProperty("ringbook.root"));
    }
}
