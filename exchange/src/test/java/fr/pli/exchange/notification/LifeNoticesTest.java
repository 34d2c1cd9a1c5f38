package fr.pli.exchange.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.message.LateRecipients;
import fr.pli.exchange.message.Lifetimes;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.OwnBox;
import fr.pli.exchange.message.TimeRequests;
import fr.pli.exchange.notification.Preferences.Notice;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.receipt.Announcements;
import fr.pli.exchange.receipt.Downloads;
import fr.pli.exchange.receipt.Letters;
import fr.pli.exchange.receipt.Receipts;
import fr.pli.exchange.receipt.Uncollected;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people are told while a letter lives and when it ends: by mail, in the bell, in the journal. */
@ExchangeTest
class LifeNoticesTest {

    private static final byte[] ORDER =
            "Ordonnance, dix mots et plus pour faire bonne mesure.".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Letters letters;

    @Autowired
    Lifetimes lifetimes;

    @Autowired
    LateRecipients late;

    @Autowired
    OwnBox own;

    @Autowired
    TimeRequests requests;

    @Autowired
    Reminders reminders;

    @Autowired
    Announcements announcements;

    @Autowired
    Receipts receipts;

    @Autowired
    Preferences preferences;

    @Autowired
    Messaging messaging;

    @Autowired
    Downloads downloads;

    @Autowired
    Bell bell;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    private Person sender;
    private Person reader;
    private Person other;

