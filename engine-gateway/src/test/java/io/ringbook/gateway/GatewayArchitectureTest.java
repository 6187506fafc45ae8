// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "io.ringbook.gateway",
        importOptions = ImportOption.DoNotIncludeTests.class)
class GatewayArchitectureTest {
    @ArchTest
    static final ArchRule gatewayDoesNotKnowHowABookWorks =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.ringbook.core.book..",
                            "io.ringbook.core.match..",
                            "io.ringbook.core.validate..",
                            "io.ringbook.core.risk..");

    @ArchTest
    static final ArchRule filesKnowNeitherPipelineNorJournal =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "io.ringbook.gateway.csv..",
                            "io.ringbook.gateway.lobster..",
                            "io.ringbook.gateway.reference..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.ringbook.core.pipeline..",
                            "io.ringbook.core.journal..",
                            "io.ringbook.core.record..",
                            "io.ringbook.core.replay..");

    @ArchTest
    static final ArchRule loadIsAClientAndKnowsNothingOfTheServer =
            noClasses()
                    .that()
                    .resideInAPackage("io.ringbook.gateway.load..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.ringbook.gateway.session..",
                            "io.ringbook.gateway.tcp..",
                            "io.ringbook.gateway.serve..",
                            "io.ringbook.core.pipeline..",
                            "io.ringbook.core.journal..");

    @ArchTest
    static final ArchRule echoHasNoEngine =
            noClasses()
                    .that()
                    .resideInAPackage("io.ringbook.gateway.echo..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.ringbook.core.pipeline..",
                            "io.ringbook.core.journal..",
                            "io.ringbook.gateway.session.stream..");

    @ArchTest
    static final ArchRule chartsKnowNothingOfWhatIsDrawn =
            noClasses()
                    .that()
                    .resideInAPackage("io.ringbook.gateway.plot..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages("io.ringbook.gateway.plot..", "java..");

    @ArchTest
    static final ArchRule partsOfALoadHaveNoCircles =
            slices().matching("io.ringbook.gateway.load.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("io.ringbook.gateway.cli..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule statisticsKnowNoSessionAndNoCommand =
            noClasses()
                    .that()
                    .resideInAPackage("io.ringbook.gateway.ops..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.ringbook.codec..",
                            "io.ringbook.core.order..",
                            "io.ringbook.core.pipeline..",
                            "io.ringbook.core.journal..",
                            "io.ringbook.gateway.session..",
                            "io.ringbook.gateway.tcp..");

    @ArchTest
    static final ArchRule packagesHaveNoCircles =
            slices().matching("io.ringbook.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule partsOfASessionHaveNoCircles =
            slices().matching("io.ringbook.gateway.session.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule whatThePartsOfASessionShareKnowsNoneOfThem =
            noClasses()
                    .that()
                    .resideInAPackage("io.ringbook.gateway.session")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.ringbook.gateway.session.*..");
}
