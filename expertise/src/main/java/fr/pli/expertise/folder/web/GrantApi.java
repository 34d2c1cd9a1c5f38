package fr.pli.expertise.folder.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.folder.FolderRefusal;
import fr.pli.expertise.folder.Grant;
import fr.pli.expertise.folder.Grants;
import fr.pli.expertise.folder.Proposals;
import fr.pli.expertise.folder.web.FolderApi.DocumentLine;
import fr.pli.expertise.folder.web.FolderApi.Items;
import java.util.List;
import java.util.Map;
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

/** What the expert decides beyond the matrix, for programs: grants, and answers to proposals (E-8). */
@RestController
@RequestMapping("/api/v1/expertises/{expertise}")
class GrantApi {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Rooms rooms;
    private final Grants grants;
    private final Proposals proposals;
    private final Bylines bylines;

    GrantApi(Rooms rooms, Grants grants, Proposals proposals, Bylines bylines) {
        this.rooms = rooms;
        this.grants = grants;
        this.proposals = proposals;
        this.bylines = bylines;
    }

    /** Present and past, for the expert. */
    @GetMapping("/grants")
    Items<Grant> list(@SignedIn Person person, @PathVariable UUID expertise) {
        return new Items<>(grants.of(person, expertise), null);
    }

    /** Given again it stays as it was. */
    @PostMapping("/grants")
    Given give(@SignedIn Person person, @PathVariable UUID expertise, @RequestBody Asked asked) {
        rooms.expertise(person, expertise);
        UUID participant = Objects.requireNonNullElse(asked.participant(), NOBODY);
        if ((asked.folder() == null) == (asked.document() == null)) {
            throw FolderRefusal.GRANT_OF_ONE.with();
        }
        return new Given(
                asked.folder() == null
                        ? grants.giveDocument(person, expertise, participant, asked.document())
                        : grants.giveFolder(person, expertise, participant, asked.folder()));
    }

    /** At once: transfers that live by it are cut. */
    @DeleteMapping("/grants/{grant}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID grant) {
        grants.revoke(person, expertise, grant);
    }

    /** All of them for the expert, one's own otherwise; newest first. */
    @GetMapping("/proposals")
    Items<DocumentLine> proposals(@SignedIn Person person, @PathVariable UUID expertise) {
        var found = proposals.of(person, expertise);
        Map<UUID, Bylines.Byline> by = bylines.of(expertise, found);
        List<DocumentLine> lines = found.stream()
                .map(one -> DocumentLine.of(one, false, Objects.requireNonNull(by.get(one.id()))))
                .toList();
        return new Items<>(lines, null);
    }

    @PostMapping("/proposals/{document}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@SignedIn Person person, @PathVariable UUID expertise, @PathVariable UUID document) {
        proposals.accept(person, expertise, document);
    }

    @PostMapping("/proposals/{document}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(
            @SignedIn Person person,
            @PathVariable UUID expertise,
            @PathVariable UUID document,
            @RequestBody Refusal refusal) {
        proposals.refuse(person, expertise, document, refusal.reason());
    }

    /** @param folder with its subfolders; or {@code document}, one of the two */
    record Asked(
            @Nullable UUID participant,
            @Nullable UUID folder,
            @Nullable UUID document) {}

    record Given(UUID id) {}

    record Refusal(@Nullable String reason) {}
}
