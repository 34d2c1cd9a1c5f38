package fr.pli.exchange.factor.web;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.SignedIn;
import fr.pli.exchange.factor.CodeApps;
import fr.pli.exchange.factor.Factor;
import fr.pli.exchange.factor.FactorRefusal;
import fr.pli.exchange.factor.Factors;
import fr.pli.exchange.factor.Passkeys;
import fr.pli.exchange.factor.RecoveryCodes;
import fr.pli.exchange.factor.web.Challenges.Purpose;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The same as the pages, for a session's own programs; closed to API tokens (A-8, P-1). */
@RestController
@RequestMapping("/api/v1/me/factors")
class FactorApi {

    private final Factors factors;
    private final CodeApps apps;
    private final Passkeys passkeys;
    private final RecoveryCodes codes;
    private final Challenges challenges;

    FactorApi(Factors factors, CodeApps apps, Passkeys passkeys, RecoveryCodes codes, Challenges challenges) {
        this.factors = factors;
        this.apps = apps;
        this.passkeys = passkeys;
        this.codes = codes;
        this.challenges = challenges;
    }

    /**
     * What the person has.
     *
     * @param required whether the profile must have a factor
     * @param recoveryCodes how many still work
     */
    record Own(List<Factor> items, boolean required, int recoveryCodes) {}

    /** An app being set up. @param uri what its QR code says */
    record Setup(String secret, String uri) {}

    /** The first code of an app, and its name. */
    record Confirmation(@Nullable String code, @Nullable String label) {}

    /** A passkey that the browser made, as JSON text, and its name. */
    record Made(@Nullable String credential, @Nullable String label) {}

    /** Clear codes: never to be had again. */
    record Codes(List<String> codes) {}

    @GetMapping
    Own list(@SignedIn Person me) {
        return new Own(factors.of(me), factors.required(me), codes.left(me.id()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@SignedIn Person me, @PathVariable UUID id) {
        factors.remove(me, id);
    }

    @PostMapping("/totp")
    @ResponseStatus(HttpStatus.CREATED)
    Setup begin(@SignedIn Person me) {
        apps.begin(me);
        var setup = apps.begun(me).orElseThrow(FactorRefusal.NOT_BEGUN::with);
        return new Setup(setup.secret(), setup.uri());
    }

    @PostMapping("/totp/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@SignedIn Person me, @RequestBody Confirmation given) {
        apps.confirm(me, text(given.code()), text(given.label()));
    }

    /** The options of {@code navigator.credentials.create}. */
    @PostMapping(path = "/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
    String options(@SignedIn Person me, HttpServletRequest request) {
        return passkeys.creation(me, challenges.give(request, Purpose.ADD));
    }

    @PostMapping("/passkeys")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@SignedIn Person me, @RequestBody Made made, HttpServletRequest request) {
        passkeys.add(me, challenges.take(request, Purpose.ADD), text(made.credential()), text(made.label()));
    }

    @PostMapping("/recovery-codes")
    @ResponseStatus(HttpStatus.CREATED)
    Codes renew(@SignedIn Person me) {
        return new Codes(codes.renew(me));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
