package fr.pli.expertise.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonErased;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.certificate.Registered;
import fr.pli.exchange.certificate.Registrations;
import fr.pli.exchange.certificate.Specialties;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExpertiseTest
@Tag("S-3")
class ExpertsTest {

    @Autowired
    People people;

    @Autowired
    Experts experts;

    @Autowired
    OwnEntries entries;

    @Autowired
    Specialties specialties;

    @Autowired
    ExpertTable table;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Units units;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void accentsAndCaseDoNotMatterAndTheBeginningOfAnyWordIsEnough() {
        Person one = people.who(Profile.EXPERT)
                .named("Anaïs-Zoé", "D'Échassériaux Œuvrard")
                .active();
        for (String typed : List.of("échass", "ECHASSERIAUX", "oeuv", "d echass", "œuvrard")) {
            assertThat(names(query(typed, "", "", ""))).as(typed).contains(one.name());
        }
        assertThat(names(query("echass", "ZOE", "", ""))).containsExactly(one.name());
        assertThat(names(query("echass", "paul", "", ""))).isEmpty();
        assertThat(names(query("anais", "", "", "")))
                .as("a first name is no last name")
                .doesNotContain(one.name());
    }

    @Test
    void theyAreFoundByCourtAndByOneOfTheirSpecialtiesOrTheHeadingAboveIt() {
        Person one = people.who(Profile.EXPERT).named("Ida", "Quintefeuille").active();
        var heading = specialties.headings().getFirst();
        String first = heading.specialties().getFirst().code();
        String other = specialties.headings().getLast().specialties().getFirst().code();
        entries.write(one, new OwnEntry("CA-AGEN", List.of(other, first), "05 53 00 00 00", ""));
        Expert found = experts.find(query("quinte", "", "", "")).getFirst();
        assertThat(found.court()).isEqualTo("Cour d'appel d'Agen");
        assertThat(found.specialties())
                .extracting(Specialties.Specialty::code)
                .as("in the order of the nomenclature")
                .containsExactly(first, other);
        assertThat(names(query("quinte", "", "Cour d'appel d'Agen", first))).containsExactly(one.name());
        assertThat(names(query("quinte", "", "", heading.code()))).containsExactly(one.name());
        assertThat(names(
                        query("quinte", "", "", heading.specialties().getFirst().text())))
                .containsExactly(one.name());
        assertThat(names(query("quinte", "", "CA-AIX-PROVENCE", ""))).isEmpty();
        assertThatThrownBy(() -> experts.find(query("", "", "Cour d'appel de Nulle-Part", "")))
                .extracting("refusal")
                .isEqualTo(ExpertRefusal.COURT_UNKNOWN);
        assertThatThrownBy(() -> experts.find(query("", "", "", "magie")))
                .extracting("refusal")
                .isEqualTo(ExpertRefusal.SPECIALTY_UNKNOWN);
    }

    @Test
    void whatWasListedUnderAnEarlierNomenclatureStays() {
        Person one = people.who(Profile.EXPERT).named("Ugo", "Vieillecroze").active();
        jdbc.sql("insert into expert_specialty (code, person, nomenclature, position) values ('Z.9', ?, 'N1990', 0)")
                .param(one.id())
                .update();
        String now = specialties.headings().getFirst().specialties().getFirst().code();
        entries.write(one, new OwnEntry("", List.of(now), "", ""));
        assertThat(experts.find(one.id()).orElseThrow().specialties())
                .extracting(Specialties.Specialty::nomenclature)
                .containsExactly("N1990", specialties.current());
    }

    @Test
    @Tag("C-3")
    void whatAnExpertSaidWhenRegisteringStandsInTheDirectory() {
        Person one = people.who(Profile.EXPERT)
                .named("Léa", "Brindejonc")
                .of("Cour d'appel de Bordeaux")
                .active();
        String code = specialties.headings().getFirst().specialties().getFirst().code();
        units.run(() -> events.publishEvent(new Registered(
                one.id(), new Registrations.Contact("05 56", "06 07", "", code + " inconnu", clock.instant()))));
        Expert found = experts.find(query("brindejonc", "", "", "")).getFirst();
        assertThat(found.court()).isEqualTo("Cour d'appel de Bordeaux");
        assertThat(found.mobile()).isEqualTo("06 07");
        assertThat(found.specialties()).extracting(Specialties.Specialty::code).containsExactly(code);
    }

