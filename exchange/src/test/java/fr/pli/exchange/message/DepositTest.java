package fr.pli.exchange.message;

import static fr.pli.exchange.message.SendingTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonErased;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.attachment.Deposits;
import fr.pli.exchange.attachment.FileState;
import fr.pli.exchange.attachment.StoredFiles;
import fr.pli.exchange.attachment.Verdicts;
import fr.pli.exchange.expiry.EndOfLife;
import fr.pli.exchange.journal.RequestActor;
import fr.pli.exchange.mail.MailFate;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.notification.Reminders;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.platform.Sweep;
import fr.pli.exchange.platform.Units;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.upload.UploadRefusal;
import fr.pli.exchange.upload.Uploads;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What is no letter: posted by the right of its place, read by its rule, permanent once it has left. */
@ExchangeTest
class DepositTest {

    @Autowired
    BoxRule rule;

    @Autowired
    Correspondence letters;

    @Autowired
    Messaging messaging;

    @Autowired
    Messages messages;

    @Autowired
    Drafts drafts;

    @Autowired
    Lifetimes lifetimes;

    @Autowired
    LateRecipients lateRecipients;

    @Autowired
    OwnBox boxes;

    @Autowired
    Boxes lists;

    @Autowired
    TimeRequests requests;

    @Autowired
    Threads threads;

    @Autowired
    Reminders reminders;

    @Autowired
    EndOfLife endOfLife;

    @Autowired
    Uploads uploads;

    @Autowired
    StoredFiles files;

    @Autowired
    Deposits deposits;

    @Autowired
    Verdicts verdicts;

    @Autowired
    HeardDeposits heard;

    @Autowired
    Outbox outbox;

    @Autowired
    RequestActor actors;

    @Autowired
    List<Sweep> sweeps;

    @Autowired
    Jobs jobs;

    @Autowired
    Units units;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final Origin box = BoxRule.box();
    private Person depositor;
    private Person reader;
    private Person stranger;

    @BeforeEach
    void aBox() {
        depositor = letters.clerk();
        reader = letters.partner();
        stranger = letters.partner();
        rule.posts(depositor, box);
        rule.reads(reader, box);
    }

    @AfterEach
    void asUsual() {
        clock.reset();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    @Tag("E-4")
    void theRightToPostIsDecidedWhenTheDraftIsMadeAndWhenSendIsPressedAndNotWhenItLeaves() {
        UUID deposit = draft();
        UUID file = letters.attached(depositor, deposit, "dire.pdf");
        messaging.send(depositor, deposit);
        assertThat(letters.state(deposit)).isEqualTo(MessageState.QUEUED);
        rule.losesAll(depositor);

        verdicts.clean(file);

        assertThat(letters.state(deposit)).isEqualTo(MessageState.SENT);
        refuses(MessageRefusal.UNKNOWN, this::draft);
    }

    @Test
    @Tag("E-4")
    @Tag("M-5")
    void whoLostTheRightBeforeSendIsRefusedWithTheRulesOwnSentence() {
        UUID deposit = draft();
        rule.losesAll(depositor);
        rule.isTold(depositor, box);

        assertThatThrownBy(() -> messaging.send(depositor, deposit))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(BoxRule.Closed.BOX_CLOSED);
                    assertThat(refused.arguments()).containsExactly("paused");
                });

