// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerJdkTest {
    @TempDir private Path folder;

    @Test
    void findsAJava17AmongOthersByItsReleaseFile() throws IOException {
        // given
        jdk("temurin-25", "25.0.3");
        jdk("ancient-1.17", "1.17.0");
        Path wanted = jdk("some.jdk/Contents/Home", "17.0.15");

        // when
        PeerJdk found = PeerJdk.find(Map.of("RINGBOOK_JDK_FOLDERS", folder.toString()));

        // then
        assertThat(found.java()).isEqualTo(wanted.resolve("bin/java").toString());
        assertThat(found.version()).isEqualTo("17.0.15");
    }

    @Test
    void takesTheOneThatIsNamed() throws IOException {
        // given
        jdk("first", "17");
        Path named = jdk("second", "17.0.1");

        // when
        PeerJdk found =
                PeerJdk.find(
                        Map.of(
                                "RINGBOOK_JDK_FOLDERS",
                                folder.toString(),
                                "RINGBOOK_PEER_JAVA_HOME",
                                named.toString()));

        // then
        assertThat(found.version()).isEqualTo("17.0.1");
    }

    @Test
    void saysWhatIsNeededAndWhereItLookedWhenThereIsNone() throws IOException {
        // given
        jdk("temurin-25", "25.0.3");

        // then
        assertThatThrownBy(() -> PeerJdk.find(Map.of("RINGBOOK_JDK_FOLDERS", folder + ":/nowhere")))
                .hasMessage(
                        "exchange-core's pipeline needs a Java 17, and none was found in "
                                + folder
                                + ", /nowhere: install one, or let RINGBOOK_PEER_JAVA_HOME point"
                                + " at one; --engine=ringbook goes without it");
    }

    @Test
    void refusesToReplaceTheOneThatIsNamed() throws IOException {
        // given
        Path named = jdk("temurin-25", "25.0.3");

        // then
        assertThatThrownBy(() -> PeerJdk.find(Map.of("RINGBOOK_PEER_JAVA_HOME", named.toString())))
                .hasMessage(
                        "RINGBOOK_PEER_JAVA_HOME is "
                                + named
                                + ", which is not a Java 17: point it at one, or unset it to have"
                                + " one looked for");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path java = home.resolve("bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
