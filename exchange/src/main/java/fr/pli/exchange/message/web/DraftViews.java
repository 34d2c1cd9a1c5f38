package fr.pli.exchange.message.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.AnalysisForecast;
import fr.pli.exchange.attachment.FileState;
import fr.pli.exchange.attachment.StoredFile;
import fr.pli.exchange.message.Draft;
import fr.pli.exchange.message.MessageLimits;
import fr.pli.exchange.message.MessageRefusal;
import fr.pli.exchange.message.MessageState;
import fr.pli.exchange.message.Obstacle;
import fr.pli.exchange.message.Retention;
import fr.pli.exchange.platform.Show;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Puts drafts into words: each state has a word, a time and a next step. */
@Component
@NamedInterface("drafting")
public class DraftViews {

    private final Texts texts;
    private final Show show;
    private final MessageLimits limits;
    private final AnalysisForecast analysis;
    private final Clock clock;

    DraftViews(Texts texts, Show show, MessageLimits limits, AnalysisForecast analysis, Clock clock) {
        this.analysis = analysis;
        this.texts = texts;
        this.show = show;
        this.limits = limits;
        this.clock = clock;
    }

    /** The page before anything was kept. */
    DraftView blank() {
        int days = limits.maxDays();
        return new DraftView(
                null,
                MessageState.DRAFT.name(),
                "",
                "",
                days,
                limits.maxDays(),
                forecast(days),
                List.of(),
                List.of(),
                List.of(
                        bad("recipients", texts.of("refusal." + MessageRefusal.NO_RECIPIENT.code())),
                        bad("subject", texts.of("refusal." + MessageRefusal.SUBJECT_REQUIRED.code())),
                        bad("content", texts.of("refusal." + MessageRefusal.NO_CONTENT.code()))),
                false,
                null,
                null,
                null,
                null,
                null,
                false,
                0,
                "/messages/new");
    }

    public DraftView view(Draft draft) {
        boolean queued = draft.state() == MessageState.QUEUED;
        boolean moving =
                queued || !draft.receiving().isEmpty() || !draft.waiting().isEmpty();
        return new DraftView(
                draft.id(),
                draft.state().name(),
                draft.subject(),
                draft.comment(),
                draft.days(),
                draft.maxDays(),
                forecast(draft.days()),
                draft.recipients().stream()
                        .map(person -> recipient(draft, person))
                        .toList(),
                draft.files().stream().map(this::file).toList(),
                checks(draft),
                draft.sendable(),
                texts.of(draft.blocked()),
                unattended(draft),
                queued ? waiting(draft) : null,
                draft.queuedAt(),
                draft.changedAt(),
                moving,
                draft.missing(),
                page(draft));
    }

    /** In which the page's script writes hours. */
    public String zone() {
        return show.zone().getId();
    }

    static String page(Draft draft) {
        return switch (draft.state()) {
            case DRAFT, QUEUED -> "/messages/drafts/" + draft.id();
            case SENT, DELETED, EXPIRED -> "/messages/" + draft.id();
        };
    }

    private String forecast(@Nullable Integer days) {
        return days == null ? "" : show.fully(Retention.days(days).end(clock.instant()));
    }

    private static DraftView.RecipientView recipient(Draft draft, Person person) {
        boolean reachable = draft.checks().stream()
                .map(Draft.Check::obstacle)
                .noneMatch(obstacle -> obstacle != null && refuses(obstacle, person));
        return new DraftView.RecipientView(
                person.id(), person.name(), person.email(), person.organisation(), reachable);
    }

    private static boolean refuses(Obstacle obstacle, Person person) {
        return obstacle.refusal() == MessageRefusal.RECIPIENT_UNKNOWN
                && obstacle.arguments().stream()
                        .anyMatch(addresses ->
                                List.of(addresses.toString().split(", ")).contains(person.email()));
    }

    private @Nullable String unattended(Draft draft) {
        return draft.checks().stream()
                .flatMap(check -> Optional.ofNullable(check.obstacle()).stream())
                .filter(obstacle -> obstacle.refusal() == MessageRefusal.NO_ACTIVE_MEMBER)
                .findFirst()
                .map(obstacle ->
                        texts.of("message.unattended", obstacle.arguments().toArray()))
                .orElse(null);
    }

