package fr.pli.expertise.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.Refusal;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.dossier.DossierRefusal;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.ParticipantRefusal;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Party;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExpertiseTest
@Tag("E-7")
class InvitationDeskTest {

    @Autowired
    Cases cases;

    @Autowired
    People people;

    @Autowired
    InvitationDesk desk;

    @Autowired
    Participants participants;

    @Autowired
    Directory directory;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void standardPolicy() {
        jdbc.sql("delete from policy").update();
    }

    @Test
    void somebodyOfTheDirectoryTakesPartAndIsToldByMailAndBell() {
        Cases.Case one = cases.open();
        Person lawyer = people.active(Profile.LAWYER);
        desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.claimant(), lawyer.email()));

        assertThat(participants.standings(lawyer.id(), one.id())).hasSize(1);
        jobs.runTasks();
        assertThat(TestMail.to(lawyer.email())).hasSize(1);
        String text = TestMail.text(TestMail.newest(lawyer.email()));
        assertThat(text)
                .contains(one.now().title(), one.now().rg(), one.expert().name(), "Avocat", "/expertises/");
        assertThat(notices(lawyer)).containsExactly("expertise.invited");
    }

    @Test
    @Tag("A-1")
    void anAddressThatNobodyHasBecomesAnInvitedEntryThatOnlyTheLinkOpens() {
        Cases.Case one = cases.open();
        String address = address();
        Participant made = desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.claimant(), address));

        Person guest = directory.findByEmail(address).orElseThrow();
        assertThat(guest.state()).isEqualTo(PersonState.INVITED);
        assertThat(guest.profile()).isEqualTo(Profile.LAWYER);
        assertThat(guest.guest()).isTrue();
        assertThat(guest.organisation()).isEqualTo("Cabinet Neuf");
        assertThat(made.person()).isEqualTo(guest.id());
        assertThat(participants.standings(guest.id(), one.id())).isEmpty();
        jobs.runTasks();
        assertThat(TestMail.to(address)).hasSize(1);
        String text = TestMail.text(TestMail.newest(address));
        assertThat(text).contains("/link/", one.now().rg(), one.expert().name()).doesNotContain("Martin", "Les Pins");
        assertThat(text).contains("jusqu'au");
    }

    @Test
    @Tag("A-1")
    @Tag("X-2")
    void whoWasInvitedIsOfferedToNobodyAndFindsNobodyUntilAnAdministratorTakesTheEntryOver() {
        Cases.Case one = cases.open();
        String address = address();
        desk.invite(one.expert(), one.id(), into(Role.PARTY_PUBLISHER, one.claimant(), address));
        Person guest = directory.findByEmail(address).orElseThrow();
        Person clerk = people.clerk();
        jdbc.sql("update person set state = 'ACTIVE' where id = ?")
                .param(guest.id())
                .update();
        Person active = directory.find(guest.id()).orElseThrow();

        assertThat(directory.reachable(clerk, active)).isFalse();
        assertThat(directory.reachable(active, clerk)).isFalse();
        assertThat(directory.complete(clerk, address, 10)).isEmpty();
        assertThat(directory.complete(active, clerk.lastName(), 10)).isEmpty();
        assertThat(participants.standings(active.id(), one.id())).hasSize(1);
    }

    @Test
    @Tag("A-1")
    void thePolicyClosesTheDirectoryToInvitations() {
        jdbc.sql("insert into policy (name, value, changed_at, changed_by) values (?, 'no', ?, ?)")
                .params(
                        "expertise.invitation-entries",
                        clock.instant(),
                        people.administrator().id())
                .update();
        Cases.Case one = cases.open();
        String address = address();
        refused(
                InvitationRefusal.PERSON_UNAVAILABLE,
                () -> desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.claimant(), address)));
        assertThat(directory.findByEmail(address)).isEmpty();
        desk.invite(
                one.expert(),
                one.id(),
                into(Role.AVOCAT, one.claimant(), people.active(Profile.LAWYER).email()));
    }

    @Test
    @Tag("X-2")
    void whoCannotTakeThatRoleIsRefusedLikeAnUnknownAddressAndAHiddenPersonIsNot() {
        Cases.Case one = cases.open();
        for (Person unsuited : List.of(
                people.who(Profile.LAWYER).suspended(),
                people.who(Profile.LAWYER).in(PersonState.DEPARTED),
                people.clerk(),
                people.administrator(),
                people.active(Profile.AUDITOR),
                one.expert())) {
            refused(
                    InvitationRefusal.PERSON_UNAVAILABLE,
                    () -> desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.claimant(), unsuited.email())));
        }
        for (Role role : List.of(Role.MAGISTRAT, Role.GREFFIER, Role.CO_EXPERT)) {
            refused(
                    InvitationRefusal.PERSON_UNAVAILABLE,
                    () -> desk.invite(one.expert(), one.id(), into(role, null, address())));
            refused(
                    InvitationRefusal.PERSON_UNAVAILABLE,
                    () -> desk.invite(
                            one.expert(),
                            one.id(),
                            into(
                                    role,
                                    null,
                                    people.who(Profile.valueOf(role == Role.CO_EXPERT ? "EXPERT" : role.name()))
                                            .invited()
                                            .email())));
        }
        Person hidden = people.active(Profile.LAWYER);
        assertThat(directory.reachable(one.expert(), hidden)).isFalse();
        desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.claimant(), hidden.email()));
        assertThat(participants.standings(hidden.id(), one.id())).hasSize(1);
        for (Role role : List.of(Role.MAGISTRAT, Role.GREFFIER)) {
            Person colleague = people.active(Profile.valueOf(role.name()));
            desk.invite(one.expert(), one.id(), into(role, null, colleague.email()));
            assertThat(participants.standings(colleague.id(), one.id())).hasSize(1);
        }
    }

    @Test
    void theSameIsAskedOfAKnownAndOfAnUnknownAddress() {
        Cases.Case one = cases.open();
        for (String email : List.of(people.active(Profile.LAWYER).email(), address())) {
            assertThatThrownBy(() -> desk.invite(
                            one.expert(),
                            one.id(),
                            new Invitation(Role.AVOCAT, one.claimant().id(), email, "", "", "", "fr")))
                    .hasMessage("directory.first-name-required");
        }
        refused(
                "directory.guest-of-court",
                () -> desk.invite(
                        one.expert(),
                        one.id(),
                        new Invitation(
                                Role.AVOCAT,
                                one.claimant().id(),
                                address(),
                                "A",
                                "B",
                                "Tribunal judiciaire de Bordeaux",
                                "fr")));
    }

    @Test
    @Tag("M-4")
    void partiesAreToldWhenItBeginsAndNotBefore() {
        Cases.Case one = cases.setup();
        Person lawyer = people.active(Profile.LAWYER);
        String address = address();
        desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.claimant(), lawyer.email()));
        Participant guest = desk.invite(one.expert(), one.id(), into(Role.PARTY_READER, one.claimant(), address));
        Person sapiteur = people.active(Profile.SAPITEUR);
        desk.invite(one.expert(), one.id(), into(Role.SAPITEUR, null, sapiteur.email()));
        jobs.runTasks();
        assertThat(TestMail.to(lawyer.email())).isEmpty();
        assertThat(TestMail.to(address)).isEmpty();
        assertThat(TestMail.to(sapiteur.email())).hasSize(1);
        refused(InvitationRefusal.NOT_YET_OPEN, () -> desk.renew(one.expert(), one.id(), guest.id()));

        one.waive().become(ExpertiseState.OPEN);
        jobs.runTasks();
        assertThat(notices(lawyer)).containsExactly("expertise.invited");
        assertThat(TestMail.subject(TestMail.newest(lawyer.email()))).contains("Invitation");
        assertThat(TestMail.text(TestMail.newest(address))).contains("/link/");
        assertThat(notices(sapiteur)).containsExactlyInAnyOrder("expertise.invited", "expertise.state");
        one.become(ExpertiseState.PAUSED).become(ExpertiseState.OPEN);
        assertThat(notices(lawyer))
                .containsExactlyInAnyOrder("expertise.invited", "expertise.state", "expertise.state");
    }

    @Test
    void anInvitationIsRenewedByANewLinkOrByTheSameMail() {
        Cases.Case one = cases.open();
        String address = address();
        Participant guest = desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.claimant(), address));
        Person lawyer = people.active(Profile.LAWYER);
        Participant known = desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.claimant(), lawyer.email()));
        desk.renew(one.expert(), one.id(), guest.id());
        desk.renew(one.expert(), one.id(), known.id());
        jobs.runTasks();
        assertThat(TestMail.to(address)).hasSize(2);
        assertThat(TestMail.links(TestMail.to(address).get(0)).getFirst())
                .isNotEqualTo(TestMail.links(TestMail.to(address).get(1)).getFirst());
        assertThat(TestMail.to(lawyer.email())).hasSize(2);
        assertThat(facts(one.id())).contains("participant.invited");
    }

    @Test
    void aRoleIsChangedByEndingOneAndBeginningAnother() {
        Cases.Case one = cases.open();
        Person party = people.active(Profile.PARTY);
        Participant before =
                desk.invite(one.expert(), one.id(), into(Role.PARTY_READER, one.claimant(), party.email()));
        desk.consent(party, one.id());
        Participant after = desk.change(
                one.expert(),
                one.id(),
                before.id(),
                Role.PARTY_PUBLISHER,
                one.claimant().id());

        assertThat(participants.standings(party.id(), one.id())).containsExactly(after.standing());
        assertThat(participants.find(before.id()).orElseThrow().leftAt()).isNotNull();
        assertThat(participants.find(after.id()).orElseThrow().consentAt()).isNotNull();
        assertThat(notices(party)).doesNotContain("expertise.ended");
        refused(
                InvitationRefusal.PERSON_UNAVAILABLE,
                () -> desk.change(one.expert(), one.id(), after.id(), Role.GREFFIER, null));
        refused(
                InvitationRefusal.ROLE_REQUIRED,
                () -> desk.change(one.expert(), one.id(), after.id(), Role.EXPERT, null));
        assertThat(participants.standings(party.id(), one.id())).containsExactly(after.standing());
    }

    @Test
    void whoIsSentAwayLosesAccessAtOnceAndIsTold() {
        Cases.Case one = cases.open();
        Person lawyer = people.active(Profile.LAWYER);
        Participant part = desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.claimant(), lawyer.email()));
        desk.end(one.expert(), one.id(), part.id());

        assertThat(participants.standings(lawyer.id(), one.id())).isEmpty();
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(lawyer.email())))
                .contains("a pris fin", one.now().title());
        assertThat(TestMail.to(lawyer.email()))
                .as("the invitation is not sent any more")
                .hasSize(1);
        assertThat(notices(lawyer)).contains("expertise.ended");
        refused(ParticipantRefusal.UNKNOWN, () -> desk.end(one.expert(), one.id(), part.id()));
        Participant expert = participants.of(one.id()).getFirst();
        refused(ParticipantRefusal.EXPERT_STAYS, () -> desk.end(one.expert(), one.id(), expert.id()));
    }

    @Test
    void nobodyIsInvitedIntoWhatIsOverAndNobodyButTheExpertInvites() {
        for (ExpertiseState state : List.of(ExpertiseState.CLOSED, ExpertiseState.REJECTED)) {
            Cases.Case one = cases.in(state);
            refused(
                    DossierRefusal.OVER,
                    () -> desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.claimant(), address())));
            refused(DossierRefusal.OVER, () -> desk.addParty(one.expert(), one.id(), Party.Side.OTHER, "X"));
        }
        Cases.Case one = cases.open();
        for (Role role : Role.values()) {
            if (role != Role.EXPERT && role != Role.EXPERT_FOR_PARTY) {
                Person other = one.with(role);
                refused(
                        DossierRefusal.EXPERT_ONLY,
                        () -> desk.invite(other, one.id(), into(Role.AVOCAT, one.claimant(), address())));
            }
        }
        refused(
                DossierRefusal.UNKNOWN,
                () -> desk.invite(cases.setup().expert(), one.id(), into(Role.AVOCAT, one.claimant(), address())));
    }

    @Test
    void aRoleOfAPartyNeedsAPartyOfThisExpertise() {
        Cases.Case one = cases.open();
        refused(
                InvitationRefusal.PARTY_REQUIRED,
                () -> desk.invite(one.expert(), one.id(), into(Role.AVOCAT, null, address())));
        refused(
                ParticipantRefusal.UNKNOWN,
                () -> desk.invite(
                        one.expert(), one.id(), into(Role.AVOCAT, cases.setup().claimant(), address())));
        refused(
                InvitationRefusal.ROLE_REQUIRED,
                () -> desk.invite(one.expert(), one.id(), into(Role.EXPERT_FOR_PARTY, one.claimant(), address())));
        refused(
                InvitationRefusal.ROLE_REQUIRED,
                () -> desk.invite(one.expert(), one.id(), into(null, null, address())));
    }

    @Test
    void theExpertActsForAPartyWithoutAccessAndAPartyHasNotBoth() {
        Cases.Case one = cases.open();
        desk.serve(one.expert(), one.id(), one.defendant().id(), true, true);
        assertThat(participants.standings(one.expert().id(), one.id()))
                .extracting(standing -> standing.role())
                .containsExactly(Role.EXPERT, Role.EXPERT_FOR_PARTY);
        assertThat(participants.parties(one.id()))
                .extracting(Party::expertDeposits)
                .containsExactly(false, true);
        refused(
                InvitationRefusal.PARTY_WITHOUT_ACCESS,
                () -> desk.invite(one.expert(), one.id(), into(Role.AVOCAT, one.defendant(), address())));
        desk.serve(one.expert(), one.id(), one.defendant().id(), true, true);
        desk.serve(one.expert(), one.id(), one.defendant().id(), true, false);
        assertThat(participants.standings(one.expert().id(), one.id())).hasSize(1);

        one.lawyer(one.claimant());
        refused(
                InvitationRefusal.PARTY_HAS_ACCESS,
                () -> desk.serve(one.expert(), one.id(), one.claimant().id(), false, true));
    }

    @Test
    void consentIsGivenByThePersonOrRecordedFromPaperOnce() {
        Cases.Case one = cases.open();
        Person lawyer = one.lawyer(one.claimant());
        one.add(lawyer, Role.AVOCAT, one.defendant());
        desk.consent(lawyer, one.id());
        assertThat(of(one, lawyer)).hasSize(2).allSatisfy(each -> {
            assertThat(each.consentAt()).isNotNull();
            assertThat(each.consentBy()).isEqualTo(lawyer.id());
        });
        Person party = one.reader(one.claimant());
        UUID participation = of(one, party).getFirst().id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PARIS);
        refused(
                InvitationRefusal.CONSENT_DAY,
                () -> desk.consentOnPaper(one.expert(), one.id(), participation, today.plusDays(1)));
        desk.consentOnPaper(one.expert(), one.id(), participation, today.minusDays(3));
        assertThat(of(one, party).getFirst().consentBy()).isEqualTo(one.expert().id());
        refused(
                InvitationRefusal.CONSENT_NOT_OWED,
                () -> desk.consentOnPaper(one.expert(), one.id(), participation, today));
        Person magistrat = one.magistrat();
        refused(
                InvitationRefusal.CONSENT_NOT_OWED,
                () -> desk.consentOnPaper(
                        one.expert(), one.id(), of(one, magistrat).getFirst().id(), today));
        assertThat(facts(one.id())).filteredOn("participant.consented"::equals).hasSize(3);
    }

    @Test
    void ofTwoInvitationsOfOneUnknownAddressAtOnceOneEntryIsMade() {
        Cases.Case one = cases.open();
        Cases.Case two = cases.open();
        String address = address();
        try (var threads = Executors.newFixedThreadPool(2)) {
            IntStream.range(0, 2)
                    .mapToObj(each -> CompletableFuture.supplyAsync(
                            () -> {
                                Cases.Case in = each == 0 ? one : two;
                                return desk.invite(in.expert(), in.id(), into(Role.AVOCAT, in.claimant(), address));
                            },
                            threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        Person guest = directory.findByEmail(address).orElseThrow();
        assertThat(of(one, guest)).hasSize(1);
        assertThat(of(two, guest)).hasSize(1);
    }

    private List<Participant> of(Cases.Case one, Person person) {
        return participants.of(one.id()).stream()
                .filter(each -> each.person().equals(person.id()) && each.present())
                .toList();
    }

    private static Invitation into(Role role, Party party, String email) {
        return new Invitation(role, party == null ? null : party.id(), email, "Nadia", "Neuf", "Cabinet Neuf", "fr");
    }

    private static String address() {
        return "neuf-" + UUID.randomUUID() + "@exemple.fr";
    }

    private List<String> notices(Person person) {
        return jdbc.sql("select kind from notice where person = ? order by id")
                .param(person.id())
                .query(String.class)
                .list();
    }

    private List<String> facts(UUID expertise) {
        return jdbc.sql("select kind from event where subject = ?")
                .param(expertise)
                .query(String.class)
                .list();
    }

    private static void refused(Refusal refusal, ThrowingCallable act) {
        assertThatThrownBy(act).extracting("refusal").isEqualTo(refusal);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).hasMessage(code);
    }
}
