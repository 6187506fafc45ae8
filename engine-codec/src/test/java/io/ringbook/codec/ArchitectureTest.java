// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What each package of the codec may know. */
@AnalyzeClasses(packages = "io.ringbook", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule CODEC_KNOWS_NOTHING_OF_THE_ENGINE =
            noClasses()
                    .that()
                    .resideInAPackage("io.ringbook.codec..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.ringbook.core..", "io.ringbook.gateway..", "io.ringbook.bench..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
            slices().matching("io.ringbook.codec.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FRAME_JOURNAL_AND_TEXT_KNOW_NO_OTHER_PACKAGE_OF_OURS =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.ringbook.codec.frame",
                            "io.ringbook.codec.journal",
                            "io.ringbook.codec.text")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.ringbook.codec.verify..",
                            "io.ringbook.codec.orderentry..",
                            "io.ringbook.codec.tick..",
                            "io.ringbook.codec.fbs..",
                            "com.google.flatbuffers..");

    @ArchTest
    static final ArchRule VERIFIER_KNOWS_ONLY_THE_FRAME =
            classes()
                    .that()
                    .resideInAPackage("io.ringbook.codec.verify")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "io.ringbook.codec.verify",
                            "io.ringbook.codec.frame",
                            "java..",
                            "org.agrona..");

    @ArchTest
    static final ArchRule GENERATED_ACCESSORS_ARE_FOR_OTHERS_NOT_FOR_US =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.ringbook.codec.fbs..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.ringbook.codec.fbs..");
}
