package dev.paperround;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A room may import only what stands below it. */
class RoomsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.paperround");

    @Test
    void aRoomImportsOnlyWhatStandsBelowIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("root")
                .definedBy("dev.paperround")
                .layer("web")
                .definedBy("dev.paperround.web..")
                .layer("admin")
                .definedBy("dev.paperround.admin..")
                .layer("bounce")
                .definedBy("dev.paperround.bounce..")
                .layer("delivery")
                .definedBy("dev.paperround.delivery..")
                .layer("archive")
                .definedBy("dev.paperround.archive..")
                .layer("digest")
                .definedBy("dev.paperround.digest..")
                .layer("subscription")
                .definedBy("dev.paperround.subscription..")
                .layer("matching")
                .definedBy("dev.paperround.matching..")
                .layer("paper")
                .definedBy("dev.paperround.paper..")
                .layer("inbox")
                .definedBy("dev.paperround.inbox..")
                .layer("dkim")
                .definedBy("dev.paperround.dkim..")
                .layer("transport")
                .definedBy("dev.paperround.transport..")
                .layer("problem")
                .definedBy("dev.paperround.problem..")
                .layer("language")
                .definedBy("dev.paperround.language..")
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("admin")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("bounce")
                .mayOnlyBeAccessedByLayers("root", "web", "admin")
                .whereLayer("delivery")
                .mayOnlyBeAccessedByLayers("root", "web", "admin", "bounce")
                .whereLayer("archive")
                .mayOnlyBeAccessedByLayers("root", "web", "admin")
                .whereLayer("digest")
                .mayOnlyBeAccessedByLayers("root", "web", "admin", "delivery", "archive")
                .whereLayer("subscription")
                .mayOnlyBeAccessedByLayers("root", "web", "admin", "bounce", "delivery", "digest")
                .whereLayer("matching")
                .mayOnlyBeAccessedByLayers("root", "web", "admin", "archive", "digest", "subscription")
                .whereLayer("paper")
                .mayOnlyBeAccessedByLayers("root", "web", "admin", "archive", "delivery", "digest")
                .whereLayer("dkim")
                .mayOnlyBeAccessedByLayers("root", "admin", "delivery")
                .whereLayer("transport")
                .mayOnlyBeAccessedByLayers("bounce", "delivery")
                .whereLayer("inbox")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("language")
                .mayOnlyBeAccessedByLayers(
                        "root",
                        "web",
                        "admin",
                        "bounce",
                        "delivery",
                        "digest",
                        "subscription",
                        "matching",
                        "paper",
                        "inbox",
                        "problem")
                .whereLayer("problem")
                .mayOnlyBeAccessedByLayers("root", "web", "admin", "delivery", "subscription", "inbox")
                .check(CLASSES);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching("dev.paperround.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void matchingDkimAndTransportArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.paperround.matching..", "dev.paperround.dkim..", "dev.paperround.transport..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..", "org.hibernate..", "org.jboss..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theInboxKnowsNothingOfTheRestButItsLanguage() {
        noClasses()
                .that()
                .resideInAPackage("dev.paperround.inbox..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.paperround..")
                        .and(resideOutsideOfPackages(
                                "dev.paperround.inbox..", "dev.paperround.language..", "dev.paperround.problem..")))
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
