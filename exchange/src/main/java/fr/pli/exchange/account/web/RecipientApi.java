package fr.pli.exchange.account.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom one may write to: completion, and the check of a whole address. */
@RestController
class RecipientApi {

    private static final int MOST = 50;

    private final Directory directory;

    RecipientApi(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/api/v1/directory/people")
    Views.Page<Views.Recipient> complete(
            @SignedIn Person me,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "10") int limit) {
        return new Views.Page<>(
                directory.complete(me, q, Math.clamp(limit, 1, MOST)).stream()
                        .map(Views.Recipient::of)
                        .toList(),
                null);
    }

    /** An address that exists but is hidden gets the same answer as an unknown one. */
    @GetMapping("/api/v1/directory/check")
    Views.Recipient check(@SignedIn Person me, @RequestParam(defaultValue = "") String email) {
        return directory
                .findByEmail(email)
                .filter(other -> directory.reachable(me, other))
                .map(Views.Recipient::of)
                .orElseThrow(DirectoryRefusal.RECIPIENT_UNKNOWN::with);
    }
}
