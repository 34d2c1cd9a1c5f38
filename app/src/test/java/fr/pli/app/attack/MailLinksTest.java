package fr.pli.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.app.Visitor;
import fr.pli.app.Visitors;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Fixtures;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.invitation.Invitation;
import fr.pli.expertise.invitation.InvitationDesk;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a mail's links do when somebody, or a program that guards somebody's mailbox, opens them without a session. */
@AttackTest
class MailLinksTest {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>]+");

    /** Written while nobody does anything: how far the numbering of the journal is, and the last look at the machines. */
    private static final Set<String> BY_ITSELF = Set.of(
            "journal", "journal_head", "event_pending", "scanner", "sweep_run", "mail_relay", "tasks", "long_tasks");

    @Autowired
    Visitors visitors;

    @Autowired
    People people;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Letters letters;

    @Autowired
    Messaging messaging;

    @Autowired
    Cases cases;

    @Autowired
    InvitationDesk desk;

    @Autowired
    Directory directory;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyWaitsForThePasswordsThatOthersTried() {
        jdbc.sql("delete from sign_in_throttle").update();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("X-5")
    @Tag("A-3")
    @Tag("Q-6")
    void everyAddressInEveryMailOpenedWithoutASessionChangesNothing() {
        Set<String> addresses = new TreeSet<>();
        for (Person person : story()) {
            TestMail.to(person.email()).forEach(mail -> {
                ADDRESS.matcher(TestMail.text(mail)).results().forEach(found -> addresses.add(found.group()));
                ADDRESS.matcher(TestMail.html(mail)).results().forEach(found -> addresses.add(found.group()));
            });
        }
        assertThat(addresses).as("mails with links were sent").hasSizeGreaterThan(4);
        assertThat(addresses).allMatch(address -> address.startsWith("https://pli.test/"));
        Map<String, Long> before = content();

        for (String address : addresses) {
            String path = path(address);
            for (int again = 0; again < 2; again++) {
                Visitor somebody = visitors.anybody();
                assertThat(somebody.call("HEAD", path, null).statusCode())
                        .as(path)
                        .isLessThan(500);
                assertThat(somebody.get(path).statusCode()).as(path).isLessThan(500);
                somebody.follow(path);
            }
        }

        assertThat(content()).isEqualTo(before);
    }

    /** Mails of every kind that this product sends by itself to somebody who did not ask. */
    private List<Person> story() {
        Person clerk = people.clerk();
        Person partner = people.partner();
        Person invited = people.who(Profile.PARTNER).withoutTerms().invited();
        Person slowed = people.partner();
        fixtures.invite(invited.id());
        Message letter = letters.sent(
                clerk, List.of(partner), 2, Map.of("note.txt", "Une note.".getBytes(StandardCharsets.UTF_8)));
        Message deleted = letters.sent(clerk, List.of(partner), 5, Map.of());
        jobs.runTasks();
        Visitor reader = visitors.signedIn(partner);
        reader.get("/messages/" + letter.id());
        reader.get("/messages/" + letter.id() + "/zip");
        visitors.anybody().post("/forgotten", Map.of("email", partner.email()));
        for (int attempt = 0; attempt < 6; attempt++) {
            visitors.anybody().trySignIn(slowed.email(), "faux");
        }
        messaging.delete(clerk, deleted.id());
        Cases.Case one = cases.setup();
        Person lawyer = one.lawyer(one.claimant());
        Person guest = guest(one);
        one.waive().become(ExpertiseState.OPEN).become(ExpertiseState.PAUSED);
        jobs.run();
        one.leaves(lawyer);
        jobs.run();
        clock.advance(Duration.ofHours(30));
        jobs.run();
        jobs.run();
        jdbc.sql("delete from sign_in_throttle").update();
        return List.of(clerk, partner, invited, slowed, lawyer, guest);
    }

    private Person guest(Cases.Case one) {
        String address = "invitee-" + one.id() + "@exemple.fr";
        desk.invite(
                one.expert(),
                one.id(),
                new Invitation(Role.AVOCAT, one.claimant().id(), address, "Nadia", "Neuf", "", "fr"));
        return directory.findByEmail(address).orElseThrow();
    }

    private static String path(String address) {
        URI uri = URI.create(address);
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** A checksum of each table, the journal's events among them. */
    private Map<String, Long> content() {
        var content = new TreeMap<String, Long>();
        var tables = new ArrayList<>(jdbc.sql(
                        "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'")
                .query(String.class)
                .list());
        tables.removeIf(table -> BY_ITSELF.contains(table) || table.startsWith("flyway"));
        var sums = new LinkedHashMap<String, Long>();
        tables.forEach(table -> sums.put(
                table,
                jdbc.sql("checksum table " + table)
                        .query((row, number) -> row.getLong(2))
                        .single()));
        content.putAll(sums);
        return content;
    }
}
