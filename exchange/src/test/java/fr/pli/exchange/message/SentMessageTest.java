package fr.pli.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can still be done with a message that has left: its end, its recipients, its thread, requests for time. */
@ExchangeTest
class SentMessageTest {

    @Autowired
    Correspondence letters;

    @Autowired
    Messaging messaging;

    @Autowired
    Messages messages;

    @Autowired
    Lifetimes lifetimes;

    @Autowired
    LateRecipients late;

    @Autowired
    OwnBox own;

    @Autowired
    Threads threads;

    @Autowired
    TimeRequests requests;

    @Autowired
    Boxes boxes;

    @Autowired
    MessageSettings settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Person clerk;
    private Person partner;

    @BeforeEach
    void twoPeople() {
        clerk = letters.clerk();
        partner = letters.partner();
    }

    @AfterEach
    void timeGoesOnAsUsual() {
        clock.reset();
    }

    @Test
    @Tag("X-8")
    void theSenderMovesTheEndAndTheKeysFollowItIntoTheNewDaysBucket() {
        UUID message = letters.draft(clerk, partner);
        UUID file = letters.attached(clerk, message, "pièce.pdf");
        jdbc.sql("update file set state = 'CLEAN', deliverable = true where id = ?")
                .param(file)
                .update();
        messaging.send(clerk, message);
        Instant available = found(message).availableAt();
        String first = bucket(file);

        lifetimes.change(clerk, message, 30);
        assertThat(found(message).endsAt()).isEqualTo(available.plus(Duration.ofDays(30)));
        assertThat(bucket(file)).isNotEqualTo(first);
        assertThat(kept(file)).isEqualTo(available.plus(Duration.ofDays(30)));
        assertThat(boxes.inbox(partner, BoxQuery.newest()).rows().getFirst().endsAt())
                .isEqualTo(available.plus(Duration.ofDays(30)));

        lifetimes.change(clerk, message, 2);
        assertThat(kept(file)).isEqualTo(available.plus(Duration.ofDays(2)));
        clock.advance(Duration.ofDays(1).plusHours(1));
        assertThat(boxes.endingSoon(partner)).isEqualTo(1);
        assertThat(letters.facts("message.end-moved", message)).isEqualTo(2);
        lifetimes.change(clerk, message, 2);
        assertThat(letters.facts("message.end-moved", message)).isEqualTo(2);
    }

    @Test
    @Tag("X-8")
    void anEndBeyondTheLimitOrInThePastOrOfAMessageThatIsOverIsRefused() {
        UUID message = letters.sent(clerk, partner);
        refused(
                () -> lifetimes.change(clerk, message, settings.maxExtendedDays() + 1),
                MessageRefusal.EXTENDED_LIFETIME);
        refused(() -> lifetimes.change(clerk, message, 0), MessageRefusal.EXTENDED_LIFETIME);
        refused(() -> lifetimes.change(partner, message, 3), MessageRefusal.UNKNOWN);
        clock.advance(Duration.ofDays(3));
        refused(() -> lifetimes.change(clerk, message, 3), MessageRefusal.END_PASSED);
        lifetimes.change(clerk, message, 4);
        clock.advance(Duration.ofDays(1));
        refused(() -> lifetimes.change(clerk, message, 20), MessageRefusal.ENDED);
        assertThat(lifetimes.choice(found(message)).later()).isEmpty();
    }

    @Test
    @Tag("X-8")
    void whatCanBeChosenIsEveryEndAfterNowUpToTheLimit() {
        UUID message = letters.sent(clerk, partner);
        clock.advance(Duration.ofDays(10).plusHours(1));
        var choice = lifetimes.choice(found(message));
        assertThat(choice.days()).isEqualTo(15);
        assertThat(choice.earlier()).extracting(Lifetimes.End::days).containsExactly(11, 12, 13, 14);
        assertThat(choice.later()).hasSize(15);
        assertThat(choice.suggested()).isEqualTo(22);
        lifetimes.change(clerk, message, 30);
        assertThat(lifetimes.choice(found(message)).later()).isEmpty();
    }

