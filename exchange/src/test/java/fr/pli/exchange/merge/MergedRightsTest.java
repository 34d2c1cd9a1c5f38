package fr.pli.exchange.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.pli.exchange.account.ApiToken;
import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.Scope;
import fr.pli.exchange.certificate.CardFixtures;
import fr.pli.exchange.certificate.Reach;
import fr.pli.exchange.delegation.Delegation;
import fr.pli.exchange.delegation.DelegationRefusal;
import fr.pli.exchange.delegation.Delegations;
import fr.pli.exchange.platform.RefusedException;
import fr.pli.exchange.testing.ExchangeTest;
import fr.pli.exchange.testing.Jobs;
import fr.pli.exchange.testing.People;
import fr.pli.exchange.testing.TestAuthority;
import fr.pli.exchange.testing.TestClock;
import fr.pli.exchange.testing.TestMail;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What others may do in the name of an account, when it is merged with another and when that is undone (C-6). */
@ExchangeTest
@Tag("C-6")
class MergedRightsTest {

    @Autowired
    MergeRequests requests;

    @Autowired
    Merges merges;

    @Autowired
    CardFixtures cards;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Delegations delegations;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private final TestAuthority authority = TestAuthority.named("Cartes de droits");

    private Person kept;
    private Person absorbed;
    private Person colleague;
    private Person operator;
    private UUID request;

    @BeforeEach
    void twoAccountsOfOnePerson() {
        kept = people.clerk();
        absorbed = people.clerk();
        colleague = people.clerk();
        operator = people.active(Profile.SUPPORT);
        var card = authority.card(absorbed.name()).issue().certificate();
        cards.give(absorbed, card);
        requests.ask(
                kept,
                new Reach(kept.name(), kept.email(), "05 56 00 00 00", "", ""),
                card.getSerialNumber().toString(16).toUpperCase(Locale.ROOT));
        request = jdbc.sql("select id from merge_request where person = ?")
                .param(kept.id())
                .query(UUID.class)
                .single();
    }

    @Test
    @Tag("P-2")
    void tokensOfTheAbsorbedEntryEndForGoodAndTheKeptAccountsStand() {
        UUID ended = token(absorbed).id();
        UUID own = token(kept).id();
        assertThat(plan().get("tokens")).isEqualTo(new Merge.Part("tokens", 0, 0, 1));
        assertThat(usable(absorbed)).containsExactly(ended);
        merge();
        assertThat(usable(absorbed)).isEmpty();
        assertThat(usable(kept)).containsExactly(own);
        assertThat(report()).contains(new Merge.Part("tokens", 0, 0, 1));
        assertThat(actor("token.revoked", ended)).isEqualTo(operator.id());
        merges.undo(operator, request);
        assertThat(usable(absorbed)).as("what ended does not come back").isEmpty();
        assertThat(usable(kept)).containsExactly(own);
    }

    @Test
    @Tag("A-12")
    void delegationsGivenAndReceivedAreTheKeptAccountsAndGoBack() {
        Person other = people.clerk();
        UUID given = give(absorbed, colleague);
        UUID received = give(other, absorbed);
        assertThat(plan().get("delegations")).isEqualTo(new Merge.Part("delegations", 2, 0, 0));
        assertThat(delegations.givenBy(kept)).as("a dry run").isEmpty();
        merge();
        assertThat(acts(colleague, kept))
                .as("who acted for one acts for the account")
                .isTrue();
        assertThat(acts(colleague, absorbed)).isFalse();
        assertThat(acts(kept, other)).isTrue();
        assertThat(delegations.givenBy(kept)).extracting(Delegation::id).containsExactly(given);
        assertThat(delegations.heldBy(people.now(kept)))
                .extracting(Delegation::id)
                .containsExactly(received);
        assertThat(actor("delegation.moved", colleague.id())).isEqualTo(operator.id());
        jobs.runTasks();
        assertThat(TestMail.text(TestMail.newest(colleague.email())))
                .as("the other person is told for whom they act now")
                .contains(kept.name());
        merges.undo(operator, request);
        assertThat(acts(colleague, kept)).isFalse();
        assertThat(acts(colleague, absorbed)).isTrue();
        assertThat(acts(people.now(absorbed), other)).isTrue();
        assertThat(delegations.givenBy(kept)).isEmpty();
    }

    @Test
    @Tag("A-12")
    void whatTheKeptAccountRevokedStaysRevokedWhenTheMergeIsUndone() {
        UUID given = give(absorbed, colleague);
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> delegations.end(kept, given));
        assertThat(refused.refusal()).isEqualTo(DelegationRefusal.UNKNOWN);
        merge();
        delegations.end(people.now(kept), given);
        assertThat(acts(colleague, kept)).isFalse();
        merges.undo(operator, request);
        assertThat(acts(colleague, absorbed)).isFalse();
    }

    @Test
    @Tag("A-12")
    void whatWouldBeWithOneselfOrTwiceWithTheSamePersonEndsForGood() {
        UUID between = give(absorbed, kept);
        UUID back = give(kept, absorbed);
        UUID twice = give(absorbed, colleague);
        UUID own = give(kept, colleague);
        assertThat(plan().get("delegations")).isEqualTo(new Merge.Part("delegations", 0, 0, 3));
        merge();
        assertThat(acts(colleague, absorbed)).isFalse();
        assertThat(delegations.givenBy(kept).stream()
                        .filter(one -> one.state(clock.instant()).open()))
                .extracting(Delegation::id)
                .containsExactly(own);
        merges.undo(operator, request);
        assertThat(jdbc.sql("select count(*) from delegation where id in (:ids) and ended_at is not null")
                        .param("ids", List.of(between, back, twice))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(acts(colleague, kept)).isTrue();
    }

    private void merge() {
        merges.merge(operator, request, absorbed.id(), "Rappelée au greffe.");
    }

    private Map<String, Merge.Part> plan() {
        return merges.plan(operator, request, absorbed.id()).stream()
                .collect(Collectors.toMap(Merge.Part::subject, part -> part));
    }

    private List<Merge.Part> report() {
        Merge merge = requests.look(operator, request, "").merge();
        assertThat(merge).isNotNull();
        return merge.parts();
    }

    private ApiToken token(Person owner) {
        return tokens.create(owner, "Script", List.of(Scope.MESSAGES_READ.label()), 30)
                .token();
    }

    private List<UUID> usable(Person owner) {
        return tokens.of(owner).stream()
                .filter(token -> token.usable(clock.instant()))
                .map(ApiToken::id)
                .toList();
    }

    private UUID give(Person giver, Person holder) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), giver.zone());
        return delegations.give(giver, holder.email(), true, null, today.plusDays(10));
    }

    private boolean acts(Person holder, Person giver) {
        return delegations.acting(holder, giver.id()).isPresent();
    }

    private UUID actor(String kind, UUID subject) {
        return jdbc.sql("select actor from event where kind = ? and subject = ?")
                .params(kind, subject)
                .query(UUID.class)
                .single();
    }
}
