package fr.pli.exchange.privacy.web;

import fr.pli.exchange.account.EntryErasure;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.privacy.PersonalArchive;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Export and erasure of personal data for programs (Q-11, P-1). */
@RestController
class PrivacyApi {

    private final PersonalArchive archive;
    private final EntryErasure erasure;

    PrivacyApi(PersonalArchive archive, EntryErasure erasure) {
        this.archive = archive;
        this.erasure = erasure;
    }

    @PostMapping("/api/v1/me/export")
    void own(@SignedIn Person me, HttpServletResponse response) throws IOException {
        ArchiveServing.send(archive, me, me.id(), response);
    }

    @PostMapping("/api/v1/directory/entries/{id}/export")
    void entry(@SignedIn Person me, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        ArchiveServing.send(archive, me, id, response);
    }

    @PostMapping("/api/v1/directory/entries/{id}/forget")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@SignedIn Person me, @PathVariable UUID id, @RequestBody Confirmation confirmation) {
        erasure.erase(me, id, Objects.requireNonNullElse(confirmation.address(), ""));
    }

    /** @param address of the person, to confirm */
    record Confirmation(@Nullable String address) {}
}