    @Test
    @Tag("X-8")
    @Tag("X-2")
    void anAddedRecipientHasTheMessageFromNowOnAndFindsItByItsWords() {
        UUID message = letters.sent(clerk, partner);
        clock.advance(Duration.ofHours(2));
        Person other = letters.partner();
        assertThat(late.add(clerk, message, List.of(other.email(), partner.email())))
                .isEqualTo(1);

        BoxRow row = boxes.inbox(other, BoxQuery.newest()).rows().getFirst();
        assertThat(row.id()).isEqualTo(message);
        assertThat(row.unread()).isTrue();
        assertThat(row.availableAt()).isAfter(found(message).availableAt());
        assertThat(row.endsAt()).isEqualTo(found(message).endsAt());
        var dossier = new BoxQuery(List.of("dossier"), BoxQuery.Order.DATE, true, BoxQuery.Filter.ALL, null, 25);
        assertThat(boxes.inbox(other, dossier).rows()).hasSize(1);
        assertThat(messages.decide(other, found(message)).allowed()).isTrue();
        assertThat(letters.facts("message.recipient-added", message)).isEqualTo(1);
        assertThat(letters.facts("message.available", message)).isEqualTo(2);

        refused(() -> late.add(clerk, message, List.of(other.email())), MessageRefusal.ALREADY_RECIPIENT);
        refused(() -> late.add(clerk, message, List.of("inconnu@exemple.org")), MessageRefusal.RECIPIENT_UNKNOWN);
        refused(() -> late.add(clerk, message, List.of()), MessageRefusal.NO_RECIPIENT);
        refused(() -> late.add(partner, message, List.of(other.email())), MessageRefusal.UNKNOWN);
        Person departed = letters.person("Luc", "Parti", Profile.PARTNER, PersonState.DEPARTED);
        refused(() -> late.add(clerk, message, List.of(departed.email())), MessageRefusal.RECIPIENT_UNKNOWN);
        assertThat(found(message).recipients()).containsExactly(partner.id(), other.id());
    }

    @Test
    @Tag("X-9")
    void aMessageTakenOutOfOnesOwnBoxIsInTheOthersBoxesAndCanBePutBackUntilItsEnd() {
        Person other = letters.partner();
        UUID message = letters.sent(clerk, partner, other);
        own.remove(partner, message);
        own.remove(partner, message);
        assertThat(boxes.inbox(partner, BoxQuery.newest()).rows()).isEmpty();
        assertThat(boxes.unread(partner)).isZero();
        assertThat(boxes.inbox(other, BoxQuery.newest()).rows()).hasSize(1);
        var removed = new BoxQuery(List.of(), BoxQuery.Order.SENDER, true, BoxQuery.Filter.REMOVED, null, 25);
        assertThat(boxes.inbox(partner, removed).rows()).extracting(BoxRow::id).containsExactly(message);
        assertThat(messages.decide(partner, found(message)).allowed()).isTrue();
        assertThat(letters.facts("message.removed", message)).isEqualTo(1);
        refused(() -> own.remove(letters.partner(), message), MessageRefusal.UNKNOWN);
        refused(() -> own.remove(clerk, message), MessageRefusal.UNKNOWN);

        lifetimes.change(clerk, message, 20);
        own.restore(partner, message);
        BoxRow back = boxes.inbox(partner, BoxQuery.newest()).rows().getFirst();
        assertThat(back.endsAt()).isEqualTo(found(message).endsAt());
        assertThat(back.availableAt()).isEqualTo(found(message).availableAt());
        var bySender = new BoxQuery(List.of(), BoxQuery.Order.SENDER, true, BoxQuery.Filter.ALL, null, 25);
        assertThat(boxes.inbox(partner, bySender).rows()).hasSize(1);

        own.remove(partner, message);
        clock.moveTo(found(message).endsAt());
        refused(() -> own.restore(partner, message), MessageRefusal.ENDED);
    }

    @Test
    @Tag("X-9")
    @Tag("X-2")
    void aRecipientAnswersTheSenderEvenWhenTheDirectoryHidesThemAndTheThreadIsShownToBoth() {
        Person hidden = letters.person("Marie", "Cachée", Profile.PARTNER, PersonState.ACTIVE);
        UUID message = letters.sent(clerk, partner);
        UUID forwarded = sentByHidden(hidden, partner);
        UUID answer = threads.answer(partner, forwarded, "Re : Pièces");
        assertThat(threads.answer(partner, forwarded, "Re : Pièces")).isEqualTo(answer);
        messaging.edit(partner, answer, List.of(hidden.email()), "Re : Pièces", "Les voici.", 15);
        clock.advance(Duration.ofSeconds(1));
        messaging.send(partner, answer);
        assertThat(letters.state(answer)).isEqualTo(MessageState.SENT);
        assertThat(found(answer).recipients()).containsExactly(hidden.id());

        assertThat(threads.of(hidden, answer)).extracting(ThreadLine::id).containsExactly(forwarded, answer);
        assertThat(threads.of(partner, forwarded)).extracting(ThreadLine::id).containsExactly(forwarded, answer);
        assertThat(threads.of(clerk, message)).extracting(ThreadLine::id).containsExactly(message);

        UUID free = letters.draft(partner, clerk);
        refused(
                () -> messaging.edit(partner, free, List.of(hidden.email()), "Sujet", "Texte", 15),
                MessageRefusal.RECIPIENT_UNKNOWN);
        refused(() -> threads.answer(letters.partner(), message, "Re"), MessageRefusal.UNKNOWN);
    }

