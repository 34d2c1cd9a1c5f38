package fr.pli.expertise.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Entries;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.departure.Departure.State;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Departures declared for a day that is far away, and those that an administrator is faster than. */
@ExpertiseTest
class EndedAccountTest {

    @Autowired
    Departures departures;

    @Autowired
    DepartureNight night;

    @Autowired
    DepartureTable table;

    @Autowired
    DepartureDesk desk;

    @Autowired
    Participants participants;

    @Autowired
    Entries entries;

    @Autowired
    Cases cases;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person greffier;
    private Person colleague;
    private Cases.Case file;

    @BeforeEach
    void aGreffierWithAFile() {
        greffier = people.clerk();
        colleague = people.clerk();
        file = cases.open();
        file.add(greffier, Role.GREFFIER, null);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    @Tag("T-1")
    @Tag("T-2")
    void aDepartureAfter2038IsStagedForItsMidnightAndCarriedOutThen() {
        LocalDate day = LocalDate.of(2060, 7, 31);
        Departure declared = declare(day);
        assertThat(jdbc.sql("select execution_time from tasks where task_instance = ?")
                        .param(declared.id().toString())
                        .query(Instant.class)
                        .single())
                .isEqualTo(Instant.parse("2060-07-31T22:00:00Z"))
                .isEqualTo(declared.takesEffect());
        clock.moveTo(declared.takesEffect());
        night.run(declared.id().toString());
        assertThat(people.now(greffier).state()).isEqualTo(PersonState.DEPARTED);
        assertThat(participants.standings(colleague.id(), file.id())).hasSize(1);
    }

    @Test
    @Tag("T-1")
    void fiftyYearsAheadIsTheFurthestDay() {
        LocalDate furthest = LocalDate.ofInstant(clock.instant(), Time.PARIS).plusYears(50);
        assertThat(declare(furthest).lastDay()).isEqualTo(furthest);
        assertThatThrownBy(() -> declare(furthest.plusDays(1)))
                .extracting("refusal")
                .isEqualTo(DepartureRefusal.DAY_INVALID);
    }

    @Test
    @Tag("T-3")
    void whatWasDeclaredDoesNotStandOnceAnAdministratorHasEndedTheAccount() {
        Departure declared =
                declare(LocalDate.ofInstant(clock.instant(), Time.PARIS).plusDays(9));
        Person admin = people.administrator();
        entries.depart(admin, greffier.id());
        assertThat(table.find(declared.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(jdbc.sql("select actor from event where kind = 'departure.cancelled' and subject = ?")
                        .param(greffier.id())
                        .query(java.util.UUID.class)
                        .single())
                .isEqualTo(admin.id());
        assertThat(jdbc.sql("select count(*) from tasks where task_instance = ?")
                        .param(declared.id().toString())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(desk.list(people.active(Profile.SUPPORT), true))
                .filteredOn(each -> each.departure().person().equals(greffier.id()))
                .singleElement()
                .satisfies(each -> assertThat(each.files())
                        .extracting(CourtFile::expertise)
                        .containsExactly(file.id()));
        people.reactivate(greffier);
        assertThat(departures.of(people.now(greffier))).as("nothing stands").isEmpty();
        clock.moveTo(declared.takesEffect().plusSeconds(1));
        night.run(declared.id().toString());
        assertThat(people.now(greffier).active()).isTrue();
    }

    @Test
    @Tag("T-2")
    void whatWasDueAlreadyHappensAsDeclared() {
        Departure declared = declare(LocalDate.ofInstant(clock.instant(), Time.PARIS));
        clock.moveTo(declared.takesEffect().plusSeconds(30));
        entries.depart(people.administrator(), greffier.id());
        night.run(declared.id().toString());
        assertThat(table.find(declared.id()).orElseThrow())
                .satisfies(done -> assertThat(done.state()).isEqualTo(State.EFFECTIVE))
                .satisfies(done -> assertThat(done.heir()).isEqualTo(colleague.id()));
        assertThat(participants.standings(colleague.id(), file.id())).hasSize(1);
        assertThat(jdbc.sql("select count(*) from departure where person = ?")
                        .param(greffier.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Departure declare(LocalDate day) {
        return departures.declare(greffier, new Declaration(day.toString(), colleague.email(), null));
    }
}
