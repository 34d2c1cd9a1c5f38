package fr.pli.expertise.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.message.AccessRule;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Time;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.receipt.Downloads;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import fr.pli.expertise.departure.StaffDeparted;
import fr.pli.expertise.dossier.Expertise;
import fr.pli.expertise.dossier.Expertises;
import fr.pli.expertise.dossier.Order;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.Filings;
import fr.pli.expertise.folder.Folders;
import fr.pli.expertise.folder.Unread;
import fr.pli.expertise.participants.Participant;
import fr.pli.expertise.participants.Participants;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Role;
import fr.pli.expertise.testing.Cases;
import fr.pli.expertise.testing.ExpertiseTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExpertiseTest
class DesignationTest {

    @Autowired
    People people;

    @Autowired
    Designated designated;

    @Autowired
    Preparation preparation;

    @Autowired
    Designations designations;

    @Autowired
    Pursuit pursuit;

    @Autowired
    Answers answers;

    @Autowired
    JoinedFiles joined;

    @Autowired
    Openings openings;

    @Autowired
    DepartedHolders unattended;

    @Autowired
    CountedAnswers counted;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DesignationTable table;

    @Autowired
    PackageRule rule;

    @Autowired
    Messages messages;

    @Autowired
    StoredFiles files;

    @Autowired
    Downloads downloads;

    @Autowired
    Filings filings;

    @Autowired
    Folders folders;

    @Autowired
    Documents documents;

    @Autowired
    Unread unread;

    @Autowired
    Expertises expertises;

    @Autowired
    Participants participants;

    @Autowired
    Jobs jobs;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person clerk;
    private Person expert;

    @BeforeEach
    void somebodyDesignates() {
        clerk = people.clerk();
        expert = people.active(Profile.EXPERT);
    }

    @AfterEach
    void backToThePresent() {
        clock.reset();
    }

