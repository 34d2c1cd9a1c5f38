package fr.pli.exchange.account.web;

import fr.pli.exchange.account.AddressChange;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changing one's own address, for a session's own programs (A-10, P-1); the mailed link confirms. */
@RestController
@RequestMapping("/api/v1/me/address")
class AddressApi {

    private final AddressChange changes;

    AddressApi(AddressChange changes) {
        this.changes = changes;
    }

    /**
     * Where the change stands.
     *
     * @param domains within which the address may be changed, empty when it may not
     * @param waiting the address that waits for its confirmation
     */
    record Standing(String email, List<String> domains, AddressChange.@Nullable Waiting waiting) {}

    record Wanted(@Nullable String email) {}

    @GetMapping
    Standing standing(@SignedIn Person me) {
        return new Standing(me.email(), changes.domains(me), changes.waiting(me).orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Standing ask(@SignedIn Person me, @RequestBody Wanted wanted) {
        changes.ask(me, wanted.email() == null ? "" : wanted.email());
        return standing(me);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@SignedIn Person me) {
        changes.cancel(me);
    }
}
