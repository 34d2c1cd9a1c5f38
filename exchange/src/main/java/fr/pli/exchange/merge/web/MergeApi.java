package fr.pli.exchange.merge.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.certificate.Reach;
import fr.pli.exchange.certificate.ReachCheck;
import fr.pli.exchange.merge.Merge;
import fr.pli.exchange.merge.MergeRequest;
import fr.pli.exchange.merge.MergeRequests;
import fr.pli.exchange.merge.Merges;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Merging accounts, for programs: asked for by the person, done by the support (C-6, O-2, P-1). */
@RestController
class MergeApi {

    private final MergeRequests requests;
    private final Merges merges;
    private final ReachCheck check;

    MergeApi(MergeRequests requests, Merges merges, ReachCheck check) {
        this.requests = requests;
        this.merges = merges;
        this.check = check;
    }

    @PostMapping("/api/v1/me/certificates/merge-requests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@SignedIn Person me, @RequestBody Wish wish) {
        Reach reach = wish.reach();
        check.flaws(reach).values().stream().findFirst().ifPresent(flaw -> {
            throw flaw;
        });
        requests.ask(me, reach, text(wish.serial()));
    }

    @GetMapping("/api/v1/support/merge-requests")
    Requests list(@SignedIn Person operator, @RequestParam(defaultValue = "open") String state) {
        return new Requests(requests.list(operator, !state.equals("answered")).stream()
                .map(Request::of)
                .toList());
    }

    /** @param email of the other account, when it is not the one with the certificate of the request */
    @GetMapping("/api/v1/support/merge-requests/{id}")
    Looked look(@SignedIn Person operator, @PathVariable UUID id, @RequestParam(defaultValue = "") String email) {
        MergeRequests.Case one = requests.look(operator, id, email);
        Person other = one.other();
        return new Looked(
                Request.of(one.request()),
                Account.of(one.kept()),
                other == null ? null : Account.of(other),
                one.merge());
    }

    /** The dry run: what would move, and what both accounts have. @param other by default who holds the certificate */
    @GetMapping("/api/v1/support/merge-requests/{id}/plan")
    Plan plan(
            @SignedIn Person operator,
            @PathVariable UUID id,
            @RequestParam(name = "other", required = false) @Nullable UUID other) {
        Person found = requests.look(operator, id, "").other();
        UUID chosen = other != null ? other : found != null ? found.id() : new UUID(0, 0);
        return new Plan(merges.plan(operator, id, chosen));
    }

    @PostMapping("/api/v1/support/merge-requests/{id}/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void merge(@SignedIn Person operator, @PathVariable UUID id, @RequestBody Order order) {
        merges.merge(operator, id, Objects.requireNonNullElse(order.other(), new UUID(0, 0)), text(order.checked()));
    }

    @PostMapping("/api/v1/support/merge-requests/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(@SignedIn Person operator, @PathVariable UUID id, @RequestBody No no) {
        requests.refuse(operator, id, text(no.reason()));
    }

    @PostMapping("/api/v1/support/merge-requests/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@SignedIn Person operator, @PathVariable UUID id) {
        merges.undo(operator, id);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /** @param serial of the other account's certificate */
    record Wish(
            @Nullable String name,
            @Nullable String serial,
            @Nullable String email,
            @Nullable String landline,
            @Nullable String mobile,
            @Nullable String times) {

        Reach reach() {
            return new Reach(text(name), text(email), text(landline), text(mobile), text(times));
        }
    }

    /** @param checked how the operator made sure that both accounts are one person's */
    record Order(@Nullable UUID other, @Nullable String checked) {}

    record No(@Nullable String reason) {}

    record Plan(List<Merge.Part> items) {}

    record Requests(List<Request> items) {}

    record Account(UUID id, String name, String email, String organisation) {

        static Account of(Person person) {
            return new Account(person.id(), person.name(), person.email(), person.organisation());
        }
    }

    record Looked(
            Request request,
            Account kept,
            @Nullable Account other,
            @Nullable Merge merge) {}

    record Request(
            UUID id,
            UUID person,
            String name,
            String serial,
            String email,
            String landline,
            String mobile,
            String times,
            Instant askedAt,
            MergeRequest.State state,
            @Nullable Instant answeredAt,
            String answer) {

        static Request of(MergeRequest request) {
            return new Request(
                    request.id(),
                    request.person(),
                    request.reach().name(),
                    request.serial(),
                    request.reach().email(),
                    request.reach().landline(),
                    request.reach().mobile(),
                    request.reach().times(),
                    request.askedAt(),
                    request.state(),
                    request.answeredAt(),
                    request.answer());
        }
    }
}
