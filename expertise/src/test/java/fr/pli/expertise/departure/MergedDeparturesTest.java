package fr.pli.expertise.departure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.MergedEntries;
import fr.pli.exchange.account.Merging;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.expertise.departure.Departure.State;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Departures that somebody with two accounts has declared, or is named in as successor. */
@ExpertiseTest
@Tag("C-6")
@Tag("T-1")
class MergedDeparturesTest {

    @Autowired
    MergedDepartures merging;

    @Autowired
    MergedEntries entries;

    @Autowired
    Departures departures;

    @Autowired
    DepartureNight night;

    @Autowired
    DepartureTable table;

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person kept;
    private Person absorbed;
    private Person colleague;
    private LocalDate day;

    @BeforeEach
    void twoAccountsOfOnePerson() {
        kept = people.clerk();
        absorbed = people.clerk();
        colleague = people.clerk();
        day = LocalDate.ofInstant(clock.instant(), Time.PARIS).plusDays(5);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    void whatTheOtherEntryDeclaredIsTheKeptAccountsAndGoesBackAsItIsThen() {
        Departure declared = declare(absorbed, day, colleague);
        outlook(1, 0);
        Set<UUID> moved = merge();
        assertThat(departures.of(people.now(kept))).map(Departure::id).contains(declared.id());
        assertThat(moves(declared)).isEqualTo(1);
        declare(people.now(kept), day.plusDays(1), colleague);
        undo(moved);
        assertThat(departures.of(people.now(kept))).isEmpty();
        assertThat(departures.of(people.now(absorbed)))
                .map(Departure::lastDay)
                .as("as it was changed meanwhile")
                .contains(day.plusDays(1));
    }

    @Test
    @Tag("T-2")
    void itTakesEffectForTheAccountThatIsKept() {
        Departure declared = declare(absorbed, day, null);
        merge();
        clock.moveTo(declared.takesEffect().plusSeconds(1));
        night.run(declared.id().toString());
        assertThat(people.now(kept).state()).isEqualTo(PersonState.DEPARTED);
        assertThat(people.now(absorbed).state()).isEqualTo(PersonState.ACTIVE);
    }

    @Test
    void whatWasCancelledMeanwhileStaysCancelled() {
        Departure declared = declare(absorbed, day, colleague);
        Set<UUID> moved = merge();
        departures.cancel(people.now(kept));
        undo(moved);
        assertThat(departures.of(people.now(absorbed))).isEmpty();
        assertThat(table.find(declared.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void onePersonLeavesOnceAsTheKeptAccountHasDeclared() {
        Departure other = declare(absorbed, day, null);
        Departure own = declare(kept, day.plusDays(3), colleague);
        outlook(0, 1);
        assertThat(merge()).isEmpty();
        assertThat(table.find(other.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(departures.of(people.now(kept))).contains(own);
        assertThat(staged(other)).as("its task is forgotten").isZero();
        assertThat(staged(own)).isEqualTo(1);
    }

    @Test
    void nobodyDepartsFromOneOfTheirAccountsToTheOther() {
        Departure to = declare(absorbed, day, kept);
        outlook(0, 1);
        merge();
        assertThat(table.find(to.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        undo(Set.of());
        Departure from = declare(kept, day, people.now(absorbed));
        outlook(0, 1);
        merge();
        assertThat(table.find(from.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(departures.of(people.now(kept))).isEmpty();
    }

    @Test
    @Tag("T-2")
    void whoNamedTheOtherEntryAsSuccessorNamesTheAccount() {
        Departure declared = declare(colleague, day, absorbed);
        outlook(1, 0);
        Set<UUID> moved = merge();
        assertThat(table.find(declared.id()).orElseThrow().successor()).isEqualTo(kept.id());
        undo(moved);
        assertThat(table.find(declared.id()).orElseThrow().successor()).isEqualTo(absorbed.id());
    }

    @Test
    @Tag("T-2")
    void filesNeverPassToAnEntryThatNobodyEntersBy() {
        Departure declared = declare(colleague, day, absorbed);
        units.run(() -> entries.point(absorbed.id(), kept.id()));
        clock.moveTo(declared.takesEffect().plusSeconds(1));
        night.run(declared.id().toString());
        assertThat(table.find(declared.id()).orElseThrow().waits()).isTrue();
    }

    private void outlook(int moves, int ends) {
        assertThat(merging.outlook(absorbed.id(), kept.id())).isEqualTo(new Merging.Outlook(moves, 0, ends));
    }

    private Departure declare(Person person, LocalDate last, @Nullable Person successor) {
        return departures.declare(
                person, new Declaration(last.toString(), successor == null ? null : successor.email(), null));
    }

    private Set<UUID> merge() {
        return units.call(() -> {
            Set<UUID> moved = merging.merge(absorbed.id(), kept.id(), kept.id());
            entries.point(absorbed.id(), kept.id());
            return moved;
        });
    }

    private void undo(Set<UUID> moved) {
        units.run(() -> {
            merging.undo(absorbed.id(), kept.id(), moved, kept.id());
            entries.separate(absorbed.id());
        });
    }

    private long moves(Departure departure) {
        return jdbc.sql("select count(*) from event where kind = 'departure.moved' and subject = ? and details like ?")
                .params(kept.id(), "%" + departure.id() + "%")
                .query(Long.class)
                .single();
    }

    private int staged(Departure departure) {
        return jdbc.sql("select count(*) from tasks where task_name = ? and task_instance = ?")
                .params(DepartureNight.NAME, departure.id().toString())
                .query(Integer.class)
                .single();
    }
}
