package fr.pli.expertise.archive.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.archive.Archives;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much an archive of this moment would hold, for programs (P-1, E-12). */
@RestController
@RequestMapping("/api/v1/expertises/{id}/archive")
class ArchiveApi {

    private final Archives archives;

    ArchiveApi(Archives archives) {
        this.archives = archives;
    }

    @GetMapping
    Held extent(@SignedIn Person person, @PathVariable UUID id) {
        Archives.Extent extent = archives.extent(person, id);
        return new Held(extent.at().getEpochSecond(), extent.documents(), extent.bytes());
    }

    /** @param at goes into {@code at} of the zip */
    record Held(long at, int documents, long bytes) {}
}
