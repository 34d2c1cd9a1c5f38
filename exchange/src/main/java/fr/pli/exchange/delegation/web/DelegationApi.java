package fr.pli.exchange.delegation.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.delegation.Delegation;
import fr.pli.exchange.delegation.Delegations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's delegations for programs (A-12, P-1). A call acts for its giver with the header {@code Pli-Acting-For}. */
@RestController
@RequestMapping("/api/v1/me/delegations")
class DelegationApi {

    private final Delegations delegations;
    private final Clock clock;

    DelegationApi(Delegations delegations, Clock clock) {
        this.delegations = delegations;
        this.clock = clock;
    }

    /** What one gave and what one holds; there are never many, so all of it at once. */
    @GetMapping
    Items list(@SignedIn Person me) {
        return new Items(
                delegations.givenBy(me).stream().map(this::shown).toList(),
                delegations.heldBy(me).stream().map(this::shown).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown give(@SignedIn Person me, @RequestBody Given given) {
        UUID id = delegations.give(
                me,
                Objects.requireNonNullElse(given.holder(), ""),
                Boolean.TRUE.equals(given.send()),
                given.first(),
                given.last());
        return delegations.givenBy(me).stream()
                .filter(delegation -> delegation.id().equals(id))
                .map(this::shown)
                .findFirst()
                .orElseThrow();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@SignedIn Person me, @PathVariable UUID id) {
        delegations.end(me, id);
    }

    private Shown shown(Delegation delegation) {
        return new Shown(
                delegation.id(),
                Who.of(delegation.giver()),
                Who.of(delegation.holder()),
                delegation.maySend(),
                delegation.startsAt(),
                delegation.endsAt(),
                delegation.state(clock.instant()));
    }

    /**
     * @param holder address of somebody one may write to
     * @param send read and send; otherwise read only
     * @param first day of the giver's zone, today when absent
     * @param last day of the giver's zone, included
     */
    record Given(
            @Nullable String holder,
            @Nullable Boolean send,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    record Items(List<Shown> given, List<Shown> held) {}

    record Who(UUID id, String name, String email) {

        static Who of(Person person) {
            return new Who(person.id(), person.name(), person.email());
        }
    }

    record Shown(
            UUID id, Who giver, Who holder, boolean send, Instant startsAt, Instant endsAt, Delegation.State state) {}
}
