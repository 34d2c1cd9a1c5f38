package fr.pli.exchange.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExchangeTest
@Tag("C-7")
class EndingCertificatesTest {

    @Autowired
    CardFixtures cards;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final TestAuthority authority = TestAuthority.named("Cartes de test");

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void theEndIsAnnouncedSixtyThirtyAndSevenDaysBefore() {
        Person clerk = people.clerk();
        UUID certificate = give(clerk, Duration.ofDays(100));
        assertThat(mailsAfter(clerk, Duration.ofDays(39))).isZero();
        assertThat(mailsAfter(clerk, Duration.ofDays(2))).isEqualTo(1);
        assertThat(mailsAfter(clerk, Duration.ofDays(20))).as("once").isEqualTo(1);
        assertThat(mailsAfter(clerk, Duration.ofDays(10))).isEqualTo(2);
        assertThat(mailsAfter(clerk, Duration.ofDays(23))).isEqualTo(3);
        assertThat(TestMail.text(TestMail.newest(clerk.email()))).contains("numéro");
        assertThat(mailsAfter(clerk, Duration.ofDays(30))).as("over is over").isEqualTo(3);
        assertThat(facts(certificate))
                .satisfiesExactly(
                        first -> assertThat(first).contains("60"),
                        second -> assertThat(second).contains("30"),
                        third -> assertThat(third).contains("7"));
    }

    @Test
    void whoIsSuspendedIsNotWarned() {
        Person clerk = people.clerk();
        UUID certificate = give(clerk, Duration.ofDays(20));
        people.suspend(clerk);
        assertThat(mailsAfter(clerk, Duration.ZERO)).isZero();
        assertThat(facts(certificate)).isEmpty();
    }

    @Test
    void oneFoundLateIsAnnouncedOnce() {
        Person clerk = people.clerk();
        give(clerk, Duration.ofDays(5));
        assertThat(mailsAfter(clerk, Duration.ZERO)).isEqualTo(1);
        assertThat(mailsAfter(clerk, Duration.ofDays(1))).isEqualTo(1);
    }

    @Test
    void oneFoundAfterItsEndIsNotAnnouncedAnyMore() {
        Person clerk = people.clerk();
        give(clerk, Duration.ofDays(5));
        assertThat(mailsAfter(clerk, Duration.ofDays(6))).isZero();
    }

    @Test
    void whoHasTheNextOneAlreadyIsNotWarned() {
        Person clerk = people.clerk();
        give(clerk, Duration.ofDays(20));
        give(clerk, Duration.ofDays(900));
        assertThat(mailsAfter(clerk, Duration.ZERO)).isZero();
    }

    private List<String> facts(UUID certificate) {
        return jdbc.sql("select details from event where kind = 'certificate.ending' and subject = ? order by id")
                .param(certificate)
                .query(String.class)
                .list();
    }

    private UUID give(Person person, Duration lasts) {
        Instant now = clock.instant();
        return cards.give(
                person,
                authority
                        .card(person.name())
                        .valid(now.minusSeconds(60), now.plus(lasts))
                        .issue()
                        .certificate());
    }

    private long mailsAfter(Person person, Duration more) {
        clock.advance(more);
        jobs.sweep("certificate.ending");
        jobs.runTasks();
        return TestMail.to(person.email()).size();
    }
}
