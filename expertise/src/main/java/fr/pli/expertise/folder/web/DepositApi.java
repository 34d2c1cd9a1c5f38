package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.message.DraftRow;
import fr.pli.exchange.message.web.DraftView;
import fr.pli.exchange.message.web.DraftViews;
import fr.pli.expertise.folder.Deposit;
import fr.pli.expertise.folder.Deposit.Detail;
import fr.pli.expertise.folder.Deposits;
import fr.pli.expertise.folder.Document;
import fr.pli.expertise.folder.Documents;
import fr.pli.expertise.folder.web.DepositViews.Asked;
import fr.pli.expertise.folder.web.FolderApi.Items;
import fr.pli.expertise.folder.web.Rooms.Room;
import fr.pli.expertise.rights.Role;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Deposits for programs. Files are uploaded to the draft as to any other; taking it back, discarding it and taking files
 * off it are the calls of drafts.
 */
@RestController
@RequestMapping("/api/v1/expertises/{expertise}")
class DepositApi {

    private final Rooms rooms;
    private final DepositViews views;
    private final Deposits deposits;
    private final Documents documents;
    private final DraftViews drafts;

    DepositApi(Rooms rooms, DepositViews views, Deposits deposits, Documents documents, DraftViews drafts) {
        this.rooms = rooms;
        this.views = views;
        this.deposits = deposits;
        this.documents = documents;
        this.drafts = drafts;
    }

    /** Those that the caller has begun in a folder and that are not published yet; never many, so all of them. */
    @GetMapping("/folders/{folder}/deposits")
    Items<DraftRow> list(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID folder) {
        rooms.folder(person, expertise, folder);
        return new Items<>(deposits.unfinished(person, folder), null);
    }

    @PostMapping("/folders/{folder}/deposits")
    ResponseEntity<Shown> begin(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID folder) {
        Room room = rooms.folder(person, expertise, folder);
        UUID message = deposits.begin(person, room.sight().folder());
        return ResponseEntity.created(URI.create("/api/v1/expertises/" + expertise + "/deposits/" + message))
                .body(shown(person, expertise, message));
    }

    @GetMapping("/deposits/{message}")
    Shown get(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID message) {
        return shown(person, expertise, message);
    }

    /** Replaces comment and what is said of the files named. */
    @PutMapping("/deposits/{message}")
    Shown describe(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID message,
            @RequestBody Words words) {
        views.asked(person, expertise, message);
        var details = new HashMap<UUID, Detail>();
        for (FileWords file : Objects.requireNonNullElse(words.files(), List.<FileWords>of())) {
            if (file != null && file.file() != null) {
                details.put(file.file(), new Detail(file.cote(), file.replaces()));
            }
        }
        deposits.describe(person, message, Objects.requireNonNullElse(words.comment(), ""), details);
        return shown(person, expertise, message);
    }

    /** Names the files by the custom of their folder (E-11). */
    @PostMapping("/deposits/{message}/names")
    Shown name(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID message) {
        views.asked(person, expertise, message);
        deposits.name(person, message);
        return shown(person, expertise, message);
    }

    /**
     * Final as soon as its files are clean.
     *
     * @param unattended although no greffier would receive it (E-10)
     */
    @PostMapping("/deposits/{message}/confirm")
    Shown confirm(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID message,
            @RequestParam(defaultValue = "false") boolean unattended) {
        views.asked(person, expertise, message);
        deposits.confirm(person, message, unattended);
        return shown(person, expertise, message);
    }

    private Shown shown(Person person, UUID expertise, UUID message) {
        Asked asked = views.asked(person, expertise, message);
        Deposit deposit = asked.deposit();
        Map<UUID, Detail> details = deposit.details();
        return new Shown(
                message,
                deposit.folder(),
                drafts.view(asked.draft()),
                details.entrySet().stream()
                        .map(one -> new FileWords(
                                one.getKey(),
                                one.getValue().cote(),
                                one.getValue().replaces()))
                        .toList(),
                deposit.role(),
                deposits.unattended(asked.room().sight().folder()),
                documents.of(message).stream().map(Document::id).toList());
    }

    /** @param files those that something is said of */
    record Words(@Nullable String comment, @Nullable List<FileWords> files) {}

    /** @param cote of a « pièce cotée ». @param replaces document that it corrects */
    record FileWords(
            @Nullable UUID file,
            @Nullable String cote,
            @Nullable UUID replaces) {}

    /**
     * @param draft its files and its state
     * @param role by which it was confirmed; null before
     * @param unattended nobody would receive it there (E-10)
     * @param documents what it became; empty before its files are clean
     */
    record Shown(
            UUID id,
            UUID folder,
            DraftView draft,
            List<FileWords> files,
            @Nullable Role role,
            boolean unattended,
            List<UUID> documents) {}
}
