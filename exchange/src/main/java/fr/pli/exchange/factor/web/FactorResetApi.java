package fr.pli.exchange.factor.web;

import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.Profile;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.factor.Factor;
import fr.pli.exchange.factor.Factors;
import fr.pli.exchange.factor.RecoveryCodes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Administrators resetting factors, in a session of their own; closed to API tokens. */
@RestController
@RequestMapping("/api/v1/directory/entries/{id}/factors")
class FactorResetApi {

    private final Directory directory;
    private final Factors factors;
    private final RecoveryCodes codes;

    FactorResetApi(Directory directory, Factors factors, RecoveryCodes codes) {
        this.directory = directory;
        this.factors = factors;
        this.codes = codes;
    }

    /** Without its name, which is its person's own. */
    record Seen(Factor.Kind kind, Instant createdAt) {}

    record Standing(List<Seen> items, boolean required, int recoveryCodes) {}

    @GetMapping
    Standing standing(@SignedIn Person me, @PathVariable UUID id) {
        Person person = found(me, id);
        return new Standing(
                factors.of(person).stream()
                        .map(factor -> new Seen(factor.kind(), factor.createdAt()))
                        .toList(),
                factors.required(person),
                codes.left(id));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@SignedIn Person me, @PathVariable UUID id) {
        factors.reset(me, found(me, id));
    }

    private Person found(Person me, UUID id) {
        if (me.profile() != Profile.ADMINISTRATOR) {
            throw DirectoryRefusal.ADMINISTRATORS_ONLY.with();
        }
        return directory.find(id).orElseThrow(DirectoryRefusal.NOT_FOUND::with);
    }
}