    @BeforeEach
    void threePeople() {
        sender = letters.greffier();
        reader = letters.partner();
        other = letters.partner();
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    @Tag("X-8")
    void recipientsAreToldOfTheNewEndAndWarningsFollowIt() {
        Message message = sent();
        own.remove(other, message.id());
        lifetimes.change(sender, message.id(), 20);
        jobs.runTasks();
        assertThat(subjects(reader)).anyMatch(subject -> subject.contains("Nouvelle fin de disponibilité"));
        assertThat(subjects(other)).noneMatch(subject -> subject.contains("Nouvelle fin"));
        assertThat(TestMail.text(TestMail.newest(reader.email()))).contains("a prolongé", "Auparavant");

        clock.moveTo(message.endsAt().minus(Duration.ofDays(1)).plusSeconds(60));
        jobs.runTasks();
        assertThat(mails(sender, "Fin de disponibilité")).isEmpty();
        clock.moveTo(message.availableAt().plus(Duration.ofDays(17)).plusSeconds(60));
        jobs.runTasks();
        assertThat(mails(sender, "Fin de disponibilité")).hasSize(1);
        assertThat(mails(reader, "Fin de disponibilité")).hasSize(1);
        assertThat(mails(other, "Fin de disponibilité")).isEmpty();

        lifetimes.change(sender, message.id(), 30);
        clock.moveTo(message.availableAt().plus(Duration.ofDays(27)).plusSeconds(60));
        jobs.runTasks();
        assertThat(mails(sender, "Fin de disponibilité")).as("of another end").hasSize(2);
        lifetimes.change(sender, message.id(), 28);
        clock.moveTo(message.availableAt().plus(Duration.ofDays(28)).plusSeconds(1));
        jobs.runTasks();
        assertThat(letters.message(message).state()).isEqualTo(MessageState.EXPIRED);
        assertThat(mails(sender, "Fin de disponibilité")).hasSize(2);
    }

    @Test
    @Tag("X-8")
    void anAddedRecipientIsToldAndTheSenderHasAnAcknowledgementOfIt() {
        Message message = sent();
        jobs.runTasks();
        Person late1 = letters.partner();
        late.add(sender, message.id(), List.of(late1.email()));
        jobs.runTasks();
        assertThat(subjects(late1)).singleElement().asString().contains("Nouveau message");
        assertThat(mails(reader, "Nouveau message")).hasSize(1);
        MimeMessage acknowledged = mails(sender, "Destinataires ajoutés").getFirst();
        assertThat(TestMail.text(acknowledged)).contains(late1.email(), Letters.sha256(ORDER), message.reference());
        assertThat(TestMail.html(acknowledged)).contains(late1.email(), Letters.sha256(ORDER));
        assertThat(announcements.of(message.id()).get(late1.id()).state()).isEqualTo(Announcements.State.ACCEPTED);
    }

    @Test
    @Tag("X-8")
    void aReminderGoesOnceInAWindowToThoseWhoHaveNotCollectedEverything() throws IOException {
        Message message = sent();
        download(other, message, 0);
        assertThat(reminders.remind(sender, message.id(), Set.of())).isEqualTo(1);
        refused("reminded-already", () -> reminders.remind(sender, message.id(), Set.of()));
        refused("nobody-waits", () -> reminders.remind(sender, message.id(), Set.of(other.id())));
        jobs.runTasks();
        assertThat(mails(reader, "Rappel")).hasSize(1);
        assertThat(TestMail.text(mails(reader, "Rappel").getFirst())).contains("ordonnance.pdf", sender.name());
        assertThat(mails(other, "Rappel")).isEmpty();

        clock.advance(Duration.ofHours(25));
        assertThat(reminders.remind(sender, message.id(), Set.of(reader.id()))).isEqualTo(1);
        jobs.runTasks();
        assertThat(announcements.reminders(message.id()).get(reader.id()))
                .hasSize(2)
                .allMatch(reminded -> reminded.state() == Announcements.State.ACCEPTED);
        assertThat(letters.facts("message.reminded", message)).isEqualTo(2);
        clock.moveTo(message.endsAt());
        refused("ended", () -> reminders.remind(sender, message.id(), Set.of()));
    }

    @Test
    @Tag("X-9")
    void aRequestForTimeReachesTheSenderAndTheAnswerTheRecipient() {
        Message message = sent();
        clock.advance(Duration.ofDays(13));
        requests.ask(reader, message.id(), "Le service <b>radiologie</b> est fermé.");
        jobs.runTasks();
        MimeMessage asked = mails(sender, "Délai demandé").getFirst();
        assertThat(TestMail.subject(asked)).contains(reader.name());
        assertThat(TestMail.text(asked))
                .contains("Le service <b>radiologie</b> est fermé.", "/messages/" + message.id());
        assertThat(TestMail.html(asked)).contains("&lt;b&gt;radiologie&lt;/b&gt;");
        requests.grant(
                sender, message.id(), requests.of(message.id()).getFirst().id(), 20);
        jobs.runTasks();
        assertThat(mails(reader, "Délai accordé")).hasSize(1);
        assertThat(mails(reader, "Nouvelle fin")).isEmpty();
        assertThat(mails(other, "Nouvelle fin")).hasSize(1);

        clock.advance(Duration.ofDays(5));
        requests.ask(other, message.id(), "");
        requests.decline(
                sender, message.id(), requests.of(message.id()).getLast().id(), "Le dossier est clos.");
        jobs.runTasks();
        assertThat(mails(sender, "Délai demandé")).as("answered before it left").hasSize(1);
        assertThat(TestMail.text(mails(other, "Délai non accordé").getFirst())).contains("Le dossier est clos.");
    }

    @Test
    @Tag("R-4")
    void whatWasNotCollectedAtTheEndIsAFactOfTheJournalOnceAndToldToTheSender() throws IOException {
        Person third = letters.partner();
        byte[] big = new byte[ORDER.length];
        Message message = letters.sent(sender, List.of(reader, other, third), Map.of("a.pdf", ORDER, "b.bin", big));
        jobs.runTasks();
        messaging.seen(other, message.id());
        download(other, message, 0);
        download(third, message, 0);
        download(third, message, 1);
        reminders.remind(sender, message.id(), Set.of(reader.id()));
        clock.moveTo(message.endsAt());
        jobs.runTasks();
        assertThat(letters.facts("receipt.not-collected", message)).isZero();
        clock.advance(NOT_BEFORE);
        jobs.runTasks();
        jobs.runTasks();

        assertThat(letters.facts("receipt.not-collected", message)).isEqualTo(2);
        List<Uncollected> negative = receipts.uncollected(message.id());
        assertThat(negative).extracting(Uncollected::person).containsExactly(reader.id(), other.id());
        assertThat(negative.getFirst().partly()).isFalse();
        assertThat(negative.getFirst().reminded()).hasSize(1);
        assertThat(negative.getFirst().told()).isEqualTo(Announcements.State.ACCEPTED);
        assertThat(negative.getLast().complete()).isEqualTo(1);
        assertThat(negative.getLast().files()).isEqualTo(2);
        assertThat(negative.getLast().percent()).isEqualTo(50);
        assertThat(negative.getLast().seenAt()).isNotNull();
        assertThat(jdbc.sql("select details from event where kind = 'receipt.not-collected' and subject = ?")
                        .param(other.id())
                        .query(String.class)
                        .single())
                .contains("\"percent\":\"50\"", "\"complete\":\"1\"", "\"files\":\"2\"", "\"seen\":");

        assertThat(mails(sender, "Non retiré")).hasSize(1);
        String text = TestMail.text(mails(sender, "Non retiré").getFirst());
        assertThat(text)
                .contains(
                        "2 destinataires sur 3",
                        reader.name() + ", non retiré, notifié le",
                        "relancé le",
                        other.name() + ", retiré en partie (1 fichier entier sur 2, 50 %)")
                .doesNotContain(third.name());
        assertThat(TestMail.html(mails(sender, "Non retiré").getFirst())).contains("50 %");
    }

    @Test
    @Tag("R-4")
    void whereEverythingWasCollectedThereIsNothingNegative() throws IOException {
        Message message = letters.sent(sender, List.of(reader), Map.of("a.pdf", ORDER));
        download(reader, message, 0);
        Message read = letters.sent(sender, List.of(reader), Map.of());
        Message unread = letters.sent(sender, List.of(other), Map.of());
        messaging.seen(reader, read.id());
        clock.moveTo(unread.endsAt());
        jobs.runTasks();
        clock.advance(NOT_BEFORE);
        jobs.runTasks();
        assertThat(receipts.uncollected(message.id())).isEmpty();
        assertThat(receipts.uncollected(read.id())).isEmpty();
        assertThat(receipts.uncollected(unread.id())).hasSize(1);
        assertThat(mails(sender, "Non retiré")).hasSize(1);
        assertThat(TestMail.text(mails(sender, "Non retiré").getFirst())).contains("non lu");
    }

    @Test
    @Tag("N-6")
    void theBellTellsTheSameFactsWhateverIsWantedByMail() throws IOException {
        preferences.replace(sender.id(), Set.of());
        preferences.replace(reader.id(), Set.of(Notice.DELETED));
        Message message = letters.sent(sender, List.of(reader), Map.of("a.pdf", ORDER));
        messaging.seen(reader, message.id());
        download(reader, message, 0);
        clock.advance(Duration.ofMinutes(6));
        jobs.runTasks();
        assertThat(kinds(sender)).containsExactly("DOWNLOADED", "SEEN", "ACKNOWLEDGED");
        assertThat(kinds(reader)).containsExactly("RECEIVED");
        assertThat(mails(sender, "Téléchargement")).isEmpty();
        assertThat(subjects(reader)).isEmpty();
        assertThat(bell.list(sender, Bell.Scope.ALL, null, 10).rows().getFirst().who())
                .isEqualTo(reader.name());
        messaging.delete(sender, message.id());
        NoticeRow deleted = bell.list(reader, Bell.Scope.ALL, null, 10).rows().getFirst();
        assertThat(deleted.kind()).isEqualTo("DELETED");
        assertThat(deleted.page()).isNull();
    }

    @Test
    @Tag("N-6")
    void noticesArePagedByKeyReadOneByOneOrAllAndForgottenAfterTheirTime() {
        for (int i = 0; i < 5; i++) {
            letters.sent(sender, List.of(reader), Map.of());
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(bell.unread(reader.id(), Bell.Scope.ALL)).isEqualTo(5);
        Bell.Page first = bell.list(reader, Bell.Scope.ALL, null, 3);
        Bell.Page second = bell.list(reader, Bell.Scope.ALL, first.next(), 3);
        assertThat(first.rows()).hasSize(3);
        assertThat(second.rows()).hasSize(2).doesNotContainAnyElementsOf(first.rows());
        assertThat(second.next()).isNull();

        UUID id = first.rows().getFirst().id();
        refused("notice-unknown", () -> bell.read(other.id(), Bell.Scope.ALL, id));
        assertThat(bell.unread(reader.id(), Bell.Scope.ALL)).isEqualTo(5);
        bell.read(reader.id(), Bell.Scope.ALL, id);
        bell.read(reader.id(), Bell.Scope.ALL, id);
        assertThat(bell.unread(reader.id(), Bell.Scope.ALL)).isEqualTo(4);
        bell.readAll(reader.id(), Bell.Scope.ALL);
        assertThat(bell.unread(reader.id(), Bell.Scope.ALL)).isZero();

        clock.advance(Duration.ofDays(91));
        jobs.sweep("notification.bell");
        assertThat(bell.list(reader, Bell.Scope.ALL, null, 10).rows()).isEmpty();
    }

    private static final Duration NOT_BEFORE = Duration.ofSeconds(61);

    private Message sent() {
        return letters.sent(sender, List.of(reader, other), Map.of("ordonnance.pdf", ORDER));
    }

    private void download(Person by, Message message, int number) throws IOException {
        Message.Attachment attachment = message.attachments().get(number);
        downloads
                .file(by, message.id(), attachment.file())
                .handOver(0, attachment.length(), OutputStream.nullOutputStream());
    }

    private List<String> kinds(Person person) {
        return bell.list(person, Bell.Scope.ALL, null, 20).rows().stream()
                .map(NoticeRow::kind)
                .toList();
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(
                        refused.refusal().code())
                .endsWith(code));
    }

    private static List<MimeMessage> mails(Person to, String subject) {
        return TestMail.to(to.email()).stream()
                .filter(mail -> TestMail.subject(mail).contains(subject))
                .toList();
    }

    private static List<String> subjects(Person person) {
        return TestMail.to(person.email()).stream().map(TestMail::subject).toList();
    }
}
