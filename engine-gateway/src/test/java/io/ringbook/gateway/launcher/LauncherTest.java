// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.gateway.launcher.Workshop.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherTest {
    @TempDir private Path folder;
    private Workshop workshop;

    @BeforeEach
    void layOut() throws IOException {
        workshop = new Workshop(folder.resolve("a place with blanks"));
    }

    @Test
    void becomesJavaWithTheFlagsOfTheProjectThenThoseOfTheUserThenTheArguments() throws Exception {
        // given
        Path jdk = workshop.jdk("temurin", "25.0.3");
        workshop.built();
        workshop.set("RINGBOOK_JAVA_OPTS", "-Xmx1g -Dx=y");

        // when
        Answer answer = workshop.run("match", "two words.csv", "");

        // then
        Path root = workshop.root();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .containsExactly(
                        "java of " + jdk,
                        "@" + root.resolve("bin/jvm.options"),
                        "@" + root.resolve("bin/profiles/zgc.options"),
                        "-XX:SharedArchiveFile="
                                + root.resolve("engine-gateway/target/ringbook-zgc.jsa"),
                        "-Xmx1g",
                        "-Dx=y",
                        "-jar",
                        root.resolve("engine-gateway/target/ringbook.jar").toString(),
                        "match",
                        "two words.csv",
                        "");
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void aProfileIsTheFileOfItsNameWithAnArchiveOfItsOwn() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.built();
        workshop.set("RINGBOOK_PROFILE", "g1-tuned");

        // when
        Answer answer = workshop.run("demo");

        // then
        Path root = workshop.root();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains(
                        "@" + root.resolve("bin/profiles/g1-tuned.options"),
                        "-XX:SharedArchiveFile="
                                + root.resolve("engine-gateway/target/ringbook-g1-tuned.jsa"));
        assertThat(root.resolve("engine-gateway/target/ringbook-g1-tuned.jsa")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zcg", "../profiles/zgc", "zgc.options", "g1 "})
    void refusesAProfileThatThereIsNotAndNamesThoseThatThereAre(String name) throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.built();
        workshop.set("RINGBOOK_PROFILE", name);

        // when
        Answer answer = workshop.run("bench", "book");

        // then
        assertThat(answer.err())
                .containsExactly(
                        "ringbook: RINGBOOK_PROFILE is "
                                + name
                                + ", and there is no such profile: take one of epsilon, g1-tuned,"
                                + " g1, zgc, or leave it unset for zgc.");
        assertThat(answer.out()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(1);
    }

    @Test
    void aCollectorAmongTheFlagsOfTheUserTakesThePlaceOfTheProfile() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.built();
        workshop.set("RINGBOOK_JAVA_OPTS", "-Xmx1g -XX:+UseSerialGC");

        // when
        Answer answer = workshop.run("demo");

        // then
        assertThat(answer.out()).contains("-XX:+UseSerialGC").noneMatch(LauncherTest::isOfAProfile);
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void refusesAProfileBesideACollectorAmongTheFlagsOfTheUser() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.built();
        workshop.set("RINGBOOK_PROFILE", "g1");
        workshop.set("RINGBOOK_JAVA_OPTS", "-XX:+UseSerialGC -Xmx1g");

        // when
        Answer answer = workshop.run("demo");

        // then
        assertThat(answer.err())
                .containsExactly(
                        "ringbook: RINGBOOK_PROFILE is g1, and RINGBOOK_JAVA_OPTS names a collector"
                                + " too: leave one of them out.");
        assertThat(answer.exitCode()).isEqualTo(1);
    }

    @Test
    void saysInOneSentenceWhatIsNeededAndWhereItLookedWhenThereIsNoJdk25() throws Exception {
        // given
        workshop.jdk("debian", "17.0.15");
        workshop.jdk("next", "26");
        workshop.jdk("old", "2.5");
        workshop.set("JAVA_HOME", folder.resolve("nowhere").toString());
        workshop.built();

        // when
        Answer answer = workshop.run("demo");

        // then
        assertThat(answer.err())
                .containsExactly(
                        "ringbook: a JDK 25 is needed, and none was found in RINGBOOK_JAVA_HOME,"
                                + " JAVA_HOME, JAVA25_HOME, "
                                + folder.resolve("a place with blanks/jdks")
                                + " or on the PATH.");
        assertThat(answer.out()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(1);
    }

    @Test
    void refusesToReplaceAJdkThatWasAskedForByName() throws Exception {
        // given
        workshop.jdk("temurin", "25");
        workshop.built();
        Path asked = workshop.jdk("debian", "17.0.15");
        workshop.set("RINGBOOK_JAVA_HOME", asked.toString());

        // when
        Answer answer = workshop.run("demo");

        // then
        assertThat(answer.err())
                .containsExactly(
                        "ringbook: RINGBOOK_JAVA_HOME is "
                                + asked
                                + ", which is not a JDK 25: point it at one, or unset it to have"
                                + " one looked for.");
        assertThat(answer.exitCode()).isEqualTo(1);
    }

    @Test
    void prefersItsOwnVariableThenJavaHomeThenTheFoldersThenThePath() throws Exception {
        // given
        workshop.built();
        Path onPath = workshop.jdk(folder.resolve("elsewhere"), "25.0.1");
        Files.createSymbolicLink(
                folder.resolve("a place with blanks/tools/java"), onPath.resolve("bin/java"));
        assertThat(workshop.run().out()).first().isEqualTo("java of " + onPath);

        // when, then: each one that comes into being is preferred to those before it
        Path inFolder = workshop.jdk("Home.jdk/Contents/Home", "25-ea");
        assertThat(workshop.run().out()).first().isEqualTo("java of " + inFolder);
        Path javaHome = workshop.jdk(folder.resolve("home"), "25");
        workshop.set("JAVA_HOME", javaHome.toString());
        assertThat(workshop.run().out()).first().isEqualTo("java of " + javaHome);
        Path own = workshop.jdk(folder.resolve("own"), "25.0.2");
        workshop.set("RINGBOOK_JAVA_HOME", own.toString());
        assertThat(workshop.run().out()).first().isEqualTo("java of " + own);
    }

    @Test
    void passesOverAJavaHomeOfAnotherVersion() throws Exception {
        // given
        workshop.built();
        Path jdk = workshop.jdk("temurin", "25.0.3");
        workshop.set("JAVA_HOME", workshop.jdk("debian", "17.0.15").toString());

        // when
        Answer answer = workshop.run();

        // then
        assertThat(answer.out()).first().isEqualTo("java of " + jdk);
    }

    @Test
    void findsItsFolderWhenCalledThroughSymbolicLinks() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.built();
        Path links = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(
                links.resolve("first"), Path.of("../a place with blanks/ringbook/bin/ringbook"));
        Files.createSymbolicLink(links.resolve("second"), Path.of("first"));

        // when
        Answer answer = Workshop.finish(workshop.start(links.resolve("second"), "demo"));

        // then
        assertThat(answer.out()).contains("@" + workshop.root().resolve("bin/jvm.options"));
        assertThat(answer.exitCode()).isZero();
    }

    @Test
    void buildsWhatIsMissingOnTheJdkThatItFound() throws Exception {
        // given
        Path jdk = workshop.jdk("temurin", "25.0.3");
        workshop.maven();

        // when
        Answer answer = workshop.run("demo");

        // then
        assertThat(answer.err())
                .containsExactly("ringbook: building; the first time this takes a minute or two.");
        assertThat(answer.out()).first().isEqualTo("java of " + jdk);
        assertThat(Files.readAllLines(workshop.root().resolve("builds")))
                .containsExactly(jdk.toString());
    }

    @Test
    void buildsAgainWhenASourceIsNewerOrGoneAndOnlyThen() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.maven();
        Path second = workshop.source("engine-codec/src/main/java/Frame.java");
        workshop.run();
        workshop.run();
        assertThat(workshop.builds()).isEqualTo(1);

        // when, then
        Files.writeString(workshop.root().resolve("engine-core/src/main/java/Book.java"), "new");
        workshop.run();
        assertThat(workshop.builds()).isEqualTo(2);
        Files.delete(second);
        workshop.run();
        assertThat(workshop.builds()).isEqualTo(3);
        Files.writeString(workshop.root().resolve("engine-core/src/test/java/BookTest.java"), "n");
        workshop.run();
        assertThat(workshop.builds()).isEqualTo(3);
    }

    @Test
    void buildsAgainWhenASourceWasSavedWhileItBuilt() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.maven();
        Files.writeString(workshop.root().resolve("hasty"), "");
        workshop.run();

        // when
        workshop.run();
        workshop.run();

        // then
        assertThat(workshop.builds()).isEqualTo(2);
    }

    @Test
    void benchBuildsAndStartsTheBenchesInPlaceOfTheExchange() throws Exception {
        // given
        Path jdk = workshop.jdk("temurin", "25.0.3");
        workshop.maven();
        workshop.run("bench", "book");
        assertThat(workshop.builds()).isEqualTo(1);

        // when
        Answer answer = workshop.run("bench", "book", "--stream", "thin");

        // then
        Path root = workshop.root();
        assertThat(workshop.builds()).isEqualTo(1);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .containsExactly(
                        "java of " + jdk,
                        "@" + root.resolve("bin/jvm.options"),
                        "@" + root.resolve("bin/profiles/zgc.options"),
                        "-jar",
                        root.resolve("engine-bench/target/ringbook-bench.jar").toString(),
                        "book",
                        "--stream",
                        "thin");
    }

    @Test
    void archivesTheClassesOnceForEachBuild() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.maven();
        Path archive = workshop.root().resolve("engine-gateway/target/ringbook-zgc.jsa");

        // when, then
        workshop.run();
        workshop.run();
        assertThat(archive).hasContent("classes");
        assertThat(workshop.archives()).isEqualTo(1);
        Files.writeString(workshop.root().resolve("engine-core/src/main/java/Book.java"), "new");
        workshop.run();
        assertThat(workshop.archives()).isEqualTo(2);
    }

    @Test
    void startsWithoutAnArchiveThatCannotBeMadeAndDoesNotTryAgain() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.maven();
        Files.writeString(workshop.root().resolve("unarchivable"), "");

        // when
        Answer first = workshop.run("demo");
        Answer second = workshop.run("demo");

        // then
        assertThat(first.out()).endsWith("demo");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(workshop.archives()).isEqualTo(1);
    }

    @Test
    void saysThatMavenIsNeededOnlyWhenThereIsSomethingToBuild() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");

        // when
        Answer answer = workshop.run("demo");

        // then
        assertThat(answer.err())
                .containsExactly(
                        "ringbook: it has to be built first, and that needs Maven: put mvn on the"
                                + " PATH.");
        assertThat(answer.exitCode()).isEqualTo(1);
        workshop.built();
        assertThat(workshop.run("demo").exitCode()).isZero();
    }

    @Test
    void showsWhatMavenSaysWhenTheBuildFailsAndTriesAgainNextTime() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.maven();
        workshop.built();
        Files.writeString(workshop.root().resolve("broken"), "");
        Files.writeString(workshop.source("pom.xml"), "newer");

        // when
        Answer answer = workshop.run("demo");

        // then
        assertThat(answer.err())
                .containsExactly(
                        "ringbook: building; the first time this takes a minute or two.",
                        "[ERROR] cannot find symbol",
                        "ringbook: the build failed; what Maven says stands above.");
        assertThat(answer.out()).isEmpty();
        assertThat(answer.exitCode()).isEqualTo(1);
        Files.delete(workshop.root().resolve("broken"));
        assertThat(workshop.run("demo").exitCode()).isZero();
    }

    @Test
    void buildsOnceWhenTwoAreStartedTogether() throws Exception {
        // given
        workshop.jdk("temurin", "25.0.3");
        workshop.maven();
        Path launcher = workshop.root().resolve("bin/ringbook");

        // when
        Process first = workshop.start(launcher, "demo");
        Process second = workshop.start(launcher, "demo");

        // then
        assertThat(Workshop.finish(first).exitCode()).isZero();
        assertThat(Workshop.finish(second).exitCode()).isZero();
        assertThat(workshop.builds()).isEqualTo(1);
    }

    @Test
    void buildsOnceWithoutFlockToo() throws Exception {
        // given
        Files.deleteIfExists(folder.resolve("a place with blanks/tools/flock"));
        workshop.jdk("temurin", "25.0.3");
        workshop.maven();
        Path launcher = workshop.root().resolve("bin/ringbook");

        // when
        Process first = workshop.start(launcher, "demo");
        Process second = workshop.start(launcher, "demo");

        // then
        assertThat(Workshop.finish(first).exitCode()).isZero();
        assertThat(Workshop.finish(second).exitCode()).isZero();
        assertThat(workshop.builds()).isEqualTo(1);
        assertThat(workshop.root().resolve("target/launcher.lock.d")).doesNotExist();
    }

    private static boolean isOfAProfile(String argument) {
        return argument.contains("/profiles/") || argument.contains(".jsa");
    }
}
