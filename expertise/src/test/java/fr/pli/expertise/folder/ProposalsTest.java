package fr.pli.expertise.folder;

import static fr.pli.expertise.folder.DepositsTest.together;
import static fr.pli.expertise.folder.FoldersTest.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** « Confidentiel accepté », and what the expert decides beyond the matrix. */
@ExpertiseTest
class ProposalsTest {

    @Autowired
    Cases cases;

    @Autowired
    Folders folders;

    @Autowired
    Filings filings;

    @Autowired
    Proposals proposals;

    @Autowired
    Grants grants;

    @Autowired
    Subfolders subfolders;

    @Autowired
    Documents documents;

    @Autowired
    Access access;

    @Autowired
    Unread unread;

    @Autowired
    Participants participants;

    @Autowired
    Roster roster;

    @Autowired
    Units units;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcClient jdbc;

    private Case one;
    private Person lawyer;
    private Person colleague;
    private Person other;
    private UUID confidential;

    @BeforeEach
    void anOpenExpertise() {
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
        colleague = one.publisher(one.claimant());
        other = one.lawyer(one.defendant());
        confidential = folders.at(
                one.id(), FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, one.claimant().id());
    }

    @Test
    @Tag("E-8")
    void aPartysDepositIsAProposalReadByItsDepositorAndTheExpertOnly() {
        Document proposal = filings.one(lawyer, confidential, "secret.pdf");
        assertThat(proposal.status()).isEqualTo(Document.Status.PROPOSED);
        assertThat(proposal.number()).isNull();
        assertThat(filings.facts("deposit.proposed", proposal.message())).isOne();
        assertThat(filings.facts("deposit.published", proposal.message())).isZero();
        assertThat(folders.find(confidential).orElseThrow().documents()).isZero();
        assertThat(documents.may(lawyer, proposal)).isTrue();
        assertThat(documents.may(one.expert(), proposal)).isTrue();
        for (Person person : List.of(colleague, other, one.coExpert(), one.magistrat(), one.greffier())) {
            assertThat(documents.may(person, proposal)).as(person.email()).isFalse();
            assertThat(unread.of(person, List.of(one.id()))).isEmpty();
        }
        assertThat(unread.of(one.expert(), List.of(one.id()))).isEqualTo(Map.of(one.id(), Map.of(confidential, 1)));
        filings.download(one.expert(), proposal);
        assertThat(unread.of(one.expert(), List.of(one.id()))).isEmpty();
    }

