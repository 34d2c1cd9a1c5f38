package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.DocumentQuery;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.Documents.DocumentPage;
import fr.pli.expertise.folder.Documents.DocumentRow;
import fr.pli.expertise.folder.FolderRefusal;
import fr.pli.expertise.folder.Subfolders;
import fr.pli.expertise.folder.Unread;
import fr.pli.expertise.folder.web.Rooms.Room;
import fr.pli.expertise.rights.ExpertiseState;
import fr.pli.expertise.rights.Explanations;
import fr.pli.expertise.rights.FolderKind;
import fr.pli.expertise.rights.Right;
import fr.pli.expertise.rights.Role;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Folders of expertises for programs: the tree with what is new, documents, subfolders. */
@RestController
@RequestMapping("/api/v1/expertises")
class FolderApi {

    private final Rooms rooms;
    private final Trees trees;
    private final Documents documents;
    private final Subfolders subfolders;
    private final Unread unread;
    private final Bylines bylines;
    private final Explanations explanations;

    FolderApi(
            Rooms rooms,
            Trees trees,
            Documents documents,
            Subfolders subfolders,
            Unread unread,
            Bylines bylines,
            Explanations explanations) {
        this.rooms = rooms;
        this.trees = trees;
        this.documents = documents;
        this.subfolders = subfolders;
        this.unread = unread;
        this.bylines = bylines;
        this.explanations = explanations;
    }

    /** How many documents of these expertises the caller has not downloaded; others and unknown ones are absent. */
    @GetMapping("/unread")
    Items<Count> unread(@SignedIn Person person, @RequestParam(defaultValue = "") List<UUID> expertises) {
        return new Items<>(
                unread.sums(person, expertises).entrySet().stream()
                        .map(one -> new Count(one.getKey(), one.getValue()))
                        .toList(),
                null);
    }

    /** Those that exist for the caller, in the order in which they are shown. */
    @GetMapping("/{expertise}/folders")
    Items<Shown> list(@SignedIn Person person, @PathVariable UUID expertise) {
        rooms.expertise(person, expertise);
        return new Items<>(
                trees.of(person, expertise).sets().stream()
                        .flatMap(set -> set.folders().stream())
                        .map(this::shown)
                        .toList(),
                null);
    }

    @GetMapping("/{expertise}/folders/{folder}")
    Shown get(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID folder) {
        rooms.folder(person, expertise, folder);
        return shown(trees.of(person, expertise).line(folder));
    }

    @PostMapping("/{expertise}/folders/{folder}/folders")
    ResponseEntity<Shown> make(
            @SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID folder, @RequestBody Name name) {
        Room room = rooms.folder(person, expertise, folder);
        UUID made = subfolders.make(person, room.sight().folder(), Objects.requireNonNullElse(name.name(), ""));
        return ResponseEntity.created(URI.create("/api/v1/expertises/" + expertise + "/folders/" + made))
                .body(shown(trees.of(person, expertise).line(made)));
    }

    /** @param sort {@code name}, {@code size}, {@code depositor}, {@code date} or {@code cote}; « - » in front for descending */
    @GetMapping("/{expertise}/folders/{folder}/documents")
    Items<DocumentLine> documents(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID folder,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        Room room = rooms.folder(person, expertise, folder);
        var sight = room.sight();
        if (!sight.open()) {
            throw FolderRefusal.OFF.with(explanations.of(sight.ruling(), sight.place(), sight.state()));
        }
        DocumentPage page = documents.page(sight, DocumentQuery.of(sort, after, limit));
        Map<UUID, Bylines.Byline> by = bylines.of(
                expertise, page.rows().stream().map(DocumentRow::document).toList());
        return new Items<>(
                page.rows().stream()
                        .map(row -> DocumentLine.of(
                                row.document(),
                                row.fresh(),
                                Objects.requireNonNull(by.get(row.document().id()))))
                        .toList(),
                page.next());
    }

    private Shown shown(Trees.Line line) {
        var sight = line.sight();
        return new Shown(
                line.id(),
                sight.folder().kind(),
                line.name(),
                sight.folder().owner(),
                line.owner(),
                sight.folder().parent(),
                sight.state(),
                sight.ruling().right(),
                sight.ruling().role(),
                line.off(),
                explanations.of(sight.ruling(), sight.place(), sight.state()),
                sight.whole() ? sight.folder().documents() : sight.singles().size(),
                line.unread());
    }

    /** @param name of the new subfolder */
    record Name(@Nullable String name) {}

    record Count(UUID expertise, int documents) {}

    /** A page of a list; {@code next} goes into {@code after}. */
    record Items<T>(List<T> items, @Nullable String next) {}

    /**
     * A folder as the caller has it.
     *
     * @param owner party or participation of the sapiteur it belongs to; null where there is one per expertise
     * @param right {@code NONE}, {@code DOWNLOAD} or {@code DEPOSIT}
     * @param role by which the caller has it
     * @param off listed, but closed in the present state
     * @param why in one sentence
     * @param unread documents that the caller has not downloaded
     */
    record Shown(
            UUID id,
            FolderKind kind,
            String name,
            @Nullable UUID owner,
            @Nullable String ownerName,
            @Nullable UUID parent,
            ExpertiseState state,
            Right right,
            @Nullable Role role,
            boolean off,
            String why,
            int documents,
            int unread) {}

    /**
     * A document in a list. Its bytes are those of its message's file.
     *
     * @param number in its folder; null for a proposal that is not accepted
     * @param unread the caller has neither downloaded nor deposited it
     */
    record DocumentLine(
            UUID id,
            UUID message,
            UUID file,
            UUID folder,
            @Nullable Integer number,
            String path,
            long length,
            String sha256,
            String depositor,
            String depositorDetail,
            Role role,
            @Nullable String cote,
            Document.Status status,
            @Nullable UUID replaces,
            @Nullable UUID replacedBy,
            Instant depositedAt,
            @Nullable Instant publishedAt,
            @Nullable Instant decidedAt,
            @Nullable String refusedFor,
            boolean unread) {

        static DocumentLine of(Document document, boolean fresh, Bylines.Byline by) {
            return new DocumentLine(
                    document.id(),
                    document.message(),
                    document.file(),
                    document.folder(),
                    document.number(),
                    document.path(),
                    document.length(),
                    document.sha256(),
                    by.name(),
                    by.detail(),
                    document.role(),
                    document.cote(),
                    document.status(),
                    document.replaces(),
                    document.replacedBy(),
                    document.depositedAt(),
                    document.publishedAt(),
                    document.decidedAt(),
                    document.refusedFor(),
                    fresh);
        }
    }
}
