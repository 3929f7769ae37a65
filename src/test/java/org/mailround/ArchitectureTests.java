package org.mailround;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** What a room may never do. Rules about rooms that are not there yet hold (see archunit.properties). */
@AnalyzeClasses(packages = "org.mailround", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "org.mailround";

    @ArchTest
    static final ArchRule roomsAreFreeOfCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pagesOfTheDeskAreFreeOfCycles =
            slices().matching(ROOT + ".admin.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDesksFrameKnowsNoPage = noClasses()
            .that()
            .resideInAPackage(ROOT + ".admin")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".admin.*..");

    @ArchTest
    static final ArchRule onlyBatchKnowsSpringBatch =
            noneBut("batch").should().dependOnClassesThat().resideInAPackage("org.springframework.batch..");

    @ArchTest
    static final ArchRule onlyTheseKnowJakartaMail = noneBut("message", "smtp", "judgement", "mailbox")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "com.icegreen..");

    @ArchTest
    static final ArchRule onlyWebConnectsToWhatStrangersName =
            noneBut("web").should().dependOnClassesThat().resideInAPackage("org.apache.hc..");

    @ArchTest
    static final ArchRule messageAndSmtpKnowNoDatabase = noClasses()
            .that()
            .resideInAnyPackage(rooms("message", "smtp"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule articleKnowsNoPeople = noClasses()
            .that()
            .resideInAnyPackage(rooms("article"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(rooms("subscriber"));

    @ArchTest
    static final ArchRule edgesAreNotReachedFromBelow = noneBut("admin", "api", "site", "cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(rooms("admin", "api", "site", "cli"));

    @ArchTest
    static final ArchRule reportOnlyReads = noClasses()
            .that()
            .resideInAnyPackage(rooms("report"))
            .should()
            .callMethodWhere(target(owner(resideInAPackage("org.springframework.jdbc..")))
                    .and(target(nameMatching("update|batchUpdate|execute.*"))));

    @ArchTest
    static final ArchRule onlyCommandsWriteToTheTerminal = noneBut("cli").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static void everyRoomDeclaresItself(JavaClasses classes) {
        assertThat(classes.getPackage(ROOT).getSubpackages())
                .allMatch(room -> room.isAnnotatedWith(NullMarked.class), "is @NullMarked")
                .allMatch(room -> room.isAnnotatedWith(ApplicationModule.class), "is an @ApplicationModule");
    }

    @ArchTest
    static void roomsUseWhatTheyDeclareAndNoMore(JavaClasses classes) {
        ApplicationModules.of(Mailround.class).verify();
    }

    /** The root package holds main and nothing else: it may reach the edge that it starts. */
    private static GivenClassesConjunction noneBut(String... rooms) {
        return noClasses().that().resideOutsideOfPackages(rooms(rooms)).and().resideOutsideOfPackage(ROOT);
    }

    private static String[] rooms(String... names) {
        return Stream.of(names).map(name -> ROOT + "." + name + "..").toArray(String[]::new);
    }
}
