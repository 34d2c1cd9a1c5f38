package fr.pli.exchange.message;

import static fr.pli.exchange.message.SendingTest.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Offices;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.mail.MailFate;
import fr.pli.exchange.mail.Outbox;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ExchangeTest
class OfficeTest {

    @Autowired
    Correspondence letters;

    @Autowired
    People people;

    @Autowired
    Offices offices;

    @Autowired
    fr.pli.exchange.account.Directory directory;

    @Autowired
    Messaging messaging;

    @Autowired
    LateRecipients later;

    @Autowired
    Messages messages;

    @Autowired
    Drafts drafts;

    @Autowired
    Boxes boxes;

    @Autowired
    Outbox outbox;

    @Autowired
    TestClock clock;

    private Person administrator;
    private Person sender;
    private Person first;
    private Person second;
    private Person office;

    @BeforeEach
    void anOfficeOfTwo() {
        administrator = people.now(people.administrator());
        sender = letters.partner();
        first = letters.clerk();
        second = letters.clerk();
        office = office("Greffe de la 1re chambre", people.clerk().organisation(), first, second);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Tag("A-13")
    void eachMemberHasTheMessageInTheirBoxWithAnUnreadStateAndAMailOfTheirOwn() {
        UUID message = letters.sent(sender, office);

        assertThat(box(first)).containsExactly(message);
        assertThat(box(second)).containsExactly(message);
        messaging.seen(first, message);
        assertThat(boxes.unread(first)).isZero();
        assertThat(boxes.unread(second)).isOne();
        assertThat(mailed(message)).contains(first.id(), second.id()).doesNotContain(office.id());
        assertThat(boxes.sent(sender, BoxQuery.newest()).rows().getFirst().people())
                .extracting(Person::name)
                .containsExactly("Greffe de la 1re chambre");
        assertThat(searched(second, "dossier")).containsExactly(message);
    }

    @Test
    @Tag("A-13")
    void whoLeavesLosesAccessAtOnceAndWhoJoinsSeesWhatHasNotEnded() {
        UUID message = letters.sent(sender, office);
        messaging.seen(first, message);
        offices.leave(administrator, office.id(), first.id());

        assertThat(box(first)).isEmpty();
        assertThat(searched(first, "dossier")).isEmpty();
        assertThat(messages.decide(first, messages.find(message).orElseThrow()).allowed())
                .isFalse();
        refuses(MessageRefusal.UNKNOWN, () -> messages.readable(first, message));
        assertThat(letters.facts("message.seen", message)).isOne();

        Person third = letters.clerk();
        offices.join(administrator, office.id(), third.email());
        assertThat(box(third)).containsExactly(message);
        assertThat(boxes.unread(third)).isOne();
        assertThat(searched(third, "dossier")).containsExactly(message);

        offices.join(administrator, office.id(), first.email());
        assertThat(box(first)).containsExactly(message);
        assertThat(boxes.unread(first)).isZero();

        clock.advance(Duration.ofDays(16));
        messaging.expire(message);
        Person late = letters.clerk();
        offices.join(administrator, office.id(), late.email());
        assertThat(box(late)).isEmpty();
    }

    @Test
    @Tag("A-13")
    void whoIsNamedOrBelongsToAnotherOfficeKeepsTheMessageWhenLeavingOne() {
        Person other = office("Greffe civil", people.clerk().organisation(), second);
        UUID message = letters.sent(sender, office, other, first);
        offices.leave(administrator, office.id(), first.id());
        offices.leave(administrator, office.id(), second.id());
        assertThat(box(first)).containsExactly(message);
        assertThat(box(second)).containsExactly(message);
        offices.leave(administrator, other.id(), second.id());
        assertThat(box(second)).isEmpty();
    }

    @Test
    @Tag("A-13")
    void anOfficeWithoutAnActiveMemberIsWrittenToOnlyAfterAConfirmation() {
        letters.becomes(first, PersonState.SUSPENDED);
        letters.becomes(second, PersonState.DEPARTED);
        UUID draft = letters.draft(sender, office);
        refuses(MessageRefusal.NO_ACTIVE_MEMBER, () -> messaging.send(sender, draft));
        assertThat(drafts.get(sender, draft).sendable()).isFalse();
        assertThat(letters.state(draft)).isEqualTo(MessageState.DRAFT);

        messaging.send(sender, draft, true);
        assertThat(letters.state(draft)).isEqualTo(MessageState.SENT);
        letters.becomes(first, PersonState.ACTIVE);
        assertThat(box(first)).containsExactly(draft);
    }

    @Test
    @Tag("A-13")
    @Tag("X-8")
    void anOfficeWithoutAnActiveMemberIsNotAddedToAMessageThatWasSent() {
        UUID message = letters.draft(sender, first);
        messaging.send(sender, message);
        letters.becomes(second, PersonState.SUSPENDED);
        letters.becomes(first, PersonState.SUSPENDED);
        refuses(MessageRefusal.NO_ACTIVE_MEMBER, () -> later.add(sender, message, List.of(office.email())));
        letters.becomes(second, PersonState.ACTIVE);
        assertThat(later.add(sender, message, List.of(office.email()))).isEqualTo(1);
        assertThat(box(second)).containsExactly(message);
    }

    @Test
    @Tag("A-13")
    @Tag("X-11")
    void aMessageThatWaitsComesBackWhenItsOfficeLosesItsLastActiveMember() {
        UUID draft = letters.draft(sender, office);
        letters.begun(sender, draft, "à venir.pdf", 10);
        messaging.send(sender, draft);
        letters.becomes(first, PersonState.SUSPENDED);
        letters.becomes(second, PersonState.SUSPENDED);
        letters.evaluate(draft);
        assertThat(letters.state(draft)).isEqualTo(MessageState.DRAFT);
        assertThat(drafts.get(sender, draft).blocked().refusal()).isEqualTo(MessageRefusal.NO_ACTIVE_MEMBER);
    }

    @Test
    @Tag("A-13")
    void whatWasTakenBackIsConfirmedAnew() {
        letters.becomes(first, PersonState.SUSPENDED);
        letters.becomes(second, PersonState.SUSPENDED);
        UUID draft = letters.draft(sender, office);
        letters.begun(sender, draft, "à venir.pdf", 10);
        messaging.send(sender, draft, true);
        assertThat(letters.state(draft)).isEqualTo(MessageState.QUEUED);
        messaging.recall(sender, draft);
        assertThat(drafts.get(sender, draft).sendable()).isFalse();
        refuses(MessageRefusal.NO_ACTIVE_MEMBER, () -> messaging.send(sender, draft));
    }

    @Test
    @Tag("A-13")
    void whoJoinsAnOfficeDoesNotReceiveWhatTheyWroteToIt() {
        Person author = letters.clerk();
        UUID own = letters.sent(author, office);
        UUID other = letters.sent(sender, office);
        offices.join(administrator, office.id(), author.email());
        assertThat(box(author)).containsExactly(other);
        assertThat(box(first)).contains(own);
    }

    @Test
    @Tag("A-13")
    void whoWritesToAnOwnOfficeDoesNotReceiveItAndDoesNotCountAsReader() {
        offices.leave(administrator, office.id(), second.id());
        UUID draft = letters.draft(first, office);
        refuses(MessageRefusal.NO_ACTIVE_MEMBER, () -> messaging.send(first, draft));
        offices.join(administrator, office.id(), second.email());
        messaging.send(first, draft);
        assertThat(box(first)).isEmpty();
        assertThat(box(second)).containsExactly(draft);
    }

    @Test
    @Tag("A-13")
    @Tag("X-2")
    void theOfficeOfACourtIsFoundByEverybodyATeamByThoseWhoFindItsBody() {
        Person colleague = people.who(Profile.PARTNER).of("Clinique de l'Ouest").active();
        Person stranger = people.partner();
        Person team = office("Secrétariat médical", colleague.organisation(), colleague);
        assertThat(office.profile()).isEqualTo(Profile.OFFICE);
        assertThat(team.profile()).isEqualTo(Profile.TEAM);
        for (Person anybody : List.of(colleague, stranger, first)) {
            assertThat(directory.reachable(anybody, office)).isTrue();
        }
        assertThat(directory.reachable(colleague, team)).isTrue();
        assertThat(directory.reachable(first, team)).isTrue();
        assertThat(directory.reachable(stranger, team)).isFalse();
        assertThat(directory.complete(colleague, "secretariat", 10)).contains(team);
        assertThat(directory.complete(stranger, "secretariat", 10)).doesNotContain(team);

        offices.close(administrator, office.id());
        assertThat(directory.reachable(first, now(office))).isFalse();
        offices.reopen(administrator, office.id());
        assertThat(directory.reachable(first, now(office))).isTrue();
    }

    @Test
    @Tag("A-13")
    void aDeletedMessageLeavesTheMembersBoxesAndTellsThem() {
        UUID message = letters.sent(sender, office);
        messaging.delete(sender, message);
        assertThat(box(first)).isEmpty();
        assertThat(searched(second, "dossier")).isEmpty();
        assertThat(outbox.about(message).stream()
                        .filter(mail -> mail.template().equals("message-deleted"))
                        .map(MailFate::reader))
                .containsExactlyInAnyOrder(first.id(), second.id());
    }

    private Person office(String name, String organisation, Person... members) {
        UUID id = offices.create(administrator, name, UUID.randomUUID() + "@bureau.exemple.fr", organisation);
        for (Person member : members) {
            offices.join(administrator, id, member.email());
        }
        return directory.find(id).orElseThrow();
    }

    private Person now(Person person) {
        return directory.find(person.id()).orElseThrow();
    }

    private List<UUID> box(Person person) {
        return boxes.inbox(person, BoxQuery.newest()).rows().stream()
                .map(BoxRow::id)
                .toList();
    }

    private List<UUID> searched(Person person, String word) {
        var query = new BoxQuery(List.of(word), BoxQuery.Order.DATE, true, BoxQuery.Filter.ALL, null, 10);
        return boxes.inbox(person, query).rows().stream().map(BoxRow::id).toList();
    }

    private List<UUID> mailed(UUID message) {
        return outbox.about(message).stream()
                .filter(mail -> mail.template().equals("message-received"))
                .map(MailFate::reader)
                .toList();
    }
}
