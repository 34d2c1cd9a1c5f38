package fr.pli.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no class of the product does (DESIGN: security, platform, house style). */
final class Rules {

    static final List<ArchRule> ALL = List.of(
            noClasses()
                    .that()
                    .resideInAnyPackage("fr.pli.expertise..", "..planted.expertise..")
                    .should()
                    .dependOnClassesThat(ExchangeApi.CLOSED)
                    .allowEmptyShould(true)
                    .because("the expertise knows of the exchange what exchange-api.txt lists, and no more"),
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("DrawingProcess")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(ProcessBuilder.class)
                    .orShould()
                    .callMethod(Runtime.class, "exec", String.class)
                    .because("the product starts no other program but the one that draws previews (ADR 0036)"),
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(ObjectInputStream.class)
                    .because("nothing is ever read by Java's serialisation"),
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Ciphers")
                    .should()
                    .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                            com.tngtech.archunit.base.DescribedPredicate.describe(
                                    "Cipher.getInstance",
                                    target -> target.getOwner().isEquivalentTo(Cipher.class)
                                            && target.getName().equals("getInstance"))))
                    .because("algorithms are chosen in one class"),
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(JdbcTemplate.class)
                    .because("SQL is a text block given to JdbcClient, with parameters"),
            noClasses()
                    .should()
                    .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                    .because("a stream of rows keeps its connection until somebody closes it: ask for the list"),
            noMethods()
                    .should()
                    .beAnnotatedWith("org.springframework.scheduling.annotation.Scheduled")
                    .orShould()
                    .beAnnotatedWith("org.springframework.scheduling.annotation.Async")
                    .because("background work is a Task or a Sweep"),
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("time is the application's Clock"),
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Wording")
                    .should()
                    .callMethod(
                            MessageSource.class, "getMessage", String.class, Object[].class, String.class, Locale.class)
                    .because(
                            "a sentence given as a default is formatted twice and loses its apostrophes: Wording.find"),
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("..web..")
                    .should()
                    .notBeAnnotatedWith("org.springframework.transaction.annotation.Transactional")
                    .because("a unit of work is one call of a service"));

    private Rules() {}
}
