package dev.paperround;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.paperround");

    /** From the top down: each may use those after it. */
    private static final List<String> ROOMS = List.of(
            "web",
            "admin",
            "bounce",
            "sending",
            "transport",
            "mail",
            "archive",
            "digest",
            "subscriber",
            "meaning",
            "matching",
            "paper",
            "inbox",
            "http",
            "health",
            "i18n",
            "database");

    @Test
    void aRoomImportsOnlyWhatStandsBelowIt() {
        for (var place = 1; place < ROOMS.size(); place++) {
            noClasses()
                    .that()
                    .resideInAPackage("dev.paperround." + ROOMS.get(place) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above(place))
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void noPackageDependsOnOneThatDependsOnIt() {
        slices().matching("dev.paperround.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyFileThatTheMapNamesExists() throws IOException {
        var named = Pattern.compile("`((?:src|deploy|docker)/[^`\\s]+)`")
                .matcher(Files.readString(Path.of(".github/CONTRIBUTING.md")))
                .results()
                .map(found -> Path.of(found.group(1)))
                .toList();
        assertThat(named).hasSizeGreaterThan(10).allSatisfy(file -> assertThat(file)
                .exists());
    }

    @Test
    void sendingKnowsTransportsButNoneOfTheirKinds() {
        noClasses()
                .that()
                .resideInAPackage("dev.paperround.sending..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.paperround.transport.*..")
                .check(CLASSES);
    }

    private static String[] above(int place) {
        return Stream.concat(
                        Stream.of("dev.paperround", "dev.paperround.startup.."),
                        ROOMS.subList(0, place).stream().map(room -> "dev.paperround." + room + ".."))
                .toArray(String[]::new);
    }

    @Test
    void matchingAndDkimArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.paperround.matching..", "dev.paperround.mail.dkim..")
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
                                "dev.paperround.inbox..", "dev.paperround.i18n..", "dev.paperround.http..")))
                .allowEmptyShould(true)
                .check(CLASSES);
    }
}