    @Test
    @Tag("Q-11")
    void onlyActiveExpertsStandInItAndNothingOfAnErasedOneStays() {
        Person one = people.who(Profile.EXPERT).named("Max", "Tournebroche").active();
        people.who(Profile.LAWYER).named("Max", "Tournebrocher").active();
        assertThat(names(query("tournebroche", "", "", ""))).containsExactly(one.name());
        people.suspend(one);
        assertThat(names(query("tournebroche", "", "", ""))).isEmpty();
        units.run(() -> events.publishEvent(new PersonErased(one.id(), Set.of())));
        for (String kept : List.of("expert", "expert_word", "expert_specialty")) {
            assertThat(jdbc.sql("select count(*) from " + kept + " where person = ?")
                            .param(one.id())
                            .query(Long.class)
                            .single())
                    .as(kept)
                    .isZero();
        }
    }

    @Test
    void anEntryFromBeforeIsFoundAfterTheSweep() {
        Person one = people.who(Profile.EXPERT).named("Noé", "Sansmots").active();
        jdbc.sql("delete from expert where person = ?").param(one.id()).update();
        assertThat(names(query("sansmots", "", "", ""))).isEmpty();
        jobs.sweep("experts.words");
        assertThat(names(query("sansmots", "", "", ""))).containsExactly(one.name());
    }

    @Test
    void pagesFollowEachOtherInTheOrderOfNamesWithoutGapOrDouble() {
        for (int i = 0; i < 7; i++) {
            people.who(Profile.EXPERT)
                    .named("P" + i, "Zythum" + (i % 2 == 0 ? "é" : "e"))
                    .active();
        }
        var seen = new java.util.ArrayList<UUID>();
        UUID after = null;
        do {
            List<Expert> page = experts.find(new ExpertQuery("zythum", "", "", "", false, after, 3));
            page.stream().limit(3).map(Expert::id).forEach(seen::add);
            after = page.size() > 3 ? page.get(2).id() : null;
        } while (after != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void anExpertWritesTheirOwnEntryAndNobodyElseHasOne() {
        Person one = people.active(Profile.EXPERT);
        assertThatThrownBy(() -> entries.write(one, new OwnEntry("", List.of(), "n'importe", "")))
                .extracting("refusal")
                .isEqualTo(ExpertRefusal.PHONE_MALFORMED);
        assertThatThrownBy(() -> entries.of(people.clerk()))
                .extracting("refusal")
                .isEqualTo(ExpertRefusal.EXPERTS_ONLY);
        entries.write(one, new OwnEntry("CA-PARIS", List.of(), "", "06 00 00 00 00"));
        entries.write(one, new OwnEntry("", List.of(), "", ""));
        assertThat(experts.find(one.id()).orElseThrow().court())
                .as("a court of appeal once said stays")
                .isEqualTo("Cour d'appel de Paris");
        assertThat(jdbc.sql("select count(*) from event where kind = 'expert.listed' and subject = ? and actor = ?")
                        .params(one.id(), one.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void thirtySpecialtiesAreTheMost() {
        Person one = people.active(Profile.EXPERT);
        List<String> codes = specialties.headings().stream()
                .flatMap(heading -> heading.specialties().stream())
                .map(Specialties.Specialty::code)
                .limit(OwnEntries.MOST_SPECIALTIES + 1L)
                .toList();
        assertThatThrownBy(() -> entries.write(one, new OwnEntry("", codes, "", "")))
                .extracting("refusal")
                .isEqualTo(ExpertRefusal.SPECIALTIES_TOO_MANY);
        entries.write(one, new OwnEntry("", codes.subList(0, OwnEntries.MOST_SPECIALTIES), "", ""));
        assertThat(experts.find(one.id()).orElseThrow().specialties()).hasSize(OwnEntries.MOST_SPECIALTIES);
    }

    /** Every criterion is answered by an index: none reads the whole table of experts, of people or of words. */
    @Test
    void noSearchReadsAWholeTable() {
        for (int i = 0; i < 30; i++) {
            people.who(Profile.EXPERT).named("Jean" + i, "Planche" + i).active();
        }
        for (ExpertTable.Asked asked : List.of(
                asked(List.of("planche3"), List.of(), null, null),
                asked(List.of("planche3"), List.of("jean"), "CA-AGEN", null),
                asked(List.of(), List.of(), "CA-AGEN", null),
                asked(List.of(), List.of(), null, "A.1.1"))) {
            assertThat(table.plan(asked, 26)).as(asked.toString()).allSatisfy(step -> assertThat(step.get("key"))
                    .as(step.toString())
                    .isNotNull());
        }
    }

    private static ExpertTable.Asked asked(List<String> last, List<String> first, String court, String code) {
        return new ExpertTable.Asked(last, first, court, code, true, null);
    }

    private List<String> names(ExpertQuery query) {
        return experts.find(query).stream().map(Expert::name).toList();
    }

    private static ExpertQuery query(String last, String first, String court, String specialty) {
        return new ExpertQuery(last, first, court, specialty, false, null, 50);
    }
}
