package fr.pli.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.AppTest;
import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.journal.Fact;
import fr.pli.exchange.journal.Journal;
import fr.pli.exchange.testing.People;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AppTest
@Tag("R-2")
class JournalReadingTest {

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Journal journal;

    final UUID message = UUID.randomUUID();

    @Test
    void anAuditorReadsAllMetadataByKindPersonMessageAndDate() {
        Person clerk = people.clerk();
        journal.append(Fact.of("message.sent").by(clerk.id()).message(message).detail("files", 3));
        journal.append(Fact.of("message.seen").by(people.partner().id()).message(message));
        Visitor auditor = visitors.signedIn(people.active(Profile.AUDITOR));

        String page = auditor.get("/journal?message=" + message).body();
        assertThat(page)
                .contains("Message envoyé")
                .contains("Message vu")
                .contains(clerk.name())
                .contains("files = 3");
        assertThat(auditor.get("/journal?message=" + message + "&person=" + clerk.email())
                        .body())
                .contains("files = 3")
                .doesNotContain("message.seen</small>");
        assertThat(auditor.get("/journal?message=" + message + "&kind=message.seen")
                        .body())
                .doesNotContain("files = 3");
        assertThat(auditor.get("/journal?message=" + message + "&from=2020-01-01&to=2020-01-02")
                        .body())
                .contains("Aucun fait ne correspond");
    }

    @Test
    void theExportHoldsTheSameLines() {
        Person clerk = people.clerk();
        journal.append(Fact.of("message.sent").by(clerk.id()).message(message));
        var answer = visitors.signedIn(people.active(Profile.AUDITOR)).get("/journal.csv?message=" + message);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"journal.csv\"");
        assertThat(answer.body().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(";message.sent;Message envoyé;" + clerk.id() + ";" + clerk.name() + ";");
    }

    @Test
    void whatIsTypedWronglyGetsASentenceAndIsKept() {
        var answer = visitors.signedIn(people.active(Profile.AUDITOR)).get("/journal?person=nobody@exemple.fr");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Cette personne n&#39;est pas dans l&#39;annuaire.")
                .contains("value=\"nobody@exemple.fr\"");
    }

    @Test
    void everybodyElseReadsTheirOwnAndNothingMore() {
        Person clerk = people.clerk();
        Person other = people.partner();
        journal.append(Fact.of("message.sent").by(clerk.id()).message(message));
        UUID foreign = UUID.randomUUID();
        journal.append(Fact.of("message.sent").by(other.id()).message(foreign));
        Visitor visitor = visitors.signedIn(clerk);

        assertThat(visitor.get("/journal").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/journal.csv").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/api/v1/journal").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/account/journal").body())
                .contains("Mes accès")
                .contains(message.toString())
                .doesNotContain(foreign.toString());
        assertThat(visitor.get("/account/journal?person=" + other.id() + "&message=" + foreign)
                        .body())
                .contains("Aucun fait ne correspond");
        assertThat(visitor.get("/account/journal.csv").body())
                .contains(message.toString())
                .doesNotContain(foreign.toString());
    }

    @Test
    @Tag("P-1")
    void programsReadItPageByPage() {
        Person clerk = people.clerk();
        for (int i = 0; i < 3; i++) {
            journal.append(
                    Fact.of("message.seen").by(clerk.id()).message(message).detail("n", i));
        }
        Visitor visitor = visitors.signedIn(clerk);
        String first = visitor.get("/api/v1/me/journal?message=" + message + "&limit=2")
                .body();
        assertThat(first).contains("\"n\":\"2\"").contains("\"n\":\"1\"").doesNotContain("\"n\":\"0\"");
        String next = first.replaceFirst("(?s).*\"next\":\"([0-9a-f-]{36})\".*", "$1");
        assertThat(visitor.get("/api/v1/me/journal?message=" + message + "&limit=2&after=" + next)
                        .body())
                .contains("\"n\":\"0\"")
                .contains("\"next\":null");
    }
}
