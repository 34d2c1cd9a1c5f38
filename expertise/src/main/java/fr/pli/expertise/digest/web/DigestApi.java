package fr.pli.expertise.digest.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.expertise.digest.Digest;
import fr.pli.expertise.digest.DigestRefusal;
import fr.pli.expertise.digest.DigestRow;
import fr.pli.expertise.digest.Digests;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's digests for programs (P-1, N-4). */
@RestController
@RequestMapping("/api/v1/digests")
class DigestApi {

    private static final int SHOWN = 60;

    private final Digests digests;

    DigestApi(Digests digests) {
        this.digests = digests;
    }

    @GetMapping
    Listed list(@SignedIn Person reader) {
        return new Listed(digests.list(reader, SHOWN));
    }

    /** Reading it is not opening it: only the page ends the notice. */
    @GetMapping("/{id}")
    Digest get(@SignedIn Person reader, @PathVariable UUID id) {
        return digests.find(reader, id).orElseThrow(DigestRefusal.UNKNOWN::with);
    }

    record Listed(List<DigestRow> items) {}
}
