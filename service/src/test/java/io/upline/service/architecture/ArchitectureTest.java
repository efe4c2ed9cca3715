package io.upline.service.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Features know the platform and the engine; the platform knows nothing of ours; the engine knows nothing at all.
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.upline.service", "io.upline.engine");

    @Test
    void thePlatformKnowsNoFeatureAndNotTheEngine() {
        noClasses()
                .that()
                .resideInAPackage("io.upline.service.platform..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("io.upline..").and(not(resideInAPackage("io.upline.service.platform.."))))
                .check(CLASSES);
    }

    @Test
    void theNetworkKnowsNoOtherFeatureButTheAudit() {
        noClasses()
                .that()
                .resideInAPackage("io.upline.service.network..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.upline.service..")
                        .and(not(resideInAnyPackage(
                                "io.upline.service.network..",
                                "io.upline.service.audit..",
                                "io.upline.service.platform.."))))
                .check(CLASSES);
    }

    @Test
    void onlyTheNetworkKnowsItsLogItsMemoryAndItsWriter() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.upline.service.network..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.upline.service.network.log..",
                        "io.upline.service.network.memory..",
                        "io.upline.service.network.writing.."))
                .check(CLASSES);
    }

    @Test
    void theNetworkIsMadeOfPartsThatDoNotKnowTheWhole() {
        noClasses()
                .that()
                .resideInAPackage("io.upline.service.network.*..")
                .and()
                .resideOutsideOfPackage("io.upline.service.network.changes..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.upline.service.network"))
                .check(CLASSES);
        slices().matching("io.upline.service.network.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void accessKnowsNoFeatureButTheNetworkAndTheAudit() {
        noClasses()
                .that()
                .resideInAPackage("io.upline.service.access..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.upline.service..")
                        .and(not(resideInAnyPackage(
                                "io.upline.service.access..",
                                "io.upline.service.network..",
                                "io.upline.service.audit..",
                                "io.upline.service.platform.."))))
                .check(CLASSES);
    }

    @Test
    void theAuditKnowsNoOtherFeature() {
        noClasses()
                .that()
                .resideInAPackage("io.upline.service.audit..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.upline.service..")
                        .and(not(resideInAnyPackage("io.upline.service.audit..", "io.upline.service.platform.."))))
                .check(CLASSES);
    }

    @Test
    void featuresKnowTheCallerAndNotHowTheyWereLetIn() {
        noClasses()
                .that()
                .resideInAPackage("io.upline.service.*..")
                .and()
                .resideOutsideOfPackage("io.upline.service.access..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.upline.service.access.*.."))
                .check(CLASSES);
    }

    @Test
    void featuresMeetWithoutCycles() {
        slices().matching("io.upline.service.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("io.upline.service.(**)").should().beFreeOfCycles().check(CLASSES);
        slices().matching("io.upline.engine.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyKnowsTheStart() {
        noClasses()
                .that()
                .resideInAPackage("io.upline.service.*..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.upline.service"))
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("io.upline.engine..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "io.upline.engine.."))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.upline.engine..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..", "java.time..")
                        .and(not(resideInAPackage("java.time.temporal.."))))
                .check(CLASSES);
    }

    @Test
    void sqlStaysInsideTheFeaturesThatHaveTables() {
        noClasses()
                .that(resideInAPackage("io.upline..")
                        .and(not(resideInAnyPackage(
                                "io.upline.service.network..",
                                "io.upline.service.audit..",
                                "io.upline.service.plan..",
                                "io.upline.service.bonus..",
                                "io.upline.service.ledger..",
                                "io.upline.service.adjustment..",
                                "io.upline.service.rank..",
                                "io.upline.service.report..",
                                "io.upline.service.check..",
                                "io.upline.service.job..",
                                "io.upline.service.platform.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CLASSES);
    }

    @Test
    void aNameSaysWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Helper|Utils?|Dto)")
                .check(CLASSES);
    }
}
