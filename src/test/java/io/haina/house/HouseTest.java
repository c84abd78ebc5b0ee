package io.haina.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.haina.Haina;
import io.haina.access.Access;
import io.haina.access.Actor;
import io.haina.access.Permit;
import io.haina.access.Scoped;
import io.haina.database.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;

/** The edges of the house. A rule that fails names the class that leans over one. */
class HouseTest {

    private static final int LONGEST_FILE = 400;

    private static final String[] VOCABULARY = {
        "io.haina.problem", "io.haina.field", "io.haina.filter", "io.haina.access", "io.haina.tenant"
    };

    private static final String[] DOMAIN = {
        "io.haina.staff",
        "io.haina.customer",
        "io.haina.ownership",
        "io.haina.pool",
        "io.haina.activity",
        "io.haina.approval",
        "io.haina.attachment",
        "io.haina.stats",
        "io.haina.catalog",
        "io.haina.record",
        "io.haina.kind",
        "io.haina.lead",
        "io.haina.sharing",
        "io.haina.exchange",
        "io.haina.contact",
        "io.haina.product",
        "io.haina.opportunity",
        "io.haina.scene",
        "io.haina.contract",
        "io.haina.feedback",
        "io.haina.outreach",
        "io.haina.idempotency",
        "io.haina.app",
        "io.haina.handover",
        "io.haina.menu",
        "io.haina.trail"
    };

    /** Use cases that no actor begins: each has a reason. */
    private static final Set<String> WITHOUT_ACTOR = Set.of(
            // They make the actor out of a credential.
            "SignIn.signIn",
            "SignIn.resume",
            "WebTokens.issue",
            "WebTokens.actor",
            "WebTokens.foresee",
            "OpaqueTokens.issue",
            "OpaqueTokens.actor",
            "OpaqueTokens.foresee",
            "AccessTokens.actor",
            "AppDoor.admit",
            "AppDoor.refund",
            // Work that somebody started goes on as that person; only the exchange's runner asks.
            "Deputies.of",
            // A tenant and its first administrator are there before anybody who could ask.
            "TenantRegister.open",
            "TenantRegister.get",
            "StaffRegister.found",
            // Upkeep of what is derived, by the due-time worker and after a bulk load.
            "Tallies.fold",
            "Tallies.rebuild");

    /** Each looks once at the start, before there is anybody to act. */
    private static final Set<String> NO_STORES = Set.of("io.haina.staff.FirstStart", "io.haina.StartupReport");

    private static final JavaClasses HAINA = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.haina");

    @Test
    void modules_use_only_what_others_offer_and_never_in_circles() {
        ApplicationModules.of(Haina.class).verify();
    }

    /** Nothing would heed them: application.properties and {@code io.haina.start} leave out what looks for them in every bean. */
    @Test
    void nothing_hopes_for_annotations_that_nobody_heeds() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.transaction.annotation..",
                        "org.springframework.scheduling..",
                        "org.aspectj..",
                        "jakarta.validation..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.context.event.EventListener")
                .check(HAINA);
    }

    @Test
    void the_vocabulary_knows_neither_web_nor_database_nor_domain() {
        noClasses()
                .that()
                .resideInAnyPackage(VOCABULARY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.jdbc..",
                        "jakarta.servlet..",
                        "java.sql..",
                        "javax.sql..",
                        "io.haina.database..",
                        "io.haina.dialect..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(DOMAIN)
                .check(HAINA);
    }

    @Test
    void only_stores_speak_to_the_database() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .resideOutsideOfPackages("io.haina.database..", "io.haina.demo..", "io.haina.bench..")
                .and(describe("are no named exception", type -> !NO_STORES.contains(type.getName())))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(JdbcTemplate.class, JdbcClient.class, Sql.class)
                .check(HAINA);
    }

    @Test
    void no_dialect_knows_another() {
        slices().matching("io.haina.dialect.(*)..")
                .should()
                .notDependOnEachOther()
                .check(HAINA);
        noClasses()
                .that()
                .resideInAPackage("io.haina.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.haina.dialect.*..")
                .check(HAINA);
    }

    @Test
    void a_dialect_reaches_the_core_through_use_cases_only() {
        noClasses()
                .that()
                .resideInAnyPackage("io.haina.dialect..", "io.haina.api..")
                .should()
                .dependOnClassesThat(simpleNameEndingWith("Store")
                        .or(resideInAnyPackage(
                                "io.haina.database..", "org.springframework.jdbc..", "java.sql..", "javax.sql.."))
                        .or(describe(
                                "permits",
                                type -> type.isEquivalentTo(Access.class)
                                        || type.isEquivalentTo(Permit.class)
                                        || type.isEquivalentTo(Scoped.class))))
                .check(HAINA);
    }

    @Test
    void a_dialect_consists_of_eight_kinds_of_class() {
        classes()
                .that()
                .resideInAnyPackage("io.haina.dialect.*..", "io.haina.api..")
                .and()
                .areTopLevelClasses()
                .should()
                .haveNameMatching(".*(Api|Wire|Names|Filters|Errors|Doorkeeper|Configuration|package-info)")
                .check(HAINA);
    }

    @Test
    void permits_and_scoped_queries_are_made_by_access_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.haina.access")
                .should()
                .callConstructorWhere(describe(
                        "a Permit or a Scoped",
                        call -> call.getTargetOwner().isEquivalentTo(Permit.class)
                                || call.getTargetOwner().isEquivalentTo(Scoped.class)))
                .check(HAINA);
        assertThat(Stream.of(Permit.class, Scoped.class)
                        .flatMap(type -> Stream.of(type.getDeclaredConstructors()))
                        .filter(constructor -> constructor.getModifiers() != 0))
                .as("constructors that others could call")
                .isEmpty();
    }

    @Test
    void only_the_exchange_acts_for_people_who_are_not_there() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.haina.exchange..", "io.haina.staff..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(io.haina.staff.Deputies.class)
                .check(HAINA);
    }

    @Test
    void every_use_case_asks_first_who() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Service.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(DOMAIN)
                .and()
                .arePublic()
                .should(beginWithAnActor())
                .check(HAINA);
    }

    private static ArchCondition<JavaMethod> beginWithAnActor() {
        Set<String> who = Set.of(Actor.class.getName(), Permit.class.getName(), Scoped.class.getName());
        return new ArchCondition<>("begin with an Actor, a Permit or a Scoped") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                String name = method.getOwner().getSimpleName() + "." + method.getName();
                boolean asks = !method.getRawParameterTypes().isEmpty()
                        && who.contains(method.getRawParameterTypes().getFirst().getName());
                boolean pure = method.getModifiers().contains(JavaModifier.STATIC);
                if (!asks && !pure && !WITHOUT_ACTOR.contains(name)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not ask who"));
                }
            }
        };
    }

    @Test
    void nothing_is_injected_into_fields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .check(HAINA);
    }

    @Test
    void no_file_is_longer_than_a_person_reads_at_once() throws IOException {
        for (String root : List.of("src/main/java", "src/test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                assertThat(files.filter(file -> file.toString().endsWith(".java"))
                                .filter(file -> lines(file) > LONGEST_FILE))
                        .as("files of more than %d lines", LONGEST_FILE)
                        .isEmpty();
            }
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