    @Test
    @Tag("X-9")
    void aThirdPersonsAnswerIsNotShownToTheOtherRecipients() {
        Person other = letters.partner();
        UUID message = letters.sent(clerk, partner, other);
        UUID answer = threads.answer(partner, message, "Re : Pièces");
        messaging.edit(partner, answer, List.of(clerk.email()), "Re : Pièces", "Confidentiel", 15);
        clock.advance(Duration.ofSeconds(1));
        messaging.send(partner, answer);
        assertThat(threads.of(clerk, message)).extracting(ThreadLine::id).containsExactly(message, answer);
        assertThat(threads.of(other, message)).extracting(ThreadLine::id).containsExactly(message);
    }

    @Test
    @Tag("X-9")
    void timeIsAskedForOnceForEachEndAndGrantedByALaterOne() {
        UUID message = letters.sent(clerk, partner);
        refused(() -> requests.ask(partner, message, ""), MessageRefusal.TIME_NOT_YET);
        clock.advance(Duration.ofDays(14));
        refused(() -> requests.ask(clerk, message, ""), MessageRefusal.UNKNOWN);
        requests.ask(partner, message, "Le service est fermé.");
        refused(() -> requests.ask(partner, message, "encore"), MessageRefusal.TIME_ASKED);
        TimeRequest asked = requests.of(message).getFirst();
        assertThat(asked.reason()).isEqualTo("Le service est fermé.");

        refused(() -> requests.grant(clerk, message, asked.id(), 15), MessageRefusal.TIME_NOT_LATER);
        refused(() -> requests.grant(partner, message, asked.id(), 20), MessageRefusal.UNKNOWN);
        requests.grant(clerk, message, asked.id(), 20);
        assertThat(requests.of(message).getFirst().state()).isEqualTo(TimeRequest.State.GRANTED);
        assertThat(found(message).endsAt())
                .isEqualTo(found(message).availableAt().plus(Duration.ofDays(20)));
        refused(() -> requests.grant(clerk, message, asked.id(), 25), MessageRefusal.TIME_ANSWERED);

        clock.advance(Duration.ofDays(5));
        requests.ask(partner, message, "");
        TimeRequest again = requests.of(message).getLast();
        requests.decline(clerk, message, again.id(), "Le dossier est clos.");
        assertThat(requests.of(message).getLast().answer()).isEqualTo("Le dossier est clos.");
        refused(() -> requests.ask(partner, message, ""), MessageRefusal.TIME_ASKED);
        assertThat(letters.facts("message.time-asked", message)).isEqualTo(2);
        assertThat(letters.facts("message.time-granted", message)).isEqualTo(1);
        assertThat(letters.facts("message.time-declined", message)).isEqualTo(1);
    }

    @Test
    @Tag("X-9")
    void noTimeCanBeAskedForAtTheLimitAndAnExtensionAnswersEveryOpenRequest() {
        Person other = letters.partner();
        UUID message = letters.sent(clerk, partner, other);
        clock.advance(Duration.ofDays(14));
        requests.ask(partner, message, "");
        requests.ask(other, message, "");
        lifetimes.change(clerk, message, 30);
        assertThat(requests.of(message)).extracting(TimeRequest::state).containsOnly(TimeRequest.State.GRANTED);
        clock.advance(Duration.ofDays(15));
        refused(() -> requests.ask(partner, message, ""), MessageRefusal.TIME_AT_LIMIT);
    }

    /** A letter from somebody whom the recipient would not find by themselves. */
    private UUID sentByHidden(Person from, Person to) {
        jdbc.sql("update person set profile = 'GREFFIER' where id = ?")
                .param(from.id())
                .update();
        UUID message = letters.sent(person(from), to);
        jdbc.sql("update person set profile = 'PARTNER' where id = ?")
                .param(from.id())
                .update();
        return message;
    }

    private Person person(Person of) {
        return directory.find(of.id()).orElseThrow();
    }

    @Autowired
    fr.pli.exchange.account.Directory directory;

    private Message found(UUID message) {
        return messages.find(message).orElseThrow();
    }

    private String bucket(UUID file) {
        return jdbc.sql("select bucket from file where id = ?")
                .param(file)
                .query(String.class)
                .single();
    }

    private Instant kept(UUID file) {
        return jdbc.sql("select kept_until from file where id = ?")
                .param(file)
                .query(Instant.class)
                .single();
    }

    private static void refused(ThrowingCallable act, MessageRefusal refusal) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                .isEqualTo(refusal));
    }
}
