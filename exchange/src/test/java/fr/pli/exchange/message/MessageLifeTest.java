package fr.pli.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PersonState;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.journal.RequestActor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class MessageLifeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:43:00Z");

    @Test
    @Tag("X-11")
    void theTableOfTransitionsIsWhole() {
        assertThat(MessageState.DRAFT.next()).containsExactlyInAnyOrder(MessageState.QUEUED, MessageState.DELETED);
        assertThat(MessageState.QUEUED.next()).containsExactlyInAnyOrder(MessageState.SENT, MessageState.DRAFT);
        assertThat(MessageState.SENT.next()).containsExactlyInAnyOrder(MessageState.DELETED, MessageState.EXPIRED);
        assertThat(MessageState.DELETED.next()).isEmpty();
        assertThat(MessageState.EXPIRED.next()).isEmpty();
        assertThatThrownBy(() -> MessageState.DRAFT.to(MessageState.SENT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Tag("X-4")
    void aDayOfLifetimeIsTwentyFourHours() {
        assertThat(Retention.days(15).end(NOW)).isEqualTo(Instant.parse("2026-12-07T09:43:00Z"));
        assertThat(Retention.unlimited().end(NOW)).isNull();
    }

    @Test
    @Tag("X-5")
    void aReferenceTypedWrongIsNoticed() {
        String reference = References.checked("PLI-2026-7F3K");
        assertThat(References.valid(reference)).isTrue();
        assertThat(References.valid(reference.replace("7F3K", "7F3J"))).isFalse();
        assertThat(References.valid(reference.replace("7F3K", "F73K"))).isFalse();
        assertThat(References.valid("PLI")).isFalse();
    }

    @Test
    @Tag("M-4")
    void anotherOriginsRuleReplacesTheLettersRuleAndTheLifeOfTheMessageStillHolds() {
        Person reader = person(PersonState.ACTIVE);
        var deposits = new AccessRule() {
            @Override
            public String kind() {
                return "deposit";
            }

            @Override
            public Decision decide(Person person, Message message) {
                return person.equals(reader) ? Decision.yes("folder") : Decision.no("matrix");
            }

            @Override
            public Decision mayPost(Person person, Origin origin) {
                return Decision.no("matrix");
            }

            @Override
            public Visible visible(Person person, Collection<UUID> origins) {
                return Visible.NOTHING;
            }
        };
        var messages = messages(new LetterRule(), deposits);
        Person depositor = person(PersonState.ACTIVE);
        Message posted = message("deposit", depositor.id(), MessageState.SENT, null);

        assertThat(messages.decide(reader, posted)).isEqualTo(Decision.yes("folder"));
        assertThat(messages.decide(depositor, posted)).isEqualTo(Decision.no("matrix"));
        assertThat(messages.decide(reader, message("deposit", depositor.id(), MessageState.QUEUED, null))
                        .allowed())
                .isFalse();
        assertThat(messages.decide(reader, message("deposit", depositor.id(), MessageState.SENT, NOW)))
                .isEqualTo(Decision.no("expired"));
        assertThat(messages.decide(reader, message("inconnu", depositor.id(), MessageState.SENT, null)))
                .isEqualTo(Decision.no("no-rule"));
    }

    @Test
    @Tag("X-2")
    void aLetterIsForItsSenderAndItsRecipientsAndForNobodyWhoLostTheAccount() {
        var messages = messages(new LetterRule());
        Person sender = person(PersonState.ACTIVE);
        Message letter = message("letter", sender.id(), MessageState.SENT, NOW.plusSeconds(1));

        assertThat(messages.decide(sender, letter)).isEqualTo(Decision.yes("sender"));
        assertThat(messages.decide(person(PersonState.ACTIVE), letter)).isEqualTo(Decision.no("stranger"));
        assertThat(messages.decide(person(PersonState.SUSPENDED), letter)).isEqualTo(Decision.no("inactive"));
    }

    private static Messages messages(AccessRule... rules) {
        var beans = new StaticListableBeanFactory();
        for (AccessRule rule : rules) {
            beans.addBean(rule.kind(), rule);
        }
        return new JdbcMessages(
                null,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new AccessRules(beans.getBeanProvider(AccessRule.class), new RequestActor()));
    }

    private static Message message(String kind, UUID sender, MessageState state, Instant end) {
        return new Message(
                UUID.randomUUID(),
                "PLI",
                sender,
                null,
                new Origin(kind, null),
                "",
                "",
                state,
                NOW,
                end,
                List.of(),
                List.of(),
                List.of());
    }

    private static Person person(PersonState state) {
        UUID id = UUID.randomUUID();
        return new Person(
                id, "x@exemple.fr", "A", "B", id, "O", Profile.PARTNER, state, Locale.FRENCH, ZoneOffset.UTC, id);
    }
}
