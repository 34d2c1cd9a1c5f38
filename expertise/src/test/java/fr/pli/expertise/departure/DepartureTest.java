package fr.pli.expertise.departure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Entries;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.departure.Departure.State;
import fr.pli.expertise.participants.ParticipantRefusal;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import fr.pli.expertise.testing.HeardDepartures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExpertiseTest
class DepartureTest {

    @Autowired
    Cases cases;

    @Autowired
    People people;

    @Autowired
    Departures departures;

    @Autowired
    DepartureNight night;

    @Autowired
    DepartureTable table;

    @Autowired
    DepartureDesk desk;

    @Autowired
    DepartureReading reading;

    @Autowired
    Participants participants;

    @Autowired
    Roster roster;

    @Autowired
    Entries entries;

    @Autowired
    Units units;

    @Autowired
    HeardDepartures heard;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

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
    void aDayIsTodayOrLaterAndWrittenAsInFranceOrByTheBrowser() {
        LocalDate today = today();
        for (String past : List.of(today.minusDays(1).toString(), "01-01-2020", "1/1/2020")) {
            refused(past, null, DepartureRefusal.DAY_PAST);
        }
        for (String malformed : List.of("31-02-2030", "demain", "2030-13-01", "12345-01-01", "30-11-9999")) {
            refused(malformed, null, DepartureRefusal.DAY_INVALID);
        }
        refused(" ", null, DepartureRefusal.DAY_REQUIRED);
        assertThat(declare(greffier, today, null).lastDay()).isEqualTo(today);
        assertThat(departures
                        .declare(greffier, new Declaration("09-03-2031", "", "RETIREMENT"))
                        .lastDay())
                .isEqualTo(LocalDate.of(2031, 3, 9));
        assertThat(departures.of(greffier).orElseThrow().cause()).isEqualTo(Departure.Cause.RETIREMENT);
        assertThatThrownBy(() -> departures.declare(greffier, new Declaration("2031-03-09", "", "ENNUI")))
                .isInstanceOfSatisfying(RefusedException.class, no -> assertThat(no.refusal())
                        .isEqualTo(DepartureRefusal.CAUSE_UNKNOWN));
    }

    @Test
    @Tag("T-1")
    void aSuccessorIsAnActiveColleagueOfTheSameFunctionWhoStaysLonger() {
        String day = today().plusDays(3).toString();
        Person suspended = people.clerk();
        people.suspend(suspended);
        for (Person unsuited :
                List.of(people.active(Profile.MAGISTRAT), people.active(Profile.EXPERT), suspended, people.partner())) {
            refused(day, unsuited.email(), DepartureRefusal.SUCCESSOR_UNKNOWN);
        }
        refused(day, "personne@exemple.fr", DepartureRefusal.SUCCESSOR_UNKNOWN);
        refused(day, greffier.email(), DepartureRefusal.SUCCESSOR_ONESELF);
        declare(colleague, today().plusDays(3), null);
        refused(day, colleague.email(), DepartureRefusal.SUCCESSOR_LEAVES);
        declare(colleague, today().plusDays(4), null);
        assertThat(declare(greffier, today().plusDays(3), colleague).successor())
                .isEqualTo(colleague.id());
    }

    @Test
    @Tag("T-1")
    void onlyMagistratsAndGreffiersDeclareTheirDeparture() {
        for (Profile profile : Profile.ofPeople()) {
            Person person = people.active(profile);
            if (profile.justiceStaff()) {
                declare(person, today(), null);
                departures.cancel(person);
            } else {
                assertThatThrownBy(() -> declare(person, today(), null))
                        .isInstanceOfSatisfying(RefusedException.class, no -> assertThat(no.refusal())
                                .isEqualTo(DepartureRefusal.STAFF_ONLY));
            }
        }
    }

    @Test
    @Tag("T-1")
    void itIsChangedAndCancelledUntilTheDayIsOverInParisAndNotASecondLonger() {
        Departure declared = declare(greffier, today(), null);
        clock.moveTo(declared.takesEffect().minusSeconds(2));
        departures.cancel(greffier);
        assertThat(departures.of(greffier)).isEmpty();
        declare(greffier, today(), null);
        declare(greffier, today(), colleague);

        // the job is late: the day is over all the same
        clock.moveTo(declared.takesEffect().plusMillis(500));
        for (Runnable act : List.<Runnable>of(
                () -> departures.cancel(greffier), () -> declare(greffier, today().plusDays(5), null))) {
            assertThatThrownBy(act::run).isInstanceOfSatisfying(RefusedException.class, no -> assertThat(no.refusal())
                    .isEqualTo(DepartureRefusal.TOO_LATE));
        }
    }

