package fr.pli.exchange.account.web;

import fr.pli.exchange.account.ApiTokens;
import fr.pli.exchange.account.Directory;
import fr.pli.exchange.account.DirectoryRefusal;
import fr.pli.exchange.account.OwnData;
import fr.pli.exchange.account.Person;
import fr.pli.exchange.account.PresentPassword;
import fr.pli.exchange.account.Sessions;
import fr.pli.exchange.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who I am, and my tokens (A-10, P-2). */
@RestController
@RequestMapping("/api/v1/me")
class MeApi {

    private final Directory directory;
    private final OwnData ownData;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final PresentPassword password;

    MeApi(Directory directory, OwnData ownData, ApiTokens tokens, Sessions sessions, PresentPassword password) {
        this.directory = directory;
        this.ownData = ownData;
        this.tokens = tokens;
        this.sessions = sessions;
        this.password = password;
    }

    /** What may be changed of one's own; what is not said stays. */
    record Own(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String language,
            @Nullable String zone) {}

    /** A token asked for; {@code scopes} such as {@code messages:read}. */
    record Wanted(@Nullable String label, @Nullable List<String> scopes, int days) {}

    /** The present password, given again. */
    record Proof(@Nullable String password) {}

    @GetMapping
    Views.Entry me(@SignedIn Person me) {
        return Views.Entry.of(me, null, null);
    }

    @PutMapping
    Views.Entry change(@SignedIn Person me, @RequestBody Own own) {
        ownData.change(
                me,
                new OwnData.Typed(
                        own.firstName() == null ? me.firstName() : own.firstName(),
                        own.lastName() == null ? me.lastName() : own.lastName(),
                        own.language() == null ? me.language().getLanguage() : own.language(),
                        own.zone() == null ? me.zone().getId() : own.zone()));
        return me(directory.find(me.id()).orElseThrow(DirectoryRefusal.NOT_FOUND::with));
    }

    @GetMapping("/tokens")
    Views.Page<Views.Token> tokens(@SignedIn Person me) {
        return new Views.Page<>(
                tokens.of(me).stream().map(token -> Views.Token.of(token, null)).toList(), null);
    }

    @PostMapping("/tokens")
    ResponseEntity<Views.Token> create(@SignedIn Person me, @RequestBody Wanted wanted) {
        ApiTokens.Fresh fresh = tokens.create(
                me,
                wanted.label() == null ? "" : wanted.label(),
                wanted.scopes() == null ? List.of() : wanted.scopes(),
                wanted.days());
        return ResponseEntity.created(
                        URI.create("/api/v1/me/tokens/" + fresh.token().id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(Views.Token.of(fresh.token(), fresh.clear()));
    }

    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@SignedIn Person me, @PathVariable UUID id) {
        tokens.revoke(me, id);
    }

    @GetMapping("/sessions")
    Views.Page<Sessions.Open> sessions(@SignedIn Person me) {
        return new Views.Page<>(sessions.of(me.id()), null);
    }

    /** « Se déconnecter partout »: the session of this call as well. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@SignedIn Person me) {
        sessions.endAll(me.id(), null);
    }

    @DeleteMapping("/sessions/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@SignedIn Person me, @PathVariable String key) {
        if (!sessions.end(me.id(), key)) {
            throw DirectoryRefusal.NOT_FOUND.with();
        }
    }

    /** Gives the password again: what asks for it is open to this session for ten minutes. */
    @PostMapping("/proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(@SignedIn Person me, @RequestBody Proof proof, HttpServletRequest request) {
        password.check(me, proof.password() == null ? "" : proof.password());
        sessions.prove(request);
    }
}
