package fr.pli.exchange.message.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.Draft;
import fr.pli.exchange.message.DraftRow;
import fr.pli.exchange.message.Drafts;
import fr.pli.exchange.message.MessageLimits;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.Messaging;
import fr.pli.exchange.message.Origin;
import fr.pli.exchange.message.Retention;
import fr.pli.exchange.platform.Units;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Drafts for programs, and for the compose page's own script (P-1). */
@RestController
@RequestMapping("/api/v1/drafts")
class DraftApi {

    private final Messaging messaging;
    private final Drafts drafts;
    private final DraftViews views;
    private final MessageLimits limits;
    private final Units units;

    DraftApi(Messaging messaging, Drafts drafts, DraftViews views, MessageLimits limits, Units units) {
        this.messaging = messaging;
        this.drafts = drafts;
        this.views = views;
        this.limits = limits;
        this.units = units;
    }

    /** What was begun and not sent; there are never many, so all of it at once. */
    @GetMapping
    Items<DraftRow> list(@SignedIn Person person) {
        return new Items<>(drafts.unfinished(person), null);
    }

    @PostMapping
    ResponseEntity<DraftView> create(@SignedIn Person person, @RequestBody(required = false) @Nullable Words words) {
        Draft draft = units.call(() -> drafts.get(person, begin(person, words)));
        return ResponseEntity.created(URI.create("/api/v1/drafts/" + draft.id()))
                .body(views.view(draft));
    }

    private UUID begin(Person person, @Nullable Words words) {
        return words == null
                ? messaging.draft(person, Origin.LETTER, Retention.days(limits.maxDays()))
                : messaging.letter(person, words.to(), words.about(), words.text(), words.lasting(limits));
    }

    /** Answers 304 while nothing changed, so that it can be asked every two seconds. */
    @GetMapping("/{id}")
    @Nullable
    ResponseEntity<DraftView> get(@SignedIn Person person, @PathVariable UUID id, WebRequest request) {
        DraftView view = view(person, id);
        return request.checkNotModified(etag(view)) ? null : ResponseEntity.ok(view);
    }

    @PutMapping("/{id}")
    DraftView replace(@SignedIn Person person, @PathVariable UUID id, @RequestBody Words words) {
        return done(
                person,
                id,
                () -> messaging.edit(person, id, words.to(), words.about(), words.text(), words.lasting(limits)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@SignedIn Person person, @PathVariable UUID id) {
        drafts.get(person, id);
        messaging.delete(person, id);
    }

    /** @param unattended sends although an office named has no active member */
    @PostMapping("/{id}/send")
    DraftView send(
            @SignedIn Person person, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean unattended) {
        return done(person, id, () -> messaging.send(person, id, unattended));
    }

    @PostMapping("/{id}/recall")
    DraftView recall(@SignedIn Person person, @PathVariable UUID id) {
        return done(person, id, () -> messaging.recall(person, id));
    }

    @DeleteMapping("/{id}/files/{file}")
    DraftView remove(@SignedIn Person person, @PathVariable UUID id, @PathVariable UUID file) {
        return done(person, id, () -> messaging.remove(person, id, file));
    }

    /** The fingerprint that the sender's own client computed over the whole file (X-10, U-4). */
    @PutMapping("/{id}/files/{file}/fingerprint")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(
            @SignedIn Person person,
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestBody Fingerprint fingerprint) {
        messaging.claim(person, id, file, Objects.requireNonNullElse(fingerprint.sha256(), ""));
    }

    private DraftView view(Person person, UUID id) {
        return views.view(drafts.get(person, id));
    }

    /**
     * What is answered is read in the unit of the act: nothing has to be read a second time. That it may not be read by who
     * posted it undoes nothing.
     */
    private DraftView done(Person person, UUID id, Runnable act) {
        return units.call(() -> {
                    act.run();
                    return drafts.find(person, id);
                })
                .map(views::view)
                .orElseThrow(MessageRefusal.UNKNOWN::with);
    }

    private static String etag(DraftView view) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(view.toString().getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * What a draft says.
     *
     * @param recipients addresses
     * @param days of availability; the longest when absent
     */
    record Words(
            @Nullable List<String> recipients,
            @Nullable String subject,
            @Nullable String comment,
            @Nullable Integer days) {

        List<String> to() {
            return Objects.requireNonNullElse(recipients, List.of());
        }

        String about() {
            return Objects.requireNonNullElse(subject, "");
        }

        String text() {
            return Objects.requireNonNullElse(comment, "");
        }

        int lasting(MessageLimits limits) {
            return days == null ? limits.maxDays() : days;
        }
    }

    /** @param sha256 lower-case hex */
    record Fingerprint(@Nullable String sha256) {}

    /** A page of a list; {@code next} goes into {@code after}. */
    record Items<T>(List<T> items, @Nullable String next) {}
}
