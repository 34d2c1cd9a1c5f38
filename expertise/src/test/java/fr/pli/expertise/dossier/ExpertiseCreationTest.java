package fr.pli.expertise.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.testing.People;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExpertiseTest
class ExpertiseCreationTest {

    @Autowired
    ExpertiseCreation creation;

    @Autowired
    Expertises expertises;

    @Autowired
    Participants participants;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Test
    @Tag("D-10")
    void anExpertEntersAnOrderAndIsItsExpertWithTheFirstPartiesAndTheColleaguesNamed() {
        Person expert = people.who(Profile.EXPERT).named("Anne", "Durand").active();
        Person magistrat = people.active(Profile.MAGISTRAT);
        Person greffier = people.clerk();
        Expertise made = creation.create(
                expert,
                new Order(
                        " Poitou ",
                        "Hartmann",
                        "tribunal judiciaire de bordeaux",
                        "14/00112",
                        "MI 2026/17",
                        LocalDate.of(2026, 3, 9),
                        magistrat.email(),
                        " " + greffier.email().toUpperCase() + " ",
                        new BigDecimal("2500"),
                        LocalDate.of(2027, 1, 15),
                        LocalDate.of(2027, 6, 30)));

        Expertise found = expertises.known(expert, made.id()).expertise();
        assertThat(found.name()).startsWith("POITOU_HARTMANN_TJ33063_RG14/00112_DURAND_09-03-2026");
        assertThat(found.title()).isEqualTo("Poitou c/ Hartmann");
        assertThat(found.fileName()).doesNotContain("/");
        assertThat(found.state()).isEqualTo(ExpertiseState.SETUP);
        assertThat(found.awaitsProvision()).isTrue();
        assertThat(found.mi()).isEqualTo("MI 2026/17");
        assertThat(found.decidedOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(found.provision().amount()).isEqualByComparingTo("2500");
        assertThat(found.provision().due()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(found.reportDue()).isEqualTo(LocalDate.of(2027, 6, 30));
        assertThat(participants.parties(made.id()))
                .extracting(Party::name, Party::side)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Poitou", Party.Side.CLAIMANT),
                        org.assertj.core.groups.Tuple.tuple("Hartmann", Party.Side.DEFENDANT));
        assertThat(expertises.known(expert, made.id()).has(Role.EXPERT)).isTrue();
        assertThat(expertises.known(magistrat, made.id()).has(Role.MAGISTRAT)).isTrue();
        assertThat(expertises.known(greffier, made.id()).has(Role.GREFFIER)).isTrue();
        assertThat(jdbc.sql("select count(*) from event where subject = ? and kind = 'expertise.created'")
                        .param(made.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    @Tag("D-10")
    void onlyExpertsCreateExpertises() {
        for (Profile profile : Profile.ofPeople()) {
            if (profile != Profile.EXPERT) {
                assertThatThrownBy(() -> creation.create(people.active(profile), Cases.order("A", "B")))
                        .as(profile.name())
                        .extracting("refusal")
                        .isEqualTo(DossierRefusal.EXPERTS_ONLY);
            }
        }
    }

    @Test
    @Tag("D-10")
    void whatIsMissingOrWrongIsNamed() {
        Person expert = people.active(Profile.EXPERT);
        refused(expert, "participant.party-name-required", "", "B", "TJ33063", "14/00112", null, null, null, null);
        refused(
                expert,
                "expertise.court-unknown",
                "A",
                "B",
                "Tribunal de nulle part",
                "14/00112",
                null,
                null,
                null,
                null);
        refused(expert, "expertise.rg-required", "A", "B", "TJ33063", "", null, null, null, null);
        refused(expert, "expertise.mi-invalid", "A", "B", "TJ33063", "14/00112", "m".repeat(61), null, null, null);
        refused(
                expert,
                "expertise.decision-later",
                "A",
                "B",
                "TJ33063",
                "14/00112",
                null,
                LocalDate.of(2199, 1, 1),
                null,
                null);
        refused(expert, "expertise.date-invalid", "A", "B", "TJ33063", "14/00112", null, LocalDate.MAX, null, null);
        refused(
                expert,
                "expertise.amount-invalid",
                "A",
                "B",
                "TJ33063",
                "14/00112",
                null,
                null,
                null,
                new BigDecimal("-1"));
        refused(
                expert,
                "expertise.amount-invalid",
                "A",
                "B",
                "TJ33063",
                "14/00112",
                null,
                null,
                null,
                new BigDecimal("1.005"));
        refused(
                expert,
                "expertise.amount-invalid",
                "A",
                "B",
                "TJ33063",
                "14/00112",
                null,
                null,
                null,
                new BigDecimal("1e999999"));
        for (String address : List.of(
                "personne-" + UUID.randomUUID() + "@exemple.fr",
                people.active(Profile.LAWYER).email(),
                people.who(Profile.MAGISTRAT).suspended().email(),
                people.who(Profile.MAGISTRAT).invited().email(),
                people.clerk().email())) {
            refused(expert, "expertise.magistrat-unknown", "A", "B", "TJ33063", "14/00112", null, null, address, null);
        }
    }

    private void refused(
            Person expert,
            String code,
            String claimant,
            String defendant,
            String court,
            String rg,
            String mi,
            LocalDate decided,
            String magistrat,
            BigDecimal amount) {
        assertThatThrownBy(() -> creation.create(
                        expert,
                        new Order(claimant, defendant, court, rg, mi, decided, magistrat, null, amount, null, null)))
                .hasMessage(code);
    }

    @Test
    @Tag("E-1")
    void ofManyCreatedUnderOneNameAtOnceEachHasItsOwn() {
        Person expert = people.active(Profile.EXPERT);
        Order order = Cases.order("Simultané", "Ensemble");
        List<Expertise> made;
        try (var threads = Executors.newFixedThreadPool(4)) {
            made = IntStream.range(0, 4)
                    .mapToObj(each -> CompletableFuture.supplyAsync(() -> creation.create(expert, order), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        String name = made.stream()
                .map(Expertise::name)
                .min(java.util.Comparator.naturalOrder())
                .orElseThrow();
        assertThat(made)
                .extracting(Expertise::name)
                .containsExactlyInAnyOrder(name, name + " (2)", name + " (3)", name + " (4)");
    }
}