    @Test
    @Tag("T-2")
    void atMidnightTheFilesThatGoOnPassToTheSuccessorAndTheAccountIsInactive() {
        var files = new java.util.EnumMap<ExpertiseState, Cases.Case>(ExpertiseState.class);
        for (ExpertiseState state : ExpertiseState.values()) {
            files.put(state, cases.in(state));
            files.get(state).add(greffier, Role.GREFFIER, null);
        }
        Departure declared = declare(greffier, today().plusDays(2), colleague);
        clock.moveTo(declared.takesEffect().minusSeconds(60));
        jobs.runTasks();
        assertThat(people.now(greffier).state()).isEqualTo(PersonState.ACTIVE);
        assertThat(has(colleague, files.get(ExpertiseState.OPEN))).isFalse();

        clock.moveTo(declared.takesEffect());
        jobs.runTasks();
        files.forEach((state, one) -> {
            boolean passes =
                    state == ExpertiseState.SETUP || state == ExpertiseState.OPEN || state == ExpertiseState.PAUSED;
            assertThat(has(colleague, one)).as("the successor in " + state).isEqualTo(passes);
            assertThat(present(greffier, one)).as("who left, in " + state).isFalse();
        });
        assertThat(people.now(greffier).state()).isEqualTo(PersonState.DEPARTED);
        assertThat(table.find(declared.id()).orElseThrow())
                .satisfies(done -> assertThat(done.state()).isEqualTo(State.EFFECTIVE))
                .satisfies(done -> assertThat(done.heir()).isEqualTo(colleague.id()));
        assertThat(heard.of(greffier.id()))
                .containsExactly(new StaffDeparted(declared.id(), greffier.id(), colleague.id()));

        assertThat(subjects(colleague)).containsExactly("Vous reprenez les dossiers de " + greffier.name());
        assertThat(TestMail.text(TestMail.newest(colleague.email()))).contains("3 dossiers", "Martin c/ SCI Les Pins");
        assertThat(subjects(greffier)).noneMatch(subject -> subject.contains("Fin de votre participation"));
        assertThat(subjects(files.get(ExpertiseState.OPEN).expert()))
                .filteredOn(subject -> subject.contains("Départ de"))
                .containsExactly("Départ de " + greffier.name() + " : dossiers repris");
        assertThat(subjects(files.get(ExpertiseState.CLOSED).expert()))
                .noneMatch(subject -> subject.contains("Départ"));
    }

    @Test
    @Tag("T-2")
    void whoHasLeftIsAttachedToNoExpertiseAnyMore() {
        Cases.Case one = cases.open();
        leave(greffier, null);
        assertThatThrownBy(() -> one.add(greffier, Role.GREFFIER, null))
                .isInstanceOfSatisfying(
                        RefusedException.class, no -> assertThat(no.refusal()).isEqualTo(ParticipantRefusal.DEPARTED));
    }

