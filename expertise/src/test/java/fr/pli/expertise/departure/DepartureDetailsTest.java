package fr.pli.expertise.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who learns what of a departure, and what a change of it changes. */
@ExpertiseTest
class DepartureDetailsTest {

    @Autowired
    People people;

    @Autowired
    Cases cases;

    @Autowired
    Departures departures;

    @Autowired
    DepartureReading reading;

    @Autowired
    DepartureTable table;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person greffier;
    private Person colleague;

    @BeforeEach
    void colleagues() {
        greffier = people.clerk();
        colleague = people.clerk();
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    @Tag("T-1")
    @Tag("T-2")
    void anEarlierDayMovesTheNightForwardAndALaterOneBack() {
        declare(today().plusDays(5), null);
        Departure sooner = declare(today(), null);
        clock.moveTo(sooner.takesEffect());
        jobs.runTasks();
        assertThat(people.now(greffier).active()).as("not five days later").isFalse();
        clock.reset();
        Person other = people.clerk();
        departures.declare(other, declaration(today(), null));
        Departure later = departures.declare(other, declaration(today().plusDays(2), null));
        clock.moveTo(later.takesEffect().minusSeconds(1));
        jobs.runTasks();
        assertThat(people.now(other).active()).isTrue();
        clock.moveTo(later.takesEffect());
        jobs.runTasks();
        assertThat(people.now(other).active()).isFalse();
    }

    @Test
    @Tag("T-1")
    @Tag("N-6")
    void aSuccessorLearnsInTheApplicationThatSomebodyCountsOnThem() {
        Departure declared = declare(today().plusDays(3), null);
        assertThat(notices(colleague, declared)).isZero();
        declare(today().plusDays(3), colleague);
        assertThat(notices(colleague, declared)).isOne();
    }

    @Test
    @Tag("T-3")
    void whoKnewOfNoDepartureWithASuccessorIsNotToldOfItsCancellation() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        declare(today().plusDays(3), colleague);
        departures.cancel(greffier);
        jobs.runTasks();
        assertThat(TestMail.to(one.expert().email()))
                .extracting(TestMail::subject)
                .noneMatch(subject -> subject.contains("Départ de"));
    }

    @Test
    @Tag("T-3")
    void eachMailNamesTheDayOfItsTimeAlthoughItLeavesLater() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        departures.declare(greffier, declaration(LocalDate.of(2031, 3, 9), null));
        departures.declare(greffier, declaration(LocalDate.of(2031, 5, 17), null));
        jobs.runTasks();
        List<String> told = TestMail.to(one.expert().email()).stream()
                .filter(mail -> TestMail.subject(mail).contains("Départ de"))
                .map(TestMail::text)
                .toList();
        assertThat(told)
                .hasSize(2)
                .satisfiesOnlyOnce(text -> assertThat(text).contains("09/03/2031"))
                .satisfiesOnlyOnce(text -> assertThat(text).contains("17/05/2031"));
    }

    @Test
    @Tag("T-2")
    void aSuccessorWhoIsNoMoreOfTheSameFunctionByThenCountsAsNone() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        Departure declared = declare(today(), colleague);
        jdbc.sql("update person set profile = 'MAGISTRAT' where id = ?")
                .param(colleague.id())
                .update();
        clock.moveTo(declared.takesEffect());
        jobs.runTasks();
        assertThat(table.find(declared.id()).orElseThrow().waits()).isTrue();
    }

    @Test
    @Tag("T-3")
    void anExpertLearnsOfTheirOwnFilesOnly() {
        Cases.Case one = cases.open();
        Cases.Case other = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        other.add(greffier, Role.GREFFIER, null);
        Departure declared = declare(today(), null);
        for (boolean effective : new boolean[] {false, true}) {
            if (effective) {
                clock.moveTo(declared.takesEffect());
                jobs.runTasks();
            }
            for (Cases.Case each : List.of(one, other)) {
                assertThat(reading.known(each.expert(), declared.id()).files())
                        .extracting(CourtFile::expertise)
                        .containsExactly(each.id());
            }
        }
        String mail = TestMail.text(TestMail.newest(one.expert().email()));
        assertThat(mail).contains(one.now().rg()).doesNotContain(other.now().rg());
        people.suspend(one.expert());
        unknown(people.now(one.expert()), declared);
    }

    @Test
    @Tag("T-3")
    void whoWasNamedAndGotNothingLearnsNothingMore() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        Departure declared = declare(today(), colleague);
        assertThat(reading.known(colleague, declared.id()).files()).hasSize(1);
        people.suspend(colleague);
        clock.moveTo(declared.takesEffect());
        jobs.runTasks();
        people.reactivate(colleague);
        unknown(people.now(colleague), declared);
    }

    private void unknown(Person reader, Departure departure) {
        assertThatThrownBy(() -> reading.known(reader, departure.id()))
                .extracting("refusal")
                .isEqualTo(DepartureRefusal.UNKNOWN);
    }

    private long notices(Person reader, Departure about) {
        return jdbc.sql("select count(*) from notice where person = ? and about = ? and kind = 'departure.named'")
                .params(reader.id(), about.id())
                .query(Long.class)
                .single();
    }

    private Departure declare(LocalDate day, @Nullable Person successor) {
        return departures.declare(greffier, declaration(day, successor));
    }

    private static Declaration declaration(LocalDate day, @Nullable Person successor) {
        return new Declaration(day.toString(), successor == null ? null : successor.email(), null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PARIS);
    }
}