        assertThat(letters.state(deposit)).isEqualTo(MessageState.DRAFT);
        assertThat(heard.of(deposit)).isEmpty();
        assertThat(letters.facts("message.queued", deposit)).isZero();
    }

    @Test
    @Tag("E-4")
    @Tag("R-1")
    void itsOwnerHearsInTheTransactionsThatSendWasPressedAndThatItLeft() {
        UUID deposit = draft();
        UUID file = letters.attached(depositor, deposit, "dire.pdf");
        messaging.send(depositor, deposit);
        assertThat(heard.of(deposit)).singleElement().satisfies(queued -> {
            assertThat(queued.event()).isInstanceOf(MessageQueued.class);
            assertThat(queued.rowState()).isEqualTo("QUEUED");
        });

        verdicts.clean(file);

        assertThat(heard.of(deposit)).hasSize(2);
        assertThat(heard.of(deposit).getLast().event()).isInstanceOf(MessageSent.class);
        assertThat(heard.of(deposit).getLast().rowState()).isEqualTo("SENT");
    }

    @Test
    @Tag("E-4")
    void whatIsNotCleanIsNotPublishedAndItsDepositorIsTold() {
        UUID deposit = draft();
        UUID file = letters.attached(depositor, deposit, "virus.exe");
        messaging.send(depositor, deposit);

        verdicts.infected(file);

        assertThat(letters.state(deposit)).isEqualTo(MessageState.DRAFT);
        assertThat(heard.count(MessageBlocked.class, deposit)).isOne();
        assertThat(outbox.about(deposit)).extracting(MailFate::template).containsExactly("message-blocked");
        assertThat(drafts.unfinished(depositor, box)).extracting(DraftRow::id).containsExactly(deposit);
    }

    @Test
    @Tag("M-3")
    void itsRuleReplacesTheRuleOfSenderAndRecipientSoADepositorWithoutTheRightLosesTheDocument() {
        UUID deposit = published("dire.pdf");
        assertThat(messages.readable(reader, deposit).subject()).isEqualTo("Dire n° 1");
        refuses(MessageRefusal.UNKNOWN, () -> messages.readable(depositor, deposit));
        refuses(MessageRefusal.UNKNOWN, () -> messages.sentBy(depositor, deposit));
        refuses(MessageRefusal.UNKNOWN, () -> drafts.get(depositor, deposit));
        rule.reads(depositor, box);
        assertThat(drafts.get(depositor, deposit).state()).isEqualTo(MessageState.SENT);
    }

    @Test
    @Tag("E-8")
    @Tag("M-4")
    void oneFileMayBeGivenAloneAndDecideAndVisibleAgree() {
        UUID deposit = draft();
        UUID given = letters.attached(depositor, deposit, "a.pdf");
        UUID other = letters.attached(depositor, deposit, "b.pdf");
        verdicts.clean(given);
        verdicts.clean(other);
        messaging.send(depositor, deposit);
        rule.has(stranger, given);
        Message message = messages.find(deposit).orElseThrow();

        assertThat(messages.decide(stranger, message).allowed()).isTrue();
        assertThat(messages.decide(stranger, message, given).allowed()).isTrue();
        assertThat(messages.decide(stranger, message, other).allowed()).isFalse();
        Person suspended = letters.person("Luc", "Arnaud", Profile.PARTNER, PersonState.SUSPENDED);
        rule.reads(suspended, box);
        assertThat(messages.decide(suspended, message, given).allowed()).isFalse();
        for (Person person : List.of(reader, stranger, depositor, suspended)) {
            AccessRule.Visible visible = messages.visible(person, BoxRule.KIND, List.of(box.reference()));
            for (UUID file : List.of(given, other)) {
                assertThat(visible.holds(box.reference(), file))
                        .isEqualTo(messages.decide(person, message, file).allowed());
            }
        }
        assertThat(messages.visible(reader, "letter", List.of(box.reference()))).isEqualTo(AccessRule.Visible.NOTHING);
        assertThat(messages.visible(reader, "unknown", List.of(box.reference())))
                .isEqualTo(AccessRule.Visible.NOTHING);
    }

    @Test
    @Tag("E-5")
    void nobodyCanDeleteMoveAddToRemindAboutAnswerOrTakeAwayADeposit() {
        UUID deposit = published("dire.pdf");
        rule.reads(depositor, box);
        rule.posts(reader, box);
        for (Person person : List.of(depositor, reader)) {
            each(person, deposit, MessageRefusal.PERMANENT);
        }
        own(deposit, MessageRefusal.PERMANENT);
        rule.losesAll(depositor);
        each(depositor, deposit, MessageRefusal.UNKNOWN);
        own(deposit, MessageRefusal.UNKNOWN);
        each(stranger, deposit, MessageRefusal.UNKNOWN);
        refuses(MessageRefusal.UNKNOWN, () -> messaging.delete(reader, deposit));

        messaging.send(depositor, deposit);
        refuses(MessageRefusal.SENT, () -> letters.begun(depositor, deposit, "autre.pdf", 10));
        refuses(MessageRefusal.SENT, () -> uploads.terminate(depositor, file(deposit)));
        endOfLife.end(deposit);
        stands(deposit, "dire.pdf");
    }

    private void own(UUID deposit, MessageRefusal refusal) {
        refuses(refusal, () -> messaging.delete(depositor, deposit));
        refuses(refusal, () -> messaging.recall(depositor, deposit));
        refuses(refusal, () -> messaging.edit(depositor, deposit, List.of(), "Autre", "", 1));
        refuses(refusal, () -> messaging.remove(depositor, deposit, file(deposit)));
        refuses(refusal, () -> messaging.claim(depositor, deposit, file(deposit), "0".repeat(64)));
    }

    private void each(Person person, UUID deposit, MessageRefusal refusal) {
        refuses(refusal, () -> messages.sentBy(person, deposit));
        refuses(refusal, () -> lifetimes.change(person, deposit, 3));
        refuses(refusal, () -> lateRecipients.add(person, deposit, List.of(reader.email())));
        refuses(refusal, () -> boxes.remove(person, deposit));
        refuses(refusal, () -> boxes.restore(person, deposit));
        refuses(refusal, () -> requests.ask(person, deposit, ""));
        refuses(refusal, () -> requests.grant(person, deposit, UUID.randomUUID(), 3));
        refuses(refusal, () -> requests.decline(person, deposit, UUID.randomUUID(), ""));
        refuses(refusal, () -> threads.answer(person, deposit, "Re"));
        refuses(refusal, () -> reminders.remind(person, deposit, Set.of()));
    }

    @Test
    @Tag("E-5")
    @Tag("Q-11")
    void noSweepNoKeyCareAndNoErasureOfItsDepositorTouchesADepositInTwoYears() {
        UUID deposit = published("dire.pdf");
        UUID letter = letters.draft(depositor, reader);
        UUID sent = letters.attached(depositor, letter, "lettre.pdf");
        verdicts.clean(sent);
        messaging.send(depositor, letter);
        String key = key(deposit);

        for (int year = 0; year < 2; year++) {
            clock.advance(Duration.ofDays(400));
            sweeps.forEach(Sweep::run);
            jobs.runTasks();
        }
        letters.becomes(depositor, PersonState.DEPARTED);
        units.run(() -> events.publishEvent(new PersonErased(depositor.id(), Set.of("dire", "claire"))));
        sweeps.forEach(Sweep::run);
        jobs.runTasks();

        stands(deposit, "dire.pdf");
        assertThat(key(deposit)).as("its key was replaced").startsWith("for-").isNotEqualTo(key);
        assertThat(messages.find(letter)).as("the letter is forgotten").isEmpty();
        assertThat(files.find(sent)).isEmpty();
    }

    @ParameterizedTest
    @Tag("E-5")
    @ValueSource(
            strings = {
                "delete from message where id = :message",
                "delete from message_token where message = :message; delete from message where id = :message",
                "update message set state = 'DELETED' where id = :message",
                "update message set state = 'DRAFT', available_at = null where id = :message",
                "update message set sender = :person where id = :message",
                "update message set origin = :person where id = :message",
                "update message set origin_kind = 'letter', origin = null where id = :message",
                "update message set subject = 'Autre' where id = :message",
                "update message set comment = 'Autre' where id = :message",
                "update message set ends_at = '2026-12-01', days = 1 where id = :message",
                "update message set available_at = '2020-01-01' where id = :message",
                "delete from attachment where message = :message",
                "update attachment set path = 'autre.pdf' where message = :message",
                "update attachment set message = :letter where message = :message",
                "update attachment set message = :message where message = :letter",
                "insert into attachment (message, file, path, length, position) values (:message, :other, 'x', 1, 9)",
                "update file set wrapped_key = null where id = :file",
                "update file set state = 'ERASED', wrapped_key = null, manifest = null, deliverable = false where id ="
                        + " :file",
                "update file set state = 'INFECTED' where id = :file",
                "update file set sha256 = repeat('0', 64) where id = :file",
                "update file set crc32 = 1 where id = :file",
                "update file set deliverable = false where id = :file",
                "update file set manifest = null where id = :file",
                "update file set length = 1 where id = :file",
                "update file set kept_until = '2026-12-01' where id = :file",
                "delete from file where id = :file",
                "delete from extent where file = :file",
                "update extent set object_name = 'x' where file = :file"
            })
    void notEvenTheDatabaseUserOfTheApplicationCanChangeOrRemoveADeposit(String sql) {
        UUID deposit = published("dire.pdf");
        UUID letter = letters.draft(depositor, reader);
        UUID other = letters.attached(depositor, letter, "autre.pdf");
        verdicts.clean(other);

        assertThatThrownBy(() -> units.run(() -> {
                    for (String one : sql.split("; ")) {
                        jdbc.sql(one)
                                .param("message", deposit)
                                .param("file", file(deposit))
                                .param("letter", letter)
                                .param("other", other)
                                .param("person", stranger.id())
                                .update();
                    }
                }))
                .rootCause()
                .message()
                .containsAnyOf("A deposit is permanent", "An extent that was recorded is never rewritten");
        stands(deposit, "dire.pdf");
    }

    @Test
    @Tag("E-5")
    @Tag("U-13")
    void theSecondNetHoldsForDepositsOnlyAndForTheirKeysOnlyAsFarAsTheyRead() {
        UUID deposit = published("dire.pdf");
        files.keepUntil(List.of(file(deposit)), null);
        assertThatThrownBy(() ->
                        files.keepUntil(List.of(file(deposit)), clock.instant().plus(Duration.ofDays(3))))
                .rootCause()
                .hasMessageContaining("A deposit is permanent");
        assertThatThrownBy(() -> files.erase(file(deposit))).rootCause().hasMessageContaining("A deposit is permanent");
        stands(deposit, "dire.pdf");

        UUID letter = letters.draft(depositor, reader);
        UUID sent = letters.attached(depositor, letter, "lettre.pdf");
        verdicts.clean(sent);
        messaging.send(depositor, letter);
        messaging.delete(depositor, letter);
        assertThat(files.find(sent).orElseThrow().state()).isEqualTo(FileState.ERASED);
        UUID thrownAway = draft();
        UUID begun = letters.attached(depositor, thrownAway, "brouillon.pdf");
        messaging.remove(depositor, thrownAway, begun);
        messaging.delete(depositor, thrownAway);
        assertThat(files.find(begun).orElseThrow().state()).isEqualTo(FileState.ERASED);
        jdbc.sql("delete from message where id = ?").param(thrownAway).update();
    }

    @Test
    @Tag("E-4")
    @Tag("X-10")
    void aDraftOfADepositStandsInItsPlaceAndNotAmongTheLetters() {
        UUID deposit = draft();
        UUID letter = letters.draft(depositor, reader);
        assertThat(drafts.unfinished(depositor)).extracting(DraftRow::id).containsExactly(letter);
        assertThat(drafts.unfinished(depositor, box)).extracting(DraftRow::id).containsExactly(deposit);
        assertThat(drafts.unfinished(depositor, BoxRule.box())).isEmpty();
        assertThat(drafts.unfinished(reader, box)).isEmpty();
        Draft shown = drafts.get(depositor, deposit);
        assertThat(shown.origin()).isEqualTo(box);
        assertThat(shown.days()).isNull();
        assertThat(shown.sendable()).isFalse();
    }

    @Test
    @Tag("E-4")
    void aDepositHasNoRecipientsAndNoEndWhateverIsTyped() {
        UUID deposit = draft();
        refuses(
                MessageRefusal.NO_RECIPIENTS_HERE,
                () -> messaging.edit(depositor, deposit, List.of(reader.email()), "Dire", "", 15));
        messaging.edit(depositor, deposit, List.of(), "Dire", "Un mot", -4);
        messaging.send(depositor, deposit);
        Message sent = messages.find(deposit).orElseThrow();
        assertThat(sent.endsAt()).isNull();
        assertThat(sent.recipients()).isEmpty();
        assertThatThrownBy(() -> messaging.draft(depositor, box, Retention.days(3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> messaging.draft(depositor, Origin.LETTER, Retention.unlimited()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("X-6")
    void theBoxesOfLettersAndTheirSearchNeverShowADeposit() {
        UUID deposit = published("introuvable.pdf");
        assertThat(lists.sent(depositor, BoxQuery.newest()).rows()).isEmpty();
        assertThat(lists.inbox(reader, BoxQuery.newest()).rows()).isEmpty();
        var asked = new BoxQuery(List.of("introuvable"), BoxQuery.Order.DATE, true, BoxQuery.Filter.ALL, null, 25);
        assertThat(lists.sent(depositor, asked).rows()).isEmpty();
        assertThat(jdbc.sql("select count(*) from message_token where message = ?")
                        .param(deposit)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(outbox.about(deposit)).isEmpty();
        assertThat(jdbc.sql("select count(*) from notice where message = ?")
                        .param(deposit)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @Tag("A-12")
    void whoActsForSomebodyElseNeitherReadsNorPostsNorGoesOnWithADeposit() {
        UUID deposit = published("dire.pdf");
        UUID begun = draft();
        UUID upload = letters.begun(depositor, begun, "suite.pdf", 10);
        Message message = messages.find(deposit).orElseThrow();
        rule.reads(depositor, box);
        UUID letter = letters.draft(depositor, reader);
        UUID own = letters.begun(depositor, letter, "lettre.pdf", 10);

        actingFor(reader);
        assertThat(messages.decide(reader, message)).isEqualTo(Decision.no("delegated"));
        assertThat(messages.decide(reader, message, file(deposit)).allowed()).isFalse();
        assertThat(messages.visible(reader, BoxRule.KIND, List.of(box.reference())))
                .isEqualTo(AccessRule.Visible.NOTHING);
        refuses(MessageRefusal.UNKNOWN, () -> messages.readable(reader, deposit));
        actingFor(depositor);
        refuses(MessageRefusal.UNKNOWN, this::draft);
        refuses(MessageRefusal.UNKNOWN, () -> drafts.get(depositor, begun));
        refuses(MessageRefusal.UNKNOWN, () -> drafts.get(depositor, deposit));
        refuses(MessageRefusal.UNKNOWN, () -> messaging.edit(depositor, begun, List.of(), "Autre", "", 1));
        refuses(MessageRefusal.UNKNOWN, () -> messaging.send(depositor, begun));
        refuses(MessageRefusal.UNKNOWN, () -> messaging.delete(depositor, begun));
        refuses(MessageRefusal.UNKNOWN, () -> messages.sentBy(depositor, deposit));
        refuses(MessageRefusal.UNKNOWN, () -> letters.begun(depositor, begun, "autre.pdf", 10));
        assertThat(drafts.unfinished(depositor, box)).isEmpty();
        assertThatThrownBy(() -> uploads.resume(depositor, upload))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(UploadRefusal.UNKNOWN));
        assertThat(uploads.resume(depositor, own).offset()).isZero();
        assertThat(drafts.get(depositor, letter).origin()).isEqualTo(Origin.LETTER);
    }

    private void actingFor(Person giver) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        actors.act(stranger.id(), giver.id());
    }

    @Test
    @Tag("A-13")
    void aFunctionalRecipientNeverReadsADeposit() {
        Person office = letters.person("", "Greffe", Profile.OFFICE, PersonState.ACTIVE);
        rule.reads(office, box);
        rule.posts(office, box);
        UUID deposit = published("dire.pdf");
        assertThat(messages.decide(office, messages.find(deposit).orElseThrow()))
                .isEqualTo(Decision.no("functional"));
        refuses(MessageRefusal.UNKNOWN, () -> messaging.draft(office, box, Retention.unlimited()));
    }

    private UUID draft() {
        UUID draft = messaging.draft(depositor, box, Retention.unlimited());
        messaging.edit(depositor, draft, List.of(), "Dire n° 1", "", 15);
        return draft;
    }

    private UUID published(String path) {
        UUID deposit = draft();
        verdicts.clean(letters.attached(depositor, deposit, path));
        messaging.send(depositor, deposit);
        assertThat(letters.state(deposit)).isEqualTo(MessageState.SENT);
        return deposit;
    }

    private UUID file(UUID message) {
        return jdbc.sql("select file from attachment where message = ?")
                .param(message)
                .query(UUID.class)
                .single();
    }

    private String key(UUID message) {
        return jdbc.sql("select bucket from file where id = ?")
                .param(file(message))
                .query(String.class)
                .single();
    }

    private void stands(UUID deposit, String path) {
        Message message = messages.readable(reader, deposit);
        assertThat(message.subject()).isEqualTo("Dire n° 1");
        assertThat(message.sender()).isEqualTo(depositor.id());
        assertThat(message.attachments()).extracting(Message.Attachment::path).containsExactly(path);
        try {
            assertThat(deposits.read(file(deposit))).isEqualTo(("contenu de " + path).getBytes(StandardCharsets.UTF_8));
        } catch (java.io.IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