    @Test
    @Tag("T-2")
    void aSuccessorWhoTakesPartAlreadyKeepsOneRole() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        one.add(colleague, Role.GREFFIER, null);
        leave(greffier, colleague);
        assertThat(participants.standings(colleague.id(), one.id())).hasSize(1);
        assertThat(present(greffier, one)).isFalse();
    }

    @Test
    @Tag("T-2")
    void aRunThatIsLateOrRepeatedOrOnTwoNodesHasOneEffect() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        Departure declared = declare(greffier, today(), colleague);
        clock.moveTo(declared.takesEffect().plus(Duration.ofDays(3)));
        String id = declared.id().toString();
        var nodes = List.of(
                CompletableFuture.runAsync(() -> night.run(id)),
                CompletableFuture.runAsync(() -> night.run(id)),
                CompletableFuture.runAsync(() -> night.run(id)));
        nodes.forEach(CompletableFuture::join);
        night.run(id);
        jobs.runTasks();
        assertThat(facts("departure.effective", greffier)).isOne();
        assertThat(facts("person.state", greffier)).isEqualTo(1 + facts("person.state", colleague));
        assertThat(heard.of(greffier.id())).hasSize(1);
        assertThat(participants.of(one.id()).stream()
                        .filter(each -> each.person().equals(colleague.id())))
                .hasSize(1);
        assertThat(subjects(colleague)).hasSize(1);
    }

    @RepeatedTest(5)
    @Tag("T-2")
    void whoIsAttachedAtTheVeryMomentTheyLeaveIsReplacedThereTooOrRefused() {
        Cases.Case one = cases.open();
        Departure declared = declare(greffier, today(), colleague);
        clock.moveTo(declared.takesEffect());
        var joining = CompletableFuture.runAsync(() -> one.add(greffier, Role.GREFFIER, null));
        var leaving = CompletableFuture.runAsync(() -> night.run(declared.id().toString()));
        joining.handle((done, refused) -> null).join();
        leaving.join();
        assertThat(present(greffier, one)).isFalse();
        assertThat(has(colleague, one)).isEqualTo(!joining.isCompletedExceptionally());
    }

    @RepeatedTest(5)
    @Tag("T-1")
    @Tag("T-2")
    void aCancellationInTheLastSecondAndTheNightNeverBothHappen() {
        Departure declared = declare(greffier, today(), null);
        clock.moveTo(declared.takesEffect().minusMillis(3));
        var cancelling = CompletableFuture.runAsync(() -> departures.cancel(greffier));
        var leaving = CompletableFuture.runAsync(() -> night.run(declared.id().toString()));
        cancelling.handle((done, refused) -> null).join();
        leaving.join();
        night.run(declared.id().toString());
        boolean cancelled = !cancelling.isCompletedExceptionally();
        assertThat(people.now(greffier).state()).isEqualTo(cancelled ? PersonState.ACTIVE : stateAfter(declared));
        assertThat(facts("departure.cancelled", greffier) + facts("departure.effective", greffier))
                .isLessThanOrEqualTo(1);
    }

    private PersonState stateAfter(Departure declared) {
        clock.moveTo(declared.takesEffect().plusSeconds(1));
        night.run(declared.id().toString());
        return PersonState.DEPARTED;
    }

    @Test
    @Tag("T-2")
    void nightsWithAnHourLessOrMoreBeginAtMidnightInParis() {
        for (var night : java.util.Map.of(
                        "2027-03-27", "2027-03-27T23:00:00Z",
                        "2027-03-28", "2027-03-28T22:00:00Z",
                        "2027-10-30", "2027-10-30T22:00:00Z",
                        "2027-10-31", "2027-10-31T23:00:00Z")
                .entrySet()) {
            clock.moveTo(Instant.parse(night.getKey() + "T05:00:00Z"));
            Person leaver = people.clerk();
            Departure declared = declare(leaver, LocalDate.parse(night.getKey()), null);
            assertThat(declared.takesEffect()).isEqualTo(Instant.parse(night.getValue()));
            clock.moveTo(declared.takesEffect().minusSeconds(60));
            jobs.runTasks();
            assertThat(people.now(leaver).active()).as(night.getKey()).isTrue();
            clock.moveTo(declared.takesEffect().plusSeconds(1));
            jobs.runTasks();
            assertThat(people.now(leaver).active()).as(night.getKey()).isFalse();
        }
    }

    @Test
    @Tag("T-2")
    void aSuccessorWhoLeavesTheSameDayCountsAsNoneInWhicheverOrder() {
        for (boolean successorFirst : new boolean[] {true, false}) {
            Person leaver = people.clerk();
            Person successor = people.clerk();
            Cases.Case one = cases.open();
            one.add(leaver, Role.GREFFIER, null);
            Departure first = declare(leaver, today(), successor);
            Departure second = declare(successor, today(), null);
            clock.moveTo(first.takesEffect().plusSeconds(1));
            List<Departure> order = successorFirst ? List.of(second, first) : List.of(first, second);
            order.forEach(departure -> night.run(departure.id().toString()));
            assertThat(table.find(first.id()).orElseThrow().waits()).isTrue();
            assertThat(present(successor, one)).isFalse();
            assertThat(present(leaver, one)).isFalse();
            clock.reset();
        }
    }

    @Test
    @Tag("T-2")
    void aLateRunOfTwoNightsPassesFilesOnFromOneSuccessorToTheNext() {
        Person third = people.clerk();
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        Departure first = declare(greffier, today(), colleague);
        Departure second = declare(colleague, today().plusDays(1), third);
        clock.moveTo(second.takesEffect().plus(Duration.ofDays(1)));
        night.run(second.id().toString());
        night.run(first.id().toString());
        assertThat(has(third, one)).isTrue();
        assertThat(present(colleague, one)).isFalse();
        assertThat(table.find(first.id()).orElseThrow().heir()).isEqualTo(colleague.id());
    }

    @Test
    @Tag("T-2")
    void aSuccessorWhoIsNotActiveByThenCountsAsNone() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        Departure declared = declare(greffier, today(), colleague);
        people.suspend(colleague);
        clock.moveTo(declared.takesEffect());
        jobs.runTasks();
        assertThat(table.find(declared.id()).orElseThrow().waits()).isTrue();
        assertThat(subjects(one.expert())).anyMatch(subject -> subject.contains("départ accompli, sans successeur"));
    }

    @Test
    @Tag("T-3")
    @Tag("N-4")
    void withoutSuccessorTheExpertsAreToldOnceForAllTheirFilesAtEachStep() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        Person other = cases.open().expert();
        departures.declare(greffier, new Declaration(today().plusDays(4).toString(), null, null));
        told(one.expert(), "départ déclaré");
        departures.declare(greffier, new Declaration(today().plusDays(4).toString(), null, "TRANSFER"));
        told(one.expert(), "départ déclaré");
        departures.declare(greffier, new Declaration(today().plusDays(5).toString(), null, null));
        told(one.expert(), "départ déclaré", "déclaration modifiée");
        departures.cancel(greffier);
        told(one.expert(), "départ déclaré", "déclaration modifiée", "départ annulé");
        leave(greffier, null);
        told(
                one.expert(),
                "départ déclaré",
                "déclaration modifiée",
                "départ annulé",
                "départ déclaré",
                "départ accompli, sans successeur");
        assertThat(TestMail.text(TestMail.newest(one.expert().email())))
                .contains(greffier.name(), one.now().title(), one.now().rg());
        assertThat(subjects(other)).isEmpty();
    }

    @Test
    @Tag("T-3")
    void withASuccessorTheExpertsAreToldWhenTheyGainOrLoseOneAndAtTheEnd() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        declare(greffier, today(), colleague);
        told(one.expert());
        declare(greffier, today().plusDays(1), colleague);
        told(one.expert());
        declare(greffier, today(), null);
        told(one.expert(), "déclaration modifiée");
        assertThat(TestMail.text(TestMail.newest(one.expert().email()))).contains("Aucun successeur");
        Departure declared = declare(greffier, today(), colleague);
        told(one.expert(), "déclaration modifiée", "déclaration modifiée");
        clock.moveTo(declared.takesEffect());
        told(one.expert(), "déclaration modifiée", "déclaration modifiée", "dossiers repris");
        assertThat(TestMail.text(TestMail.newest(one.expert().email()))).contains(colleague.name() + " a repris");
    }

    @Test
    @Tag("T-3")
    void withoutSuccessorTheFilesAreListedForSupportAndAReactivationBringsNothingBack() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        Cases.Case closed = cases.in(ExpertiseState.CLOSED);
        closed.add(greffier, Role.GREFFIER, null);
        Departure departure = leave(greffier, null);
        Person support = people.active(Profile.SUPPORT);
        assertThat(desk.list(support, true))
                .filteredOn(each -> each.departure().id().equals(departure.id()))
                .singleElement()
                .satisfies(each -> assertThat(each.files())
                        .extracting(CourtFile::expertise)
                        .containsExactly(one.id()));
        assertThatThrownBy(() -> desk.list(people.clerk(), true)).isInstanceOf(RefusedException.class);

        people.reactivate(greffier);
        assertThat(people.now(greffier).active()).isTrue();
        assertThat(present(greffier, one)).isFalse();
        assertThat(present(greffier, closed)).isFalse();
        assertThat(desk.list(support, true))
                .extracting(each -> each.departure().id())
                .contains(departure.id());
        declare(people.now(greffier), today().plusDays(1), null);
    }

    @Test
    @Tag("T-3")
    void somebodyWhoseAccountAnAdministratorEndsLeavesFilesThatNeedSomebodyToo() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        entries.depart(people.administrator(), greffier.id());
        assertThat(desk.list(people.active(Profile.SUPPORT), true))
                .filteredOn(each -> each.departure().person().equals(greffier.id()))
                .hasSize(1);
        assertThat(present(greffier, one)).isFalse();
        told(one.expert(), "départ accompli, sans successeur");
    }

    @Test
    @Tag("T-2")
    void whoIsNoStaffAnyMoreByThenDoesNotDepart() {
        Departure declared = declare(greffier, today(), null);
        jdbc.sql("update person set profile = 'ADMINISTRATOR' where id = ?")
                .param(greffier.id())
                .update();
        clock.moveTo(declared.takesEffect());
        jobs.runTasks();
        assertThat(people.now(greffier).active()).isTrue();
        assertThat(table.find(declared.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    @Tag("T-3")
    void aDepartureIsKnownToThoseWhomItConcernsAndNobodyElse() {
        Cases.Case one = cases.open();
        one.add(greffier, Role.GREFFIER, null);
        Person lawyer = one.lawyer(one.claimant());
        Person stranger = cases.open().expert();
        Departure declared = declare(greffier, today(), colleague);
        for (Person concerned : List.of(one.expert(), greffier, colleague)) {
            assertThat(reading.known(concerned, declared.id()).files()).hasSize(1);
        }
        for (Person other : List.of(lawyer, stranger, people.clerk(), people.active(Profile.SUPPORT))) {
            assertThatThrownBy(() -> reading.known(other, declared.id()))
                    .isInstanceOfSatisfying(RefusedException.class, no -> assertThat(no.refusal())
                            .isEqualTo(DepartureRefusal.UNKNOWN));
        }
    }

    @Test
    @Tag("R-1")
    void eachStepIsInTheJournalWithoutAnyName() {
        Departure declared = declare(greffier, today().plusDays(1), colleague);
        declare(greffier, today(), colleague);
        clock.moveTo(declared.takesEffect());
        jobs.runTasks();
        Person other = people.clerk();
        Departure cancelled = declare(other, today(), colleague);
        departures.cancel(other);
        assertThat(details("departure.cancelled", other))
                .contains(cancelled.id().toString())
                .doesNotContain(other.lastName());
        for (String kind : List.of("departure.declared", "departure.changed", "departure.effective")) {
            assertThat(details(kind, greffier))
                    .contains(declared.id().toString(), colleague.id().toString())
                    .doesNotContain(greffier.lastName());
        }
    }

    private Departure declare(Person person, LocalDate day, @Nullable Person successor) {
        return departures.declare(
                person, new Declaration(day.toString(), successor == null ? null : successor.email(), null));
    }

    /** Declared for today and carried out. */
    private Departure leave(Person person, @Nullable Person successor) {
        Departure declared = declare(person, today(), successor);
        clock.moveTo(declared.takesEffect());
        jobs.runTasks();
        return table.find(declared.id()).orElseThrow();
    }

    private void refused(String day, @Nullable String successor, DepartureRefusal expected) {
        assertThatThrownBy(() -> departures.declare(greffier, new Declaration(day, successor, null)))
                .as(day + " " + successor)
                .isInstanceOfSatisfying(
                        RefusedException.class, no -> assertThat(no.refusal()).isEqualTo(expected));
    }

    private void told(Person expert, String... what) {
        jobs.runTasks();
        assertThat(subjects(expert))
                .filteredOn(subject -> subject.startsWith("Départ de"))
                .containsExactlyInAnyOrderElementsOf(java.util.Arrays.stream(what)
                        .map(each -> "Départ de " + greffier.name() + " : " + each)
                        .toList());
    }

    private static List<String> subjects(Person person) {
        return TestMail.to(person.email()).stream()
                .map(TestMail::subject)
                .map(DepartureTest::plain)
                .toList();
    }

    /** Without the reference that begins a subject. */
    private static String plain(String subject) {
        return subject.replaceFirst("^\\[[^\\]]*\\] ", "");
    }

    private boolean has(Person person, Cases.Case one) {
        return participants.standings(person.id(), one.id()).stream()
                .anyMatch(standing -> standing.role() == Role.GREFFIER);
    }

    private boolean present(Person person, Cases.Case one) {
        return participants.of(one.id()).stream()
                .anyMatch(each -> each.present() && each.person().equals(person.id()));
    }

    private long facts(String kind, Person about) {
        return jdbc.sql("select count(*) from event where kind = ? and subject = ?")
                .params(kind, about.id())
                .query(Long.class)
                .single();
    }

    private String details(String kind, Person about) {
        return jdbc.sql("select details from event where kind = ? and subject = ?")
                .params(kind, about.id())
                .query(String.class)
                .single();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.PARIS);
    }
}
