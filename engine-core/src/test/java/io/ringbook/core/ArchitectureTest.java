// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls of docs/ARCHITECTURE.md. */
@AnalyzeClasses(packages = "io.ringbook.core", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] MATCHING = {
        "io.ringbook.core.order..",
        "io.ringbook.core.instrument..",
        "io.ringbook.core.book..",
        "io.ringbook.core.match..",
        "io.ringbook.core.validate..",
        "io.ringbook.core.risk.."
    };

    @ArchTest
    static final ArchRule matchingKnowsNeitherCodecNorRingNorJournal =
            noClasses()
                    .that()
                    .resideInAnyPackage(MATCHING)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.ringbook.codec..",
                            "com.lmax..",
                            "net.openhft..",
                            "io.ringbook.core.record..",
                            "io.ringbook.core.pipeline..",
                            "io.ringbook.core.journal..",
                            "io.ringbook.core.replay..",
                            "io.ringbook.core.image..");

    @ArchTest
    static final ArchRule theCoreKnowsNoSocketsAndNoLoggers =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net..",
                            "javax.net..",
                            "org.slf4j..",
                            "java.util.logging..",
                            "io.ringbook.gateway..",
                            "io.ringbook.bench..");

    @ArchTest
    static final ArchRule noStageReadsAClock =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.ringbook.core.journal..", "io.ringbook.core.metrics..")
                    .should()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.time.Clock");

    @ArchTest
    static final ArchRule onlyThePipelineIsTimed =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "io.ringbook.core.pipeline..", "io.ringbook.core.metrics..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.ringbook.core.metrics..", "org.HdrHistogram..");

    @ArchTest
    static final ArchRule metricsKnowNothingOfTheEngine =
            noClasses()
                    .that()
                    .resideInAPackage("io.ringbook.core.metrics..")
                    .should()
                    .dependOnClassesThat(
                            JavaClass.Predicates.resideInAPackage("io.ringbook..")
                                    .and(
                                            DescribedPredicate.not(
                                                    JavaClass.Predicates.resideInAPackage(
                                                            "io.ringbook.core.metrics.."))));

    @ArchTest
    static final ArchRule nothingIsRandom =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.util\\.(Random|SplittableRandom|UUID)");

    @ArchTest
    static final ArchRule packagesFormNoCircles =
            slices().matching("io.ringbook.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyThePipelineKnowsTheRing =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.ringbook.core.pipeline")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.lmax.disruptor..");

    @ArchTest
    static final ArchRule onlyTheJournalKnowsChronicle =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.ringbook.core.journal")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("net.openhft.chronicle..");
}