    @Test
    @Tag("D-4")
    @Tag("D-9")
    void itLeavesWhenItsFilesAreCleanAndTheExpertIsToldAtOnce() {
        Designation draft = preparation.begin(clerk, expert.id(), null, null);
        UUID file = designated.attach(clerk, draft.message(), "Ordonnance.pdf", false);
        preparation.send(clerk, draft.id());
        assertThat(designated.now(draft).state()).isEqualTo(DesignationState.DRAFT);
        refuses(() -> designations.known(expert, draft.id()), DesignationRefusal.UNKNOWN);
        assertThat(designations.page(expert, null, null, 10)).isEmpty();
        filings.clean(file);
        Designation sent = designated.now(draft);
        assertThat(sent.state()).isEqualTo(DesignationState.PENDING);
        assertThat(sent.sentAt()).isNotNull();
        assertThat(designations.page(expert, DesignationState.PENDING, null, 10))
                .extracting(Designation::id)
                .containsExactly(draft.id());
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(expert.email())))
                .contains("Désignation comme expert", clerk.name());
        String sha256 = files.find(file).map(StoredFile::sha256).orElseThrow();
        assertThat(TestMail.text(TestMail.newest(clerk.email())))
                .as("the acknowledgement names the files with their digests")
                .contains("Ordonnance.pdf", sha256);
        assertThat(facts("designation.sent", draft.id())).isEqualTo(1);
    }

    @Test
    @Tag("D-2")
    void onlyAnActiveExpertIsDesignatedAndThatIsAskedAgainOnSending() {
        refuses(
                () -> preparation.begin(clerk, people.active(Profile.LAWYER).id(), null, null),
                DesignationRefusal.NOT_SELECTABLE);
        refuses(() -> preparation.begin(clerk, null, null, null), DesignationRefusal.EXPERT_REQUIRED);
        refuses(() -> preparation.begin(expert, expert.id(), null, null), DesignationRefusal.STAFF_ONLY);
        Designation draft = designated.draft(clerk, expert, null);
        people.suspend(expert);
        refuses(() -> preparation.send(clerk, draft.id()), DesignationRefusal.NOT_SELECTABLE);
        assertThat(messages.find(draft.message()).orElseThrow().state()).isEqualTo(MessageState.DRAFT);
        preparation.choose(clerk, draft.id(), people.active(Profile.EXPERT).id(), null, null);
        preparation.send(clerk, draft.id());
        assertThat(designated.now(draft).state()).isEqualTo(DesignationState.PENDING);
    }

    @Test
    @Tag("D-3")
    void aDraftIsItsAuthorsAloneAndIsThrownAwayWithoutATrace() {
        Designation draft = designated.draft(clerk, expert, null);
        for (Person other : List.of(expert, people.clerk(), people.partner())) {
            refuses(() -> designations.known(other, draft.id()), DesignationRefusal.UNKNOWN);
            refuses(() -> preparation.send(other, draft.id()), DesignationRefusal.UNKNOWN);
        }
        assertThat(designations.count(clerk)).containsEntry(DesignationState.DRAFT, 1);
        preparation.discard(clerk, draft.id());
        assertThat(designations.count(clerk)).isEmpty();
        assertThat(designations.page(clerk, null, null, 10)).isEmpty();
    }

    @Test
    @Tag("D-5")
    void thatTheExpertOpenedItIsKnownOnceWhicheverWayItWasOpened() throws IOException {
        Designation one = designated.pending(clerk, expert, null);
        openings.page(clerk.id(), one);
        assertThat(designated.now(one).openedAt())
                .as("by who designates it is nothing")
                .isNull();
        download(expert, one, file(one, "Ordonnance.pdf"));
        Designation opened = designated.now(one);
        assertThat(opened.openedAt()).isNotNull();
        clock.advance(Duration.ofMinutes(5));
        openings.page(expert.id(), opened);
        assertThat(designated.now(one).openedAt()).isEqualTo(opened.openedAt());
        assertThat(facts("designation.opened", one.id())).isEqualTo(1);
    }

    @Test
    @Tag("D-6")
    void itIsWithdrawnAfterAReminderAndTheExpertKeepsTheWordsAndLosesTheFiles() {
        Designation one = designated.pending(clerk, expert, null);
        refuses(() -> pursuit.withdraw(clerk, one.id()), DesignationRefusal.REMIND_FIRST);
        pursuit.remind(clerk, one.id());
        pursuit.remind(clerk, one.id());
        assertThat(facts("designation.reminded", one.id())).isEqualTo(2);
        jobs.runTasks();
        assertThat(TestMail.to(expert.email()).stream()
                        .filter(mail -> TestMail.subject(mail).contains("Relance")))
                .hasSize(2);
        assertThat(reads(expert, one)).isTrue();
        pursuit.withdraw(clerk, one.id());
        assertThat(designations.known(expert, one.id()).matter().rg()).isEqualTo("14/00112");
        assertThat(reads(expert, one)).isFalse();
        assertThat(reads(clerk, one)).isTrue();
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(expert.email()))).contains("retirée");
        refuses(() -> pursuit.remind(clerk, one.id()), DesignationRefusal.WITHDRAWN);
        refuses(() -> answers.accept(expert, one.id(), Designated.acceptance()), DesignationRefusal.WITHDRAWN);
    }

    @Test
    @Tag("D-7")
    @Tag("D-8")
    void anAcceptanceMakesTheExpertiseWithTheSamePackageAndTellsWhoDesignated() throws IOException {
        Person magistrat = people.active(Profile.MAGISTRAT);
        Designation one = designated.pending(clerk, expert, null);
        Order typed = Cases.order("Poitou", "Hartmann");
        Order order = new Order(
                typed.claimant(),
                typed.defendant(),
                typed.court(),
                typed.rg(),
                "MI 7",
                LocalDate.of(2026, 3, 9),
                magistrat.email(),
                null,
                null,
                null,
                LocalDate.of(2027, 6, 1));
        Expertise made = answers.accept(expert, one.id(), new Acceptance(true, order, "Bien reçu."));
        assertThat(made.state()).isEqualTo(ExpertiseState.SETUP);
        assertThat(made.awaitsProvision()).isTrue();
        assertThat(made.designatedOn())
                .as("the day of the designation stands in the name")
                .isEqualTo(LocalDate.ofInstant(one.sent(), Time.PARIS));
        assertThat(roles(made, clerk)).containsExactly(Role.GREFFIER);
        assertThat(roles(made, magistrat)).containsExactly(Role.MAGISTRAT);
        assertThat(roles(made, expert)).containsExactly(Role.EXPERT);

        Message sent = messages.find(one.message()).orElseThrow();
        UUID folder = folders.at(made.id(), FolderKind.EXPERT_DESIGNATION, null);
        List<Document> posted = deposited(folder);
        assertThat(posted).extracting(Document::path).containsExactly("Ordonnance.pdf", "Assignation.pdf");
        assertThat(posted)
                .extracting(Document::file)
                .isEqualTo(sent.attachments().stream()
                        .map(Message.Attachment::file)
                        .toList());
        assertThat(posted).allSatisfy(document -> {
            assertThat(document.depositor()).isEqualTo(clerk.id());
            assertThat(document.role()).isEqualTo(Role.GREFFIER);
            assertThat(document.sha256())
                    .isEqualTo(files.find(document.file()).orElseThrow().sha256());
        });
        assertThat(filings.download(expert, posted.getFirst())).isEqualTo("Contenu de Ordonnance.pdf".getBytes());
        assertThat(reads(clerk, one))
                .as("the designation keeps the package for its author")
                .isTrue();
        assertThat(reads(expert, one)).isTrue();
        assertThat(designated.now(one).expertise()).isEqualTo(made.id());
        assertThat(expertises.page(clerk, null, null, 5))
                .extracting(Expertise::id)
                .contains(made.id());

        jobs.runTasks();
        assertThat(TestMail.to(clerk.email()).stream().map(TestMail::subject).toList())
                .anyMatch(subject -> subject.contains("acceptée par " + expert.name()))
                .noneMatch(subject -> subject.contains("Accusé de dépôt"));
        assertThat(TestMail.to(magistrat.email())).isNotEmpty();
        assertThat(facts("designation.accepted", one.id())).isEqualTo(1);
    }

    @Test
    @Tag("D-7")
    void anAcceptanceWithoutDeclarationOrWithoutWhatIsRequiredChangesNothing() {
        Designation one = designated.pending(clerk, expert, null);
        Order order = Cases.order("Poitou", "Hartmann");
        refuses(
                () -> answers.accept(expert, one.id(), new Acceptance(false, order, "")),
                DesignationRefusal.DECLARATION_REQUIRED);
        Order without = new Order("Poitou", "", "TJ33063", "14/00112", null, null, null, null, null, null, null);
        assertThatThrownBy(() -> answers.accept(expert, one.id(), new Acceptance(true, without, "")))
                .isInstanceOf(RefusedException.class);
        refuses(
                () -> answers.accept(expert, one.id(), new Acceptance(true, order, "x".repeat(2001))),
                DesignationRefusal.COMMENT_TOO_LONG);
        refuses(() -> answers.accept(clerk, one.id(), Designated.acceptance()), DesignationRefusal.EXPERT_ONLY);
        assertThat(designated.now(one).state()).isEqualTo(DesignationState.PENDING);
        assertThat(expertises.page(expert, null, null, 5)).isEmpty();
    }

    @Test
    @Tag("D-7")
    @Tag("D-8")
    void aRefusalIsToldWithItsReasonAndTheSamePackageIsOfferedToAnother() throws IOException {
        Designation one = designated.pending(clerk, expert, null);
        refuses(() -> answers.refuse(expert, one.id(), null, ""), DesignationRefusal.REASON_REQUIRED);
        refuses(() -> answers.refuse(expert, one.id(), RefusalReason.OTHER, " "), DesignationRefusal.COMMENT_REQUIRED);
        Person next = people.active(Profile.EXPERT);
        refuses(() -> preparation.offer(clerk, one.id(), next.id(), null, null), DesignationRefusal.STILL_OPEN);
        answers.refuse(expert, one.id(), RefusalReason.TIME_LIMIT, "Pas avant juin.");
        assertThat(reads(expert, one)).isFalse();
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(clerk.email())))
                .contains("délai ne peut pas être tenu", "Pas avant juin.");

        Designation other = preparation.offer(clerk, one.id(), next.id(), null, null);
        assertThat(other.matter().rg()).isEqualTo("14/00112");
        assertThat(other.follows()).isEqualTo(one.id());
        preparation.send(clerk, other.id());
        assertThat(designated.now(other).state()).isEqualTo(DesignationState.PENDING);
        assertThat(fileIds(other)).isEqualTo(fileIds(one));
        assertThat(download(next, other, file(other, "Ordonnance.pdf")))
                .isEqualTo("Contenu de Ordonnance.pdf".getBytes());
        refuses(() -> designations.known(next, one.id()), DesignationRefusal.UNKNOWN);
    }

    @Test
    @Tag("D-9")
    void withoutAnAnswerByItsLastDayItExpiresByTheClockAndTheJobSaysSoOnce() {
        LocalDate last = LocalDate.ofInstant(clock.instant(), Time.PARIS).plusDays(3);
        Designation one = designated.pending(clerk, expert, last);
        clock.moveTo(last.plusDays(1).atStartOfDay(Time.PARIS).toInstant().minusSeconds(1));
        jobs.sweep(OverdueDesignations.NAME);
        assertThat(designated.now(one).state()).isEqualTo(DesignationState.PENDING);
        assertThat(reads(expert, one)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(reads(expert, one))
                .as("unreadable by the clock, before any job")
                .isFalse();
        refuses(() -> answers.accept(expert, one.id(), Designated.acceptance()), DesignationRefusal.EXPIRED);
        jobs.sweep(OverdueDesignations.NAME);
        jobs.sweep(OverdueDesignations.NAME);
        assertThat(designated.now(one).state()).isEqualTo(DesignationState.EXPIRED);
        assertThat(facts("designation.expired", one.id())).isEqualTo(1);
        jobs.runTasks();
        for (Person told : List.of(clerk, expert)) {
            assertThat(TestMail.subject(TestMail.newest(told.email()))).contains("expirée");
        }
    }

    @Test
    @Tag("D-3")
    void aLastDayInThePastIsRefusedWhenItIsTypedAndWhenItIsSent() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PARIS);
        refuses(() -> designated.draft(clerk, expert, today.minusDays(1)), DesignationRefusal.ANSWER_BY_PAST);
        assertThat(designated.draft(clerk, expert, today).matter().answerBy())
                .as("today is not too late")
                .isEqualTo(today);
        Designation draft = designated.draft(clerk, expert, today.plusDays(1));
        clock.advance(Duration.ofDays(3));
        refuses(() -> preparation.send(clerk, draft.id()), DesignationRefusal.ANSWER_BY_PAST);
    }

    @Test
    @Tag("D-9")
    @Tag("D-8")
    void howeverManyAnswerAtOnceThereIsOneAnswerAndOneExpertise() throws Exception {
        for (int round = 0; round < 4; round++) {
            Person holder = people.clerk();
            Designation one = designated.pending(holder, expert, null);
            pursuit.remind(holder, one.id());
            List<Callable<String>> clicks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clicks.add(() -> answers.accept(expert, one.id(), Designated.acceptance())
                        .id()
                        .toString());
                clicks.add(() -> {
                    answers.refuse(expert, one.id(), RefusalReason.UNAVAILABLE, "");
                    return "refused";
                });
            }
            clicks.add(() -> {
                pursuit.withdraw(holder, one.id());
                return "withdrawn";
            });
            List<String> done = together(clicks);
            assertThat(done).hasSize(1);
            long answered = facts("designation.accepted", one.id())
                    + facts("designation.refused", one.id())
                    + facts("designation.withdrawn", one.id());
            assertThat(answered).isEqualTo(1);
            Designation now = designated.now(one);
            assertThat(jdbc.sql("select count(*) from deposit where designation = ?")
                            .param(one.id())
                            .query(Long.class)
                            .single())
                    .isEqualTo(now.state() == DesignationState.ACCEPTED ? 1 : 0);
        }
    }

    @Test
    @Tag("D-6")
    @Tag("M-4")
    void theTwoFormsOfTheRuleSayTheSameInEveryStateForEverybody() {
        Designation pending = designated.pending(clerk, expert, null);
        Designation accepted = designated.pending(clerk, expert, null);
        answers.accept(expert, accepted.id(), Designated.acceptance());
        Designation refused = designated.pending(clerk, expert, null);
        designated.attach(expert, joined.begin(expert, refused.id()).id(), "certificat.pdf", true);
        answers.refuse(expert, refused.id(), RefusalReason.CONFLICT, "");
        Designation over = designated.pending(clerk, expert, LocalDate.ofInstant(clock.instant(), Time.PARIS));
        clock.advance(Duration.ofDays(2));
        for (Person reader : List.of(clerk, expert, people.clerk(), people.partner())) {
            for (Designation one : List.of(pending, accepted, refused, over)) {
                AccessRule.Visible visible = rule.visible(reader, List.of(one.id()));
                for (UUID id : of(one)) {
                    Message message = messages.find(id).orElseThrow();
                    message.attachments().forEach(attachment -> assertThat(visible.holds(one.id(), attachment.file()))
                            .as(reader.profile() + " " + designated.now(one).state() + " " + attachment.path())
                            .isEqualTo(messages.decide(reader, message, attachment.file())
                                    .allowed()));
                }
            }
        }
        assertThat(reads(expert, over)).isFalse();
        assertThat(reads(expert, accepted)).isTrue();
        UUID certificate = Objects.requireNonNull(designated.now(refused).joined());
        assertThat(messages.decide(expert, messages.find(certificate).orElseThrow())
                        .allowed())
                .isTrue();
        assertThat(messages.decide(clerk, messages.find(certificate).orElseThrow())
                        .allowed())
                .isTrue();
    }

    @Test
    @Tag("D-7")
    void aJoinedFileFollowsTheAnswerAndOneThatIsStoppedIsReplacedLater() {
        Designation one = designated.pending(clerk, expert, null);
        UUID draft = joined.begin(expert, one.id()).id();
        assertThat(joined.begin(expert, one.id()).id())
                .as("the same one each time")
                .isEqualTo(draft);
        UUID bad = designated.attach(expert, draft, "piege.exe", false);
        answers.refuse(expert, one.id(), RefusalReason.UNAVAILABLE, "");
        assertThat(designated.now(one).state()).isEqualTo(DesignationState.REFUSED);
        filings.infected(bad);
        assertThat(messages.find(draft).orElseThrow().state()).isEqualTo(MessageState.DRAFT);
        assertThat(messages.decide(clerk, messages.find(draft).orElseThrow(), bad)
                        .allowed())
                .isFalse();
        joined.remove(expert, one.id(), bad);
        designated.attach(expert, draft, "certificat.pdf", true);
        joined.send(expert, one.id());
        assertThat(messages.find(draft).orElseThrow().state()).isEqualTo(MessageState.SENT);
        jobs.runTasks();
        assertThat(TestMail.subject(TestMail.newest(clerk.email()))).contains("Fichiers joints");
        refuses(() -> joined.send(expert, one.id()), DesignationRefusal.NOTHING_JOINED);
    }

    @Test
    @Tag("T-2")
    void whatWaitsForAnAnswerFollowsTheSuccessorAndTheAnswerGoesToThem() {
        Designation one = designated.pending(clerk, expert, null);
        Designation done = designated.pending(clerk, expert, null);
        answers.refuse(expert, done.id(), RefusalReason.UNAVAILABLE, "");
        Person next = people.clerk();
        assertThat(unattended.of(clerk.id())).singleElement().satisfies(item -> assertThat(item.label())
                .isEqualTo("RG 14/00112"));
        var nobody = new StaffDeparted(UUID.randomUUID(), clerk.id(), null);
        var departed = new StaffDeparted(UUID.randomUUID(), clerk.id(), next.id());
        units.run(() -> events.publishEvent(nobody));
        assertThat(designated.now(one).holder())
                .as("without a successor it stays")
                .isEqualTo(clerk.id());
        units.run(() -> events.publishEvent(departed));
        units.run(() -> events.publishEvent(departed));
        assertThat(facts("designation.handed-on", one.id())).isEqualTo(1);
        refuses(() -> designations.known(clerk, one.id()), DesignationRefusal.UNKNOWN);
        assertThat(reads(clerk, one)).isFalse();
        assertThat(reads(next, one)).isTrue();
        assertThat(designations.known(clerk, done.id()).heldBy(clerk.id())).isTrue();
        jobs.runTasks();
        Expertise made = answers.accept(expert, one.id(), Designated.acceptance());
        assertThat(roles(made, next)).containsExactly(Role.GREFFIER);
        assertThat(roles(made, clerk)).isEmpty();
        jobs.runTasks();
        assertThat(TestMail.to(next.email()).stream().map(TestMail::subject).toList())
                .anyMatch(subject -> subject.contains("reprise"))
                .anyMatch(subject -> subject.contains("acceptée"));
    }

    @Test
    @Tag("T-3")
    void anExpertAnswersAlthoughWhoDesignatedHasLeftWithoutASuccessor() {
        Designation one = designated.pending(clerk, expert, null);
        jdbc.sql("update person set state = 'DEPARTED' where id = ?")
                .param(clerk.id())
                .update();
        Expertise made = answers.accept(expert, one.id(), Designated.acceptance());
        assertThat(roles(made, clerk)).isEmpty();
        assertThat(deposited(folders.at(made.id(), FolderKind.EXPERT_DESIGNATION, null)))
                .hasSize(2);
    }

    @Test
    @Tag("S-2")
    void answersAreCountedForThoseWhoseDesignationsTheyAre() {
        designated.pending(clerk, expert, null);
        answers.refuse(expert, designated.pending(clerk, expert, null).id(), RefusalReason.UNAVAILABLE, "");
        var from = clock.instant().minus(Duration.ofDays(1));
        var to = clock.instant().plus(Duration.ofDays(1));
        assertThat(counted.count(clerk, from, to)).isEqualTo(java.util.Map.of("PENDING", 1L, "REFUSED", 1L));
        assertThat(counted.count(expert, from, to)).isEqualTo(java.util.Map.of("PENDING", 1L, "REFUSED", 1L));
        assertThat(counted.count(people.clerk(), from, to)).isEmpty();
    }

    private List<UUID> of(Designation one) {
        UUID answer = designated.now(one).joined();
        return answer == null ? List.of(one.message()) : List.of(one.message(), answer);
    }

    private boolean reads(Person reader, Designation one) {
        Message message = messages.find(one.message()).orElseThrow();
        return messages.decide(reader, message, message.attachments().getFirst().file())
                .allowed();
    }

    private List<UUID> fileIds(Designation one) {
        return messages.find(one.message()).orElseThrow().attachments().stream()
                .map(Message.Attachment::file)
                .toList();
    }

    private UUID file(Designation one, String name) {
        return filings.file(one.message(), name);
    }

    private byte[] download(Person reader, Designation one, UUID file) throws IOException {
        var offer = downloads.file(reader, one.message(), file);
        var out = new ByteArrayOutputStream();
        offer.handOver(0, offer.length(), out);
        return out.toByteArray();
    }

    private List<Document> deposited(UUID folder) {
        UUID message = jdbc.sql("select message from deposit where folder = ?")
                .param(folder)
                .query(UUID.class)
                .single();
        return documents.of(message);
    }

    private List<Role> roles(Expertise made, Person person) {
        return participants.of(made.id()).stream()
                .filter(each -> each.person().equals(person.id()))
                .map(Participant::role)
                .toList();
    }

    private long facts(String kind, UUID designation) {
        return jdbc.sql("select count(*) from event where kind = ? and subject = ?")
                .params(kind, designation)
                .query(Long.class)
                .single();
    }

    private static List<String> together(List<Callable<String>> clicks) throws Exception {
        var done = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(clicks.size())) {
            for (Future<String> click : threads.invokeAll(clicks)) {
                try {
                    done.add(click.get());
                } catch (java.util.concurrent.ExecutionException failure) {
                    assertThat(failure.getCause()).isInstanceOf(RefusedException.class);
                }
            }
        }
        return done;
    }

    private static void refuses(Runnable act, DesignationRefusal why) {
        assertThatThrownBy(act::run).extracting("refusal").isEqualTo(why);
    }
}