    @Test
    @Tag("E-8")
    void acceptedItIsPublishedAndItsReadersSoFarHaveIt() {
        Document proposal = filings.one(lawyer, confidential, "secret.pdf");
        filings.download(one.expert(), proposal);
        proposals.accept(one.expert(), one.id(), proposal.id());
        Document accepted = filings.now(proposal);
        assertThat(accepted.accepted()).isTrue();
        assertThat(accepted.number()).isOne();
        assertThat(accepted.publishedAt()).isNotNull();
        assertThat(documents.may(colleague, accepted)).isTrue();
        assertThat(documents.may(other, accepted)).isFalse();
        assertThat(unread.of(one.expert(), List.of(one.id()))).isEmpty();
        assertThat(unread.of(lawyer, List.of(one.id()))).isEmpty();
        assertThat(unread.of(colleague, List.of(one.id()))).isEqualTo(Map.of(one.id(), Map.of(confidential, 1)));
        assertThat(filings.facts("proposal.accepted", proposal.message())).isOne();
        refused(FolderRefusal.PROPOSAL_DECIDED, () -> proposals.accept(one.expert(), one.id(), proposal.id()));
        long before = jdbc.sql("select count(*) from event where kind = 'reading.compared'")
                .query(Long.class)
                .single();
        jobs.sweep("reading-comparison");
        assertThat(jdbc.sql("select count(*) from event where kind = 'reading.compared'")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    @Tag("E-8")
    void refusedWithAReasonItStaysReadableToThoseTwo() {
        Document proposal = filings.one(lawyer, confidential, "secret.pdf");
        refused(FolderRefusal.REASON_REQUIRED, () -> proposals.refuse(one.expert(), one.id(), proposal.id(), " "));
        refused(
                FolderRefusal.REASON_TOO_LONG,
                () -> proposals.refuse(one.expert(), one.id(), proposal.id(), "a".repeat(1001)));
        refused(FolderRefusal.EXPERT_ONLY, () -> proposals.refuse(lawyer, one.id(), proposal.id(), "Non"));
        refused(FolderRefusal.DOCUMENT_UNKNOWN, () -> proposals.accept(other, one.id(), proposal.id()));
        proposals.refuse(one.expert(), one.id(), proposal.id(), "Sans rapport avec la mission");
        Document after = filings.now(proposal);
        assertThat(after.status()).isEqualTo(Document.Status.REFUSED);
        assertThat(after.refusedFor()).isEqualTo("Sans rapport avec la mission");
        assertThat(documents.may(lawyer, after)).isTrue();
        assertThat(documents.may(one.expert(), after)).isTrue();
        assertThat(documents.may(colleague, after)).isFalse();
        assertThat(folders.find(confidential).orElseThrow().documents()).isZero();
        jobs.runTasks();
        assertThat(TestMail.to(one.expert().email())).anySatisfy(mail -> assertThat(TestMail.text(mail))
                .contains("vous propose des documents confidentiels", "secret.pdf", lawyer.name()));
        assertThat(TestMail.to(lawyer.email())).anySatisfy(mail -> assertThat(TestMail.text(mail))
                .contains("a refusé votre proposition", "Sans rapport avec la mission"));
    }

    @Test
    @Tag("E-8")
    @Tag("E-7")
    void whatTheExpertDepositsForAPartyIsPublishedAtOnce() {
        participants
                .parties(one.id())
                .forEach(party ->
                        units.run(() -> roster.mode(party, true, one.expert().id())));
        assertThat(filings.one(one.expert(), confidential, "papier.pdf").published())
                .isTrue();
        Document proposal = filings.one(lawyer, confidential, "secret.pdf");
        assertThat(proposal.status())
                .as("whatever the mode, the party's own is a proposal")
                .isEqualTo(Document.Status.PROPOSED);
        Case without = cases.open();
        without.add(without.expert(), Role.EXPERT_FOR_PARTY, without.claimant());
        Document paper = filings.one(
                without.expert(),
                folders.at(
                        without.id(),
                        FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE,
                        without.claimant().id()),
                "papier.pdf");
        assertThat(paper.role()).isEqualTo(Role.EXPERT_FOR_PARTY);
        assertThat(paper.published())
                .as("for a party without access it needs nobody's acceptance either")
                .isTrue();
    }

    @Test
    @Tag("E-8")
    @Tag("M-4")
    void aGrantOpensOneDocumentOrAFolderUntilItIsTakenBack() {
        Document first = accepted("a.pdf");
        Document second = accepted("b.pdf");
        UUID to = participant(other);
        assertThat(access.sight(other.id(), confidential))
                .hasValueSatisfying(sight -> assertThat(sight.listed()).isFalse());
        UUID single = grants.giveDocument(one.expert(), one.id(), to, first.id());
        assertThat(grants.giveDocument(one.expert(), one.id(), to, first.id())).isEqualTo(single);
        assertThat(documents.may(other, first)).isTrue();
        assertThat(documents.may(other, second)).isFalse();
        Sight partly = access.sight(other.id(), confidential).orElseThrow();
        assertThat(partly.listed()).isTrue();
        assertThat(partly.whole()).isFalse();
        assertThat(partly.singles()).containsExactly(first.id());
        assertThat(unread.of(other, List.of(one.id()))).isEqualTo(Map.of(one.id(), Map.of(confidential, 1)));
        filings.download(other, first);
        assertThat(unread.of(other, List.of(one.id()))).isEmpty();
        UUID whole = grants.giveFolder(one.expert(), one.id(), to, confidential);
        assertThat(documents.may(other, second)).isTrue();
        assertThat(unread.of(other, List.of(one.id()))).isEqualTo(Map.of(one.id(), Map.of(confidential, 1)));
        grants.revoke(one.expert(), one.id(), whole);
        grants.revoke(one.expert(), one.id(), whole);
        assertThat(documents.may(other, second)).isFalse();
        assertThat(documents.may(other, first)).isTrue();
        grants.revoke(one.expert(), one.id(), single);
        assertThat(documents.may(other, first)).isFalse();
        assertThat(grants.of(one.expert(), one.id())).hasSize(2).noneMatch(Grant::holds);
        assertThat(filings.details("grant.revoked", one.id())).contains(single.toString());
        assertThat(jdbc.sql("select count(*) from event where kind like 'grant.%' and subject = ?")
                        .param(one.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    @Tag("E-8")
    @Tag("M-1")
    void aGrantOfAFolderHoldsForWhatIsInItAndNotForWhatIsAroundIt() {
        UUID dires = folders.at(
                one.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
        UUID meeting = subfolders.make(lawyer, folders.find(dires).orElseThrow(), "Réunion");
        UUID plans = subfolders.make(lawyer, folders.find(meeting).orElseThrow(), "Plans");
        UUID other = subfolders.make(lawyer, folders.find(dires).orElseThrow(), "Autre");
        Person sapiteur = one.sapiteur();
        UUID grant = grants.giveFolder(one.expert(), one.id(), participant(sapiteur), meeting);
        assertThat(reads(sapiteur, meeting)).isTrue();
        assertThat(reads(sapiteur, plans)).isTrue();
        assertThat(reads(sapiteur, dires)).isFalse();
        assertThat(reads(sapiteur, other)).isFalse();
        grants.revoke(one.expert(), one.id(), grant);
        assertThat(reads(sapiteur, plans)).isFalse();
    }

    private boolean reads(Person person, UUID folder) {
        return access.sight(person.id(), folder).orElseThrow().whole();
    }

    @Test
    @Tag("E-8")
    void aGrantIsTheExpertsAndOnlyWhereTheMatrixLeavesIt() {
        Document document = accepted("a.pdf");
        UUID dires = folders.at(
                one.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
        UUID to = participant(other);
        refused(FolderRefusal.EXPERT_ONLY, () -> grants.giveFolder(lawyer, one.id(), to, confidential));
        refused(FolderRefusal.EXPERT_ONLY, () -> grants.giveFolder(one.coExpert(), one.id(), to, confidential));
        refused(FolderRefusal.GRANT_NEEDLESS, () -> grants.giveFolder(one.expert(), one.id(), to, dires));
        refused(
                FolderRefusal.GRANT_NEEDLESS,
                () -> grants.giveDocument(one.expert(), one.id(), participant(lawyer), document.id()));
        refused(
                FolderRefusal.PARTICIPANT_UNKNOWN,
                () -> grants.giveFolder(one.expert(), one.id(), UUID.randomUUID(), confidential));
        one.leaves(other);
        refused(FolderRefusal.PARTICIPANT_UNKNOWN, () -> grants.giveFolder(one.expert(), one.id(), to, confidential));
        Document proposal = filings.one(lawyer, confidential, "c.pdf");
        refused(
                FolderRefusal.DOCUMENT_UNKNOWN,
                () -> grants.giveDocument(one.expert(), one.id(), participant(one.magistrat()), proposal.id()));
    }

    @Test
    @Tag("E-8")
    void ofTwoAnswersAtOnceOneCounts() throws Exception {
        Document proposal = filings.one(lawyer, confidential, "secret.pdf");
        var refusals = together(
                () -> proposals.accept(one.expert(), one.id(), proposal.id()),
                () -> proposals.refuse(one.expert(), one.id(), proposal.id(), "Non"));
        assertThat(refusals).hasSize(1);
        assertThat(folders.find(confidential).orElseThrow().documents())
                .isEqualTo(filings.now(proposal).published() ? 1 : 0);
    }

    @Test
    @Tag("E-6")
    @Tag("E-8")
    void aDownloadAndAnAcceptanceAtOnceAreCountedOnce() throws Exception {
        for (int round = 0; round < 4; round++) {
            Document proposal = filings.one(lawyer, confidential, "secret" + round + ".pdf");
            together(
                    () -> proposals.accept(one.expert(), one.id(), proposal.id()),
                    () -> filings.download(one.expert(), proposal));
        }
        assertThat(unread.of(one.expert(), List.of(one.id()))).isEmpty();
    }

    private Document accepted(String name) {
        Document proposal = filings.one(lawyer, confidential, name);
        proposals.accept(one.expert(), one.id(), proposal.id());
        return filings.now(proposal);
    }

    private UUID participant(Person person) {
        return participants.of(one.id()).stream()
                .filter(each -> each.person().equals(person.id()) && each.role() != Role.EXPERT)
                .map(Participant::id)
                .findFirst()
                .orElseThrow();
    }
}
