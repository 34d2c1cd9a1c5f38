package fr.pli.exchange.receipt.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.LateRecipients;
import fr.pli.exchange.message.Lifetimes;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.Messages;
import fr.pli.exchange.message.OwnBox;
import fr.pli.exchange.message.ThreadLine;
import fr.pli.exchange.message.Threads;
import fr.pli.exchange.message.TimeRequest;
import fr.pli.exchange.message.TimeRequests;
import fr.pli.exchange.receipt.Receipts;
import fr.pli.exchange.receipt.Uncollected;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can be done with a message that has left, for programs (P-1): everything the pages have. */
@RestController
@RequestMapping("/api/v1/messages/{message}")
class LifeApi {

    private final Messages messages;
    private final Lifetimes lifetimes;
    private final LateRecipients recipients;
    private final TimeRequests requests;
    private final Threads threads;
    private final Answers answers;
    private final OwnBox boxes;
    private final Receipts receipts;

    LifeApi(
            Messages messages,
            Lifetimes lifetimes,
            LateRecipients recipients,
            TimeRequests requests,
            Threads threads,
            Answers answers,
            OwnBox boxes,
            Receipts receipts) {
        this.messages = messages;
        this.lifetimes = lifetimes;
        this.recipients = recipients;
        this.requests = requests;
        this.threads = threads;
        this.answers = answers;
        this.boxes = boxes;
        this.receipts = receipts;
    }

    /** The present lifetime of a message one has sent, and every end that can be chosen. */
    @GetMapping("/lifetime")
    Lifetimes.Choice lifetime(@SignedIn Person sender, @PathVariable UUID message) {
        return lifetimes.choice(messages.sentBy(sender, message));
    }

    /** Shortens or extends it; the answer is as of {@link #lifetime}. */
    @PutMapping("/lifetime")
    Lifetimes.Choice change(@SignedIn Person sender, @PathVariable UUID message, @RequestBody Days days) {
        lifetimes.change(sender, message, days.number());
        return lifetime(sender, message);
    }

    @PostMapping("/recipients")
    Map<String, Integer> add(@SignedIn Person sender, @PathVariable UUID message, @RequestBody Added added) {
        return Map.of(
                "added", recipients.add(sender, message, Objects.requireNonNullElse(added.recipients(), List.of())));
    }

    /** For the sender all of them, for a recipient their own; never many, so all at once. */
    @GetMapping("/time-requests")
    ReceiptApi.Page<TimeRequest> requests(@SignedIn Person person, @PathVariable UUID message) {
        Message found = mine(person, message);
        boolean sender = found.sender().equals(person.id());
        return new ReceiptApi.Page<>(
                requests.of(message).stream()
                        .filter(request -> sender || request.person().equals(person.id()))
                        .toList(),
                null);
    }

    @PostMapping("/time-requests")
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptApi.Page<TimeRequest> ask(
            @SignedIn Person reader,
            @PathVariable UUID message,
            @RequestBody(required = false) @Nullable Reason reason) {
        requests.ask(reader, message, reason == null ? "" : Objects.requireNonNullElse(reason.reason(), ""));
        return requests(reader, message);
    }

    @PostMapping("/time-requests/{request}/grant")
    ReceiptApi.Page<TimeRequest> grant(
            @SignedIn Person sender, @PathVariable UUID message, @PathVariable UUID request, @RequestBody Days days) {
        requests.grant(sender, message, request, days.number());
        return requests(sender, message);
    }

    @PostMapping("/time-requests/{request}/decline")
    ReceiptApi.Page<TimeRequest> decline(
            @SignedIn Person sender,
            @PathVariable UUID message,
            @PathVariable UUID request,
            @RequestBody(required = false) @Nullable Word word) {
        requests.decline(sender, message, request, word == null ? "" : Objects.requireNonNullElse(word.word(), ""));
        return requests(sender, message);
    }

    /** The messages of the thread that the caller sent or received, oldest first. */
    @GetMapping("/thread")
    ReceiptApi.Page<ThreadLine> thread(
            @SignedIn Person person,
            @PathVariable UUID message,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        mine(person, message);
        return ReceiptApi.Page.of(threads.of(person, message), ThreadLine::id, after, limit);
    }

    /** Begins an answer as a draft, to be written, filled with files and sent as every draft. */
    @PostMapping("/answer")
    ResponseEntity<Map<String, UUID>> answer(@SignedIn Person author, @PathVariable UUID message) {
        UUID draft = answers.begin(author, message);
        return ResponseEntity.created(URI.create("/api/v1/drafts/" + draft)).body(Map.of("draft", draft));
    }

    /** Takes a received message out of one's own box. */
    @PostMapping("/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@SignedIn Person reader, @PathVariable UUID message) {
        boxes.remove(reader, message);
    }

    @PostMapping("/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@SignedIn Person reader, @PathVariable UUID message) {
        boxes.restore(reader, message);
    }

    /** What had not been collected when the message ended, for its sender. */
    @GetMapping("/uncollected")
    ReceiptApi.Page<Uncollected> uncollected(
            @SignedIn Person sender,
            @PathVariable UUID message,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        messages.sentBy(sender, message);
        return ReceiptApi.Page.of(receipts.uncollected(message), Uncollected::person, after, limit);
    }

    /** A letter sent or received by {@code person}; refuses like an unknown id otherwise. */
    private Message mine(Person person, UUID id) {
        return messages.find(id)
                .filter(message ->
                        message.availableAt() != null && message.origin().letter())
                .filter(message -> message.sender().equals(person.id())
                        || messages.decide(person, message).allowed()
                        || messages.decide(person, message).reason().equals("expired"))
                .orElseThrow(MessageRefusal.UNKNOWN::with);
    }

    /** @param days after availability */
    record Days(@Nullable Integer days) {

        int number() {
            return days == null ? 0 : days;
        }
    }

    record Added(@Nullable List<String> recipients) {}

    record Reason(@Nullable String reason) {}

    record Word(@Nullable String word) {}
}
