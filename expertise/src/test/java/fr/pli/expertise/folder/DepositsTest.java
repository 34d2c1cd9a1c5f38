package fr.pli.expertise.folder;

import static fr.pli.expertise.folder.FoldersTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.folder.Deposit.Detail;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.participants.Roster;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.Cases.Case;
import fr.pli.expertise.testing.ExpertiseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deposits: decided when they are confirmed, published when clean, never changed. */
@ExpertiseTest
class DepositsTest {

    @Autowired
    Cases cases;

    @Autowired
    Folders folders;

    @Autowired
    Deposits deposits;

    @Autowired
    Documents documents;

    @Autowired
    Filings filings;

    @Autowired
    Messaging messaging;

    @Autowired
    Jobs jobs;

    @Autowired
    People people;

    @Autowired
    Directory directory;

    @Autowired
    Grants grants;

    @Autowired
    Unread unread;

    @Autowired
    Participants participants;

    @Autowired
    Roster roster;

    @Autowired
    StoredFiles files;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    private Case one;
    private Person lawyer;
    private UUID dires;
    private UUID pieces;

    @BeforeEach
    void anOpenExpertise() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        one = cases.open();
        lawyer = one.lawyer(one.claimant());
        dires = folders.at(
                one.id(), FolderKind.PARTIE_DIRES_ET_ANNEXES, one.claimant().id());
        pieces = folders.at(
                one.id(), FolderKind.PARTIE_PIECES_COTEES, one.claimant().id());
    }

    @AfterEach
    void nobodyReads() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    @Tag("E-4")
    @Tag("M-3")
    void theRightIsDecidedAtConfirmationAndTheJournalSaysByWhichRole() {
        UUID message = filings.draft(lawyer, dires, "dire-1.pdf");
        deposits.confirm(lawyer, message, false);
        Document document = documents.of(message).getFirst();
        assertThat(document.status()).isEqualTo(Document.Status.PUBLISHED);
        assertThat(document.role()).isEqualTo(Role.AVOCAT);
        assertThat(document.publishedAt()).isEqualTo(document.depositedAt());
        assertThat(document.number()).isOne();
        assertThat(filings.facts("deposit.confirmed", message)).isOne();
        assertThat(filings.facts("deposit.published", message)).isOne();
        assertThat(filings.details("deposit.confirmed", one.id()))
                .contains("\"role\":\"AVOCAT\"", "\"folder\":\"" + dires + "\"");
        Person reader = one.reader(one.claimant());
        assertThatThrownBy(() -> deposits.begin(reader, folders.find(dires).orElseThrow()))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(FolderRefusal.NO_DEPOSIT);
                    assertThat(refused.arguments()[0].toString()).contains("Partie non autorisée à publier");
                });
        assertThatThrownBy(() -> deposits.begin(
                        one.lawyer(one.defendant()),
                        folders.find(folders.at(one.id(), FolderKind.EXPERT_VERS_MAGISTRAT, null))
                                .orElseThrow()))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(MessageRefusal.UNKNOWN));
    }

    @Test
    @Tag("E-4")
    void itIsPublishedWhenCleanThoughTheStateChangedAndTheDepositorLeftMeanwhile() {
        UUID message = filings.unanalysed(lawyer, dires, "dire-1.pdf");
        deposits.confirm(lawyer, message, false);
        assertThat(deposits.draft(lawyer, message).state()).isEqualTo(MessageState.QUEUED);
        assertThat(documents.of(message)).isEmpty();
        UUID second = filings.draft(lawyer, dires, "dire-2.pdf");
        one.become(ExpertiseState.PAUSED);
        refused(FolderRefusal.NO_DEPOSIT, () -> deposits.confirm(lawyer, second, false));
        one.leaves(lawyer);
        filings.clean(filings.file(message, "dire-1.pdf"));
        assertThat(documents.of(message)).singleElement().satisfies(document -> {
            assertThat(document.published()).isTrue();
            assertThat(document.role()).isEqualTo(Role.AVOCAT);
        });
        assertThatThrownBy(() -> deposits.confirm(lawyer, second, false)).isInstanceOf(RefusedException.class);
    }

    @Test
    @Tag("E-4")
    void whatIsNotCleanIsNeverPublishedAndComesBackToBeCorrected() {
        UUID message = filings.unanalysed(lawyer, dires, "piege.exe");
        deposits.confirm(lawyer, message, false);
        filings.infected(filings.file(message, "piege.exe"));
        assertThat(documents.of(message)).isEmpty();
        var draft = deposits.draft(lawyer, message);
        assertThat(draft.state()).isEqualTo(MessageState.DRAFT);
        assertThat(draft.blocked()).isNotNull();
        assertThat(deposits.deposit(lawyer, message).confirmedAt()).isNull();
        assertThat(deposits.unfinished(lawyer, dires)).extracting("id").contains(message);
        deposits.remove(lawyer, message, draft.files().getFirst().id());
        filings.attach(lawyer, message, "sain.pdf", "Sain".getBytes(), true);
        deposits.confirm(lawyer, message, false);
        assertThat(documents.of(message)).extracting(Document::name).containsExactly("sain.pdf");
        assertThat(deposits.unfinished(lawyer, dires)).isEmpty();
    }

    @Test
    @Tag("E-5")
    void aDepositedDocumentIsNeverChangedNorDeletedByAnyone() {
        Document document = filings.one(lawyer, dires, "dire-1.pdf");
        for (Person person : List.of(lawyer, one.expert())) {
            assertThatThrownBy(() -> messaging.delete(person, document.message()))
                    .isInstanceOf(RefusedException.class);
        }
        assertThatThrownBy(() -> deposits.discard(lawyer, document.message()))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(MessageRefusal.PERMANENT));
        assertThatThrownBy(() -> deposits.describe(lawyer, document.message(), "Autre", Map.of()))
                .isInstanceOf(RefusedException.class);
        assertThat(filings.download(one.expert(), document)).isNotEmpty();
    }

    @Test
    @Tag("E-5")
    void aCorrectionMarksTheFormerAsReplacedAndBothStay() {
        Document former = filings.one(lawyer, dires, "dire-1.pdf");
        UUID message = filings.draft(lawyer, dires, "dire-1-corrige.pdf");
        UUID file = filings.file(message, "dire-1-corrige.pdf");
        deposits.describe(lawyer, message, "", Map.of(file, new Detail(null, former.id())));
        assertThat(filings.now(former).replacedBy())
                .as("not before it is published")
                .isNull();
        deposits.confirm(lawyer, message, false);
        Document correction = documents.of(message).getFirst();
        assertThat(correction.replaces()).isEqualTo(former.id());
        assertThat(filings.now(former).replacedBy()).isEqualTo(correction.id());
        assertThat(filings.download(one.expert(), former)).isNotEmpty();
        UUID again = filings.draft(lawyer, dires, "encore.pdf");
        Map<UUID, Detail> taken = Map.of(filings.file(again, "encore.pdf"), new Detail(null, former.id()));
        refused(FolderRefusal.REPLACED_ALREADY, () -> deposits.describe(lawyer, again, "", taken));
        Document foreign =
                filings.one(one.expert(), folders.at(one.id(), FolderKind.EXPERT_NOTES_AUX_PARTIES, null), "note.pdf");
        Map<UUID, Detail> elsewhere = Map.of(filings.file(again, "encore.pdf"), new Detail(null, foreign.id()));
        refused(FolderRefusal.REPLACES_UNKNOWN, () -> deposits.describe(lawyer, again, "", elsewhere));
        Person second = one.coExpert();
        Folder notes = folders.find(foreign.folder()).orElseThrow();
        assertThat(deposits.replaceable(one.expert(), notes))
                .extracting(Document::id)
                .containsExactly(foreign.id());
        assertThat(deposits.replaceable(second, notes))
                .as("one corrects one's own")
                .isEmpty();
        UUID theirs = filings.draft(second, notes.id(), "note.pdf");
        Map<UUID, Detail> anothers = Map.of(filings.file(theirs, "note.pdf"), new Detail(null, foreign.id()));
        refused(FolderRefusal.REPLACES_UNKNOWN, () -> deposits.describe(second, theirs, "", anothers));
    }

    @Test
    @Tag("E-11")
    void aPieceCarriesACoteOnceForEachPartyAndOnlyThere() {
        UUID message = filings.draft(lawyer, pieces, "facture.pdf");
        UUID file = filings.file(message, "facture.pdf");
        deposits.describe(lawyer, message, "", Map.of(file, new Detail(" 12 ", null)));
        deposits.confirm(lawyer, message, false);
        Document first = documents.of(message).getFirst();
        assertThat(first.cote()).isEqualTo("12");
        UUID second = filings.draft(lawyer, pieces, "devis.pdf");
        UUID devis = filings.file(second, "devis.pdf");
        deposits.describe(lawyer, second, "", Map.of(devis, new Detail("12", null)));
        refused(FolderRefusal.COTE_TAKEN, () -> deposits.confirm(lawyer, second, false));
        deposits.describe(lawyer, second, "", Map.of(devis, new Detail("12", first.id())));
        deposits.confirm(lawyer, second, false);
        UUID dire = filings.draft(lawyer, dires, "dire.pdf");
        Map<UUID, Detail> cote = Map.of(filings.file(dire, "dire.pdf"), new Detail("13", null));
        refused(FolderRefusal.COTE_NOT_HERE, () -> deposits.describe(lawyer, dire, "", cote));
        Map<UUID, Detail> longer = Map.of(devis, new Detail("1".repeat(21), null));
        UUID third = filings.draft(lawyer, pieces, "long.pdf");
        Map<UUID, Detail> own = Map.of(filings.file(third, "long.pdf"), new Detail("1".repeat(21), null));
        refused(FolderRefusal.COTE_TOO_LONG, () -> deposits.describe(lawyer, third, "", own));
        deposits.describe(lawyer, third, "", longer);
        assertThat(deposits.deposit(lawyer, third).details())
                .as("files of other deposits are not its own")
                .isEmpty();
    }

    @Test
    @Tag("E-11")
    void filesAreNamedByTheCustomOfTheirFolderInOnePress() {
        filings.deposited(one.expert(), folders.at(one.id(), FolderKind.EXPERT_VERS_MAGISTRAT, null), "a.pdf", "b.pdf");
        UUID message = filings.draft(
                one.expert(),
                folders.at(one.id(), FolderKind.EXPERT_VERS_MAGISTRAT, null),
                "difficulté d'accès.pdf",
                "plan.pdf");
        deposits.name(one.expert(), message);
        deposits.name(one.expert(), message);
        deposits.confirm(one.expert(), message, false);
        assertThat(documents.of(message))
                .extracting(Document::name)
                .containsExactly("Expert-Magistrat - 003 difficulté d'accès.pdf", "Expert-Magistrat - 004 plan.pdf");
        UUID dire = filings.draft(lawyer, dires, "annexes/photo.pdf");
        deposits.name(lawyer, dire);
        deposits.confirm(lawyer, dire, false);
        assertThat(documents.of(dire).getFirst().path()).isEqualTo("annexes/Parties-Dires et annexes - 001 photo.pdf");
    }

    /** A grant that is taken back while a deposit waits opens nothing of it when it is published. */
    @Test
    @Tag("E-8")
    @Tag("E-6")
    void aGrantTakenBackDuringADepositOpensNothingOfIt() {
        UUID confidential = folders.at(
                one.id(), FolderKind.PARTIE_CONFIDENTIEL_ACCEPTE, one.claimant().id());
        Person other = one.lawyer(one.defendant());
        UUID to = participants.of(one.id()).stream()
                .filter(each -> each.person().equals(other.id()))
                .findFirst()
                .orElseThrow()
                .id();
        UUID grant = grants.giveFolder(one.expert(), one.id(), to, confidential);
        units.run(() -> roster.mode(one.claimant(), true, one.expert().id()));
        UUID message = filings.unanalysed(one.expert(), confidential, "papier.pdf");
        deposits.confirm(one.expert(), message, false);
        grants.revoke(one.expert(), one.id(), grant);
        filings.clean(filings.file(message, "papier.pdf"));
        Document published = documents.of(message).getFirst();
        assertThat(published.published()).isTrue();
        assertThat(documents.may(other, published)).isFalse();
        assertThat(unread.of(other, List.of(one.id()))).isEmpty();
    }

    /** Each expertise has its own key; what was deposited before that has the common one, and is read as it was. */
    @Test
    @Tag("U-3")
    void theDocumentsOfAnExpertiseHaveItsKeyAndNoOtherExpertises() {
        Document document = filings.one(lawyer, dires, "dire-1.pdf");
        Document note =
                filings.one(one.expert(), folders.at(one.id(), FolderKind.EXPERT_NOTES_AUX_PARTIES, null), "note.pdf");
        Case second = cases.open();
        Document foreign = filings.one(
                second.expert(), folders.at(second.id(), FolderKind.EXPERT_NOTES_AUX_PARTIES, null), "note.pdf");
        assertThat(key(document)).startsWith("for-" + one.id() + ".").isEqualTo(key(note));
        assertThat(key(foreign)).startsWith("for-" + second.id() + ".");
        files.keepUntil(List.of(document.file()), null);
        assertThat(key(document)).as("as of files of former days").startsWith("kept.");
        assertThat(filings.download(one.expert(), document)).isEqualTo("Contenu de dire-1.pdf".getBytes());
    }

    private String key(Document document) {
        return jdbc.sql("select bucket from file where id = ?")
                .param(document.file())
                .query(String.class)
                .single();
    }

    @Test
    @Tag("E-10")
    void withoutAnyActiveGreffierADepositForThemIsMadeOnlyKnowingly() {
        UUID folder = folders.at(one.id(), FolderKind.EXPERT_PARTIES_VERS_GREFFE, null);
        UUID message = filings.draft(lawyer, folder, "demande.pdf");
        assertThat(deposits.unattended(folders.find(folder).orElseThrow())).isTrue();
        refused(FolderRefusal.NO_GREFFIER, () -> deposits.confirm(lawyer, message, false));
        refused(FolderRefusal.NO_GREFFIER, () -> messaging.send(lawyer, message));
        deposits.confirm(lawyer, message, true);
        assertThat(documents.of(message)).hasSize(1);
        Person greffier = one.greffier();
        assertThat(deposits.unattended(folders.find(folder).orElseThrow())).isFalse();
        people.suspend(greffier);
        assertThat(deposits.unattended(folders.find(folder).orElseThrow()))
                .as("who cannot sign in receives nothing")
                .isTrue();
        people.reactivate(greffier);
        UUID attended = filings.draft(lawyer, folder, "suite.pdf");
        deposits.confirm(lawyer, attended, false);
        assertThat(documents.of(attended)).hasSize(1);
    }

    @Test
    @Tag("X-5")
    @Tag("E-4")
    void theDepositorGetsAnAcknowledgementWithTheDigests() {
        UUID message = filings.draft(lawyer, dires, "dire-1.pdf", "annexe.pdf");
        deposits.confirm(lawyer, message, false);
        jobs.runTasks();
        var mail = TestMail.to(lawyer.email()).stream()
                .filter(one -> TestMail.subject(one).contains("Accusé de réception de votre dépôt"))
                .findFirst()
                .orElseThrow();
        assertThat(TestMail.subject(mail))
                .contains("« Dires et annexes »", one.now().name());
        for (String text : List.of(TestMail.text(mail), TestMail.html(mail))) {
            assertThat(text).contains(one.now().name(), "dire-1.pdf", "annexe.pdf");
            documents.of(message).forEach(document -> assertThat(text).contains(document.sha256()));
        }
        assertThat(TestMail.links(mail))
                .anyMatch(link -> link.endsWith("/expertises/" + one.id() + "/deposits/" + message));
    }

    @Test
    @Tag("E-4")
    void twoConfirmationsAtOnceAreOneDeposit() throws Exception {
        UUID message = filings.draft(lawyer, dires, "dire-1.pdf");
        together(() -> deposits.confirm(lawyer, message, false), () -> deposits.confirm(lawyer, message, false));
        assertThat(documents.of(message)).hasSize(1);
        assertThat(filings.facts("deposit.confirmed", message)).isOne();
        assertThat(filings.facts("deposit.published", message)).isOne();
    }

    @Test
    @Tag("E-4")
    void numbersInAFolderAreDenseWhoeverPublishesAtTheSameTime() throws Exception {
        var messages = new ArrayList<UUID>();
        for (int i = 0; i < 8; i++) {
            messages.add(filings.draft(i % 2 == 0 ? lawyer : one.publisher(one.claimant()), dires, "a" + i, "b" + i));
        }
        var owners = jdbc.sql("select message, depositor from deposit where folder = ?")
                .param(dires)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
        together(owners.stream()
                .map(owner -> (Runnable) () -> deposits.confirm(person(owner.getValue()), owner.getKey(), false))
                .toArray(Runnable[]::new));
        assertThat(jdbc.sql("select number from document where folder = ? order by number")
                        .param(dires)
                        .query(Integer.class)
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, 16).boxed().toList());
        assertThat(folders.find(dires).orElseThrow().documents()).isEqualTo(16);
    }

    private Person person(UUID id) {
        return directory.find(id).orElseThrow();
    }

    /** All at the same moment; the refusals that came back. */
    static List<RefusedException> together(Runnable... acts) throws Exception {
        var start = new CountDownLatch(1);
        var refusals = new ArrayList<RefusedException>();
        try (var threads = Executors.newFixedThreadPool(acts.length)) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable act : acts) {
                running.add(threads.submit(() -> {
                    start.await();
                    act.run();
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : running) {
                try {
                    one.get();
                } catch (ExecutionException failure) {
                    if (failure.getCause() instanceof RefusedException refused) {
                        refusals.add(refused);
                    } else {
                        throw failure;
                    }
                }
            }
        }
        return refusals;
    }
}