    private DraftView.FileView file(Draft.File file) {
        StoredFile stored = file.stored();
        String reason = stored == null || stored.reason() == null ? "" : stored.reason();
        FileState state = file.state();
        String sentence =
                switch (state) {
                    case RECEIVING ->
                        texts.of("message.file.receiving", show.size(file.received()), show.size(file.length()));
                    case WAITING -> stored == null ? "" : waiting(stored);
                    case CLEAN -> texts.of("message.file.clean");
                    case INFECTED -> texts.of("message.file.infected", reason);
                    case UNSCANNABLE ->
                        texts.of(
                                file.deliverable() ? "message.file.marked" : "message.file.unscannable",
                                texts.orElse("attachment.unscannable." + reason, reason));
                    case BROKEN -> texts.of("message.file.broken");
                    case ERASED -> texts.of("message.file.gone");
                };
        return new DraftView.FileView(
                file.id(),
                file.path(),
                file.length(),
                file.received(),
                state.name(),
                file.deliverable(),
                stored != null && stored.claimedSha256() != null,
                stored == null ? null : stored.sha256(),
                tone(file),
                icon(file),
                sentence);
    }

    private String waiting(StoredFile file) {
        String since = show.time(file.waitingSince());
        return analysis.of(file)
                .map(at -> texts.of("message.file.waiting-until", since, show.time(at)))
                .orElseGet(() -> texts.of("message.file.waiting", since));
    }

    private static String tone(Draft.File file) {
        return switch (file.state()) {
            case RECEIVING -> "";
            case WAITING -> "wait";
            case CLEAN -> "ok";
            case UNSCANNABLE -> file.deliverable() ? "wait" : "bad";
            case INFECTED, BROKEN, ERASED -> "bad";
        };
    }

    private static String icon(Draft.File file) {
        return switch (file.state()) {
            case RECEIVING -> "bi-cloud-arrow-up";
            case WAITING -> "bi-hourglass-split";
            case CLEAN -> "bi-shield-check";
            case UNSCANNABLE, INFECTED, BROKEN, ERASED -> "bi-exclamation-triangle";
        };
    }

    private List<DraftView.CheckView> checks(Draft draft) {
        var lines = new ArrayList<DraftView.CheckView>();
        for (Draft.Check check : draft.checks()) {
            Obstacle obstacle = check.obstacle();
            if (obstacle != null) {
                lines.add(bad(
                        check.name(),
                        texts.of(
                                "refusal." + obstacle.refusal().code(),
                                obstacle.arguments().toArray())));
            } else if (check.name().equals("recipients") && draft.origin().letter()) {
                lines.add(ok(
                        check.name(),
                        texts.of("message.check.recipients", draft.recipients().size())));
            } else if (check.name().equals("files") && !draft.files().isEmpty()) {
                lines.add(files(draft));
            }
        }
        return lines;
    }

    private DraftView.CheckView files(Draft draft) {
        var moving = new ArrayList<String>();
        if (!draft.receiving().isEmpty()) {
            moving.add(texts.of("message.check.receiving", draft.receiving().size()));
        }
        if (!draft.waiting().isEmpty()) {
            moving.add(texts.of("message.row.waiting", draft.waiting().size()));
        }
        return moving.isEmpty()
                ? ok("files", texts.of("message.check.clean", draft.files().size()))
                : new DraftView.CheckView("files", "wait", "bi-hourglass-split", String.join(", ", moving));
    }

    /** A form that was not kept: what was refused is the one thing to put right. */
    DraftView refused(DraftView view, String sentence) {
        return view.id() == null ? view.checked(List.of(bad("form", sentence))) : view;
    }

    private static DraftView.CheckView ok(String name, String sentence) {
        return new DraftView.CheckView(name, "ok", "bi-check2", sentence);
    }

    private static DraftView.CheckView bad(String name, String sentence) {
        return new DraftView.CheckView(name, "bad", "bi-x-lg", sentence);
    }

    private String waiting(Draft draft) {
        var parts = new ArrayList<String>();
        if (!draft.receiving().isEmpty()) {
            parts.add(texts.of("message.waiting.receiving", draft.receiving().size(), show.size(draft.missing())));
        }
        if (!draft.waiting().isEmpty()) {
            parts.add(texts.of("message.waiting.analysis", draft.waiting().size()));
        }
        String what = parts.isEmpty()
                ? texts.of("message.waiting.nothing")
                : String.join(texts.of("message.waiting.and"), parts);
        return texts.of("message.waiting.sentence", show.instant(draft.queuedAt()), what);
    }
}
